import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { sayOver } from '../../live/say.ts'
import { type Asked, network } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { apply, emptyInbox } from '../apply.ts'
import { quote } from '../reply.ts'
import { useInbox } from '../store.ts'
import { Messages } from '../thread/messages.tsx'
import { Composer } from './composer.tsx'
import { useComposing } from './composing.ts'
import { forgetDraftTexts } from './draft-text.ts'

let calls: Asked[]
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
const type = (value: string) => fireEvent.change(box(), { target: { value } })
const press = (key: string) => fireEvent.keyDown(box(), { key })
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const compose = (fields: Partial<Chat> = {}) =>
  show(<Composer chat={eg.chat(fields)} seenSeq={3} />)

beforeEach(() => {
  signedIn({ id: 'me', role: 'agent' })
  forgetDraftTexts()
  useInbox.setState(emptyInbox, true)
  useComposing.setState({}, true)
  calls = network(({ address }) =>
    address.endsWith('/notes')
      ? [201, eg.message({ kind: 'note', sender: 'agent', status: 'received' })]
      : [200, { chat: eg.chat({ rev: 2, assigneeId: null }) }],
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a note goes where notes go, and the box stays one for notes', async () => {
  await compose()
  click('Note')
  expect(screen.getByText(/never sent to the customer/)).toBeTruthy()
  type('Sudah transfer')
  press('Enter')
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]?.address).toBe('POST /api/chats/chat1/notes')
  expect(box().getAttribute('aria-label')).toBe('Note for the team')
  expect(box().value).toBe('')
})

test('what is begun as a note is in no box that sends, and says that it waits', async () => {
  await compose()
  click('Note')
  type('Pelanggan ini sulit')
  press('Escape')
  expect([box().getAttribute('aria-label'), box().value]).toEqual(['Message', ''])
  fireEvent.click(screen.getByRole('button', { name: /Note.*begun/ }))
  expect(box().value).toBe('Pelanggan ini sulit')
})

test('nobody is told that somebody writes a note', async () => {
  const said: string[] = []
  sayOver({ readyState: WebSocket.OPEN, send: (frame: string) => said.push(frame) } as never)
  await compose({ id: 'chat8' })
  click('Note')
  type('Rahasia')
  expect(said).toEqual([])
})

test('whoever chooses a message to answer writes to the customer again', async () => {
  await compose()
  click('Note')
  act(() => quote('chat1', 'message1'))
  expect(box().getAttribute('aria-label')).toBe('Message')
})

test('a chat is released together with its note', async () => {
  await compose({ assigneeId: 'me', mode: 'agent' })
  click('Note')
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'release' } })
  type('Saya pulang dulu')
  click('Release')
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]).toMatchObject({
    address: 'PATCH /api/chats/chat1',
    body: { assigneeId: null, expectedAssigneeId: 'me', note: { text: 'Saya pulang dulu' } },
  })
  await vi.waitFor(() => expect(box().getAttribute('aria-label')).toBe('Message'))
})

test('a note in the thread says that it is for the team, and whose it is', async () => {
  const note = { kind: 'note', sender: 'agent', senderName: 'Budi', userId: 'budi' } as const
  useInbox.setState({
    ...apply(emptyInbox, eg.messageChanged({ ...note, text: 'Jangan diskon lagi' })),
    threads: {
      chat1: {
        messages: { n: eg.message({ ...note, text: 'Jangan diskon lagi' }) },
        reach: '',
        cursor: null,
      },
    },
  })
  await show(<Messages chat={eg.chat()} />)
  const item = document.querySelector('[data-kind=note]')
  expect(item?.textContent).toMatch(/BudiOnly for the teamJangan diskon lagi/)
  expect(item?.querySelector('button')).toBeNull()
})
