import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { placeOf } from '../../place.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { forgetPresence, notePresence } from '../presence.ts'
import { ChatRow } from './chat-row.tsx'

const row = () => screen.getByTestId('chat-row')
const list = (fields: Partial<Chat>, last: Partial<NonNullable<Chat['lastMessage']>> = {}) => {
  const { lastMessage, ...chat } = eg.chat(fields)
  const whole = { ...chat, lastMessage: lastMessage && { ...lastMessage, ...last } }
  return show(<ChatRow chat={whole} place={placeOf('/dashboard-agent', '')} />)
}

beforeEach(() => {
  signedIn()
  forgetPresence()
})
afterEach(cleanup)

test('in a group the preview says who wrote', async () => {
  await list({ isGroup: true }, { senderName: 'Dewi' })
  expect(row().textContent).toMatch(/Group.*Dewi: Halo kak/)
})

test('what did not go out is marked, whatever was said after it', async () => {
  await list({ unsent: { failed: 1, unknown: 0 } }, { sender: 'agent', status: 'read' })
  expect(screen.getByTestId('unsent').textContent).toBe('Not sent')
  await list({ unsent: { failed: 2, unknown: 1 } })
  expect(screen.getByTestId('unsent').textContent).toBe('2 not sent')
  await list({ unsent: { failed: 0, unknown: 1 } })
  expect(screen.getByTestId('unsent').textContent).toBe('Sent or not?')
})

test('what somebody dropped is no trouble any more', async () => {
  await list({}, { sender: 'agent', status: 'failed', dropped: true })
  expect(screen.queryByTestId('unsent')).toBeNull()
  expect(row().textContent).toMatch(/Dropped: Halo kak/)
  expect(row().textContent).not.toMatch(/Not sent/)
})

test('what is not plain text is named', async () => {
  await list({}, { kind: 'voice', text: '' })
  expect(row().textContent).toMatch(/Voice message/)
  await list({}, { kind: 'deleted', text: '' })
  expect(row().textContent).toMatch(/This message was deleted/)
})

test('who types is shown in place of what was said last, the customer without a name', async () => {
  await list({})
  act(() => notePresence({ type: 'typing', chatId: 'chat1', who: 'Sari W' }))
  expect(row().textContent).toMatch(/typing…/)
  expect(row().textContent).not.toMatch(/Halo kak/)
  act(() => notePresence({ type: 'typing', chatId: 'chat1', who: 'Ayu' }))
  expect(row().textContent).toMatch(/Ayu is typing a reply…/)
})
