import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { textLimit } from '../../../../shared/message.ts'
import { sayOver } from '../../live/say.ts'
import { type Asked, network } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { apply, emptyInbox } from '../apply.ts'
import { replace, useReplace } from '../replace.ts'
import { quote, useReply } from '../reply.ts'
import { useInbox } from '../store.ts'
import { Composer } from './composer.tsx'

let calls: Asked[]
const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' })
const type = (value: string) => fireEvent.change(box(), { target: { value } })
const press = (more = {}) => fireEvent.keyDown(box(), { key: 'Enter', ...more })
const compose = (fields: Partial<Chat> = {}) =>
  show(<Composer chat={eg.chat(fields)} seenSeq={3} />)

beforeEach(() => {
  signedIn({ id: 'me' })
  localStorage.clear()
  useInbox.setState(emptyInbox, true)
  useReplace.setState({}, true)
  calls = network(() => [201, eg.message({ sender: 'agent', status: 'queued' })])
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('Enter sends, with what its writer had seen, and empties the box', async () => {
  await compose()
  type('  Siap kak ')
  press()
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]?.body).toMatchObject({ chatId: 'chat1', text: 'Siap kak', seenSeq: 3 })
  expect(box().value).toBe('')
})

test('Shift+Enter, and Enter while a word is being composed, do not send', async () => {
  await compose()
  type('Siap')
  press({ shiftKey: true })
  press({ isComposing: true })
  expect(calls).toEqual([])
})

test('nothing is not sent, nor is more than WhatsApp takes', async () => {
  await compose()
  const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send' })
  type('   ')
  expect(send().disabled).toBe(true)
  type('x'.repeat(textLimit + 1))
  press()
  expect([send().disabled, calls.length]).toEqual([true, 0])
  expect(screen.getByText('1 characters too many')).toBeTruthy()
})

test('what was begun is there again after a visit elsewhere, chat by chat', async () => {
  await compose()
  type('Sebentar kak')
  await compose({ id: 'chat2' })
  expect(box().value).toBe('')
  await compose()
  expect(box().value).toBe('Sebentar kak')
})

test('a reply quotes what it was written for, and the next one does not', async () => {
  useInbox.setState(apply(emptyInbox, eg.messageChanged({ id: 'm7', text: 'Ada XL?' })))
  quote('chat1', 'm7')
  await compose()
  expect(screen.getByText('Reply to Sari W')).toBeTruthy()
  type('Ada kak')
  press()
  expect(useReply.getState()).toEqual({})
  type('Mau?')
  press()
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  expect(calls.map(({ body }) => (body as { quotedId?: string }).quotedId)).toEqual([
    'm7',
    undefined,
  ])
})

test('who types is told, and not with every key', async () => {
  const said: string[] = []
  sayOver({ readyState: WebSocket.OPEN, send: (frame: string) => said.push(frame) } as never)
  await compose({ id: 'chat9' })
  type('S')
  type('Si')
  type('')
  expect(said.map((frame) => JSON.parse(frame))).toEqual([{ action: 'typing', chatId: 'chat9' }])
})

describe('what a reply would change is said before it is written', () => {
  test.each([
    ['the bot answers', { mode: 'bot' }, /bot falls silent/],
    ['the chat is closed', { mode: 'closed' }, /reply reopens/],
    ['somebody else has it', { mode: 'agent', assigneeId: 'other' }, /has this chat/],
  ] as const)('when %s', async (_, fields, words) => {
    await compose(fields)
    expect(screen.getByText(words)).toBeTruthy()
  })

  test('and nothing when it is simply one’s own', async () => {
    await compose({ mode: 'agent', assigneeId: 'me' })
    expect(screen.queryByText(/this chat/)).toBeNull()
  })
})

describe('a message that was not sent and is written anew', () => {
  const failed = eg.message({ id: 'm9', sender: 'agent', text: 'Jam 8', status: 'failed' })

  test('takes its place when it is sent, and what stood there before stands there again', async () => {
    await compose()
    type('Nanti saya')
    act(() => replace(failed))
    expect(box().value).toBe('Jam 8')
    expect(screen.getByText('In place of the message that was not sent')).toBeTruthy()
    type('Jam 9')
    press()
    await vi.waitFor(() => expect(calls).toHaveLength(1))
    expect(calls[0]?.body).toMatchObject({ text: 'Jam 9', replaces: 'm9' })
    expect(box().value).toBe('Nanti saya')
    press()
    await vi.waitFor(() => expect(calls).toHaveLength(2))
    expect(calls[1]?.body).not.toHaveProperty('replaces')
  })

  test('is let be with Escape', async () => {
    await compose()
    act(() => replace(failed))
    press({ key: 'Escape' })
    expect(box().value).toBe('')
    expect(screen.queryByText(/In place of/)).toBeNull()
  })
})
