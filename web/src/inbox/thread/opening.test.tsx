import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import { type Answer, type Asked, network, refused } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { emptyInbox } from '../apply.ts'
import { receive, sendMessage, useInbox } from '../store.ts'
import { Thread } from './thread.tsx'

const chat = eg.chat({ lastSeq: 3 })
let calls: Asked[]
let answer: Answer
const told = () =>
  calls.flatMap(({ address, body }) => (address === 'PUT /api/chats/chat1/read' ? [body] : []))
const open = () => show(<Thread chatId="chat1" />)

beforeEach(() => {
  signedIn({ id: 'me', name: 'Ayu' })
  useInbox.setState(emptyInbox, true)
  const messages = [eg.message({ id: 'm1', seq: 1 }), eg.message({ id: 'm3', order: '93', seq: 3 })]
  answer = [200, { chat, messages, cursor: null }]
  const read: Answer = [200, { chat: eg.chat({ lastSeq: 3, readSeq: 3, rev: 2 }) }]
  calls = network(({ address }) => (address.startsWith('PUT') ? read : answer))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the chat is marked read up to its newest message', async () => {
  await open()
  await vi.waitFor(() => expect(told()).toEqual([{ seq: 3 }]))
})

test('whoever only passes by a chat has read nothing, and of what comes at once the newest is told', async () => {
  await open()
  await screen.findAllByTestId('message')
  cleanup()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(told()).toEqual([])
  await open()
  for (const seq of [4, 5, 6]) {
    const message = eg.message({ id: `m${seq}`, order: `9${seq}`, seq })
    const chat = eg.chat({ lastSeq: seq, rev: seq })
    act(() => receive({ type: 'message.changed', chat, message }))
  }
  await vi.waitFor(() => expect(told()).not.toEqual([]))
  expect(told()).toEqual([{ seq: 6 }])
})

test('where a thread begins is told only of a thread that is here', async () => {
  receive({ type: 'chat.changed', chat })
  const whole = answer
  answer = refused(500, 'failed')
  await open()
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(screen.queryByText('This is where the chat begins.')).toBeNull()
  answer = whole
  act(() => again.click())
  expect(await screen.findByText('This is where the chat begins.')).toBeTruthy()
})

test('of somebody who was erased meanwhile and writes again, what is new is fetched and nothing old stays', async () => {
  await open()
  await screen.findAllByTestId('message')
  const again = eg.chat({ createdAt: '2026-11-22T10:00:00.000Z', lastSeq: 1, rev: 9 })
  const message = eg.message({ id: 'm9', order: '99', seq: 1, text: 'Halo lagi' })
  answer = [200, { chat: again, messages: [message], cursor: null }]
  act(() => receive({ type: 'message.changed', chat: again, message }))
  await vi.waitFor(() => expect(screen.getByText('This is where the chat begins.')).toBeTruthy())
  expect(screen.getAllByTestId('message').map((it) => it.dataset.messageId)).toEqual(['m9'])
})

test('what was refused because the chat went to somebody else meanwhile is told where the chat was, with its words', async () => {
  await open()
  await screen.findAllByTestId('message')
  answer = refused(404, 'not_found')
  await act(() => sendMessage({ chatId: 'chat1', text: 'Siap kak, saya cek', seenSeq: 3 }))
  act(() => receive({ type: 'chat.hidden', chatId: 'chat1', rev: 5 }))
  expect(await screen.findByText(/somebody else has it now/)).toBeTruthy()
  const kept = screen.getByRole('alert')
  expect(kept.textContent).toMatch(/Not sent.*Siap kak, saya cek/)
  fireEvent.click(within(kept).getByRole('button', { name: 'Discard' }))
  expect(screen.queryByRole('alert')).toBeNull()
})
