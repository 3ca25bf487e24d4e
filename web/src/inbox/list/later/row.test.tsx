import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Chat, Found } from '../../../../../shared/chat.ts'
import * as eg from '../../../../../shared/example.ts'
import { placeOf } from '../../../place.ts'
import { usePreferences } from '../../../preferences.ts'
import { network } from '../../../test/network.ts'
import { show } from '../../../test/show.tsx'
import { signedIn } from '../../../test/signed-in.ts'
import { Row } from './row.tsx'
import { forgetSelection, useSelection } from './selection.ts'

const list = (fields: Partial<Chat> = {}, found?: Found[], search = '') =>
  show(<Row chat={eg.chat(fields)} place={placeOf('/dashboard-agent', search)} found={found} />)
const row = () => screen.getByTestId('chat-row')
const offered = async () => {
  await waitFor(() => screen.getByText('Select'))
  return screen.getAllByRole('button', { hidden: true }).map((it) => it.textContent)
}

beforeEach(() => {
  signedIn()
  forgetSelection()
  usePreferences.setState({ muted: [] })
})
afterEach(cleanup)

test('the menu of a chat offers what can be done with it just now', async () => {
  await list({ unread: 2, assigneeId: null, mode: 'agent' })
  fireEvent.click(screen.getByTestId('row-menu'))
  expect(await offered()).toEqual(['', 'Mark as read', 'Mute', 'Select', 'Take', 'Close'])
  cleanup()
  usePreferences.setState({ muted: ['chat1'] })
  await list({ unread: 0, assigneeId: 'me', mode: 'closed', lastSeq: 3 })
  fireEvent.click(screen.getByTestId('row-menu'))
  expect(await offered()).toEqual(['', 'Mark as unread', 'Unmute', 'Select'])
  expect(row().textContent).toContain('Muted')
})

test('a chat is marked unread where its menu was opened', async () => {
  const asked = network(() => [200, { chat: eg.chat({ id: 'chat1', unread: 1 }) }])
  await list({ id: 'chat1', unread: 0, lastSeq: 3 })
  fireEvent.contextMenu(row())
  await offered()
  fireEvent.click(screen.getByText('Mark as unread'))
  await waitFor(() => expect(screen.queryByText('Mark as unread')).toBeNull())
  expect(asked.map(({ address }) => address)).toEqual(['PUT /api/chats/chat1/unread'])
})

test('while chats are being chosen a row is a box to tick, and the last one that is let go ends it', async () => {
  await list({ id: 'chat1' })
  act(() => useSelection.setState({ ids: { other: true } }))
  fireEvent.click(screen.getByRole('checkbox'))
  expect(Object.keys(useSelection.getState().ids ?? {})).toEqual(['other', 'chat1'])
  act(() => useSelection.setState({ ids: { chat1: true } }))
  fireEvent.click(screen.getByRole('checkbox'))
  expect(useSelection.getState().ids).toBeUndefined()
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('what was said with the words stands below its chat, and leads to its message', async () => {
  const said = {
    chatId: 'chat1',
    messageId: 'm7',
    text: 'Kak, nomor resinya JNE123 ya',
    sentAt: '2026-11-21T09:00:00.000Z',
  }
  await list({ id: 'chat1' }, [said], 'q=jne1')
  const line = screen.getByTestId('said')
  expect(line.getAttribute('href')).toBe('/dashboard-agent/chats/chat1?q=jne1&m=m7')
  expect(line.querySelector('mark')?.textContent).toBe('JNE1')
})
