import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import type { Message } from '../../../../shared/message.ts'
import { type Answer, type Asked, network, refused } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { emptyInbox } from '../apply.ts'
import { receive, sendMessage, useInbox } from '../store.ts'
import { Thread } from './thread.tsx'

let calls: Asked[]
let answers: Record<string, Answer | ((asked: Asked) => Answer | Promise<Answer>)>
const asked = (address: string) => calls.filter((it) => it.address === address)
const bubbles = () => screen.findAllByTestId('message')

async function open(
  messages: Partial<Message>[],
  chat = eg.chat({ lastSeq: 3 }),
  cursor: string | null = null,
) {
  const whole = messages.map((fields, at) => eg.message({ id: `m${at}`, seq: at + 1, ...fields }))
  answers['GET /api/chats/chat1'] = [200, { chat, messages: whole, cursor }]
  await show(<Thread chatId="chat1" />)
  await bubbles()
}

beforeEach(() => {
  signedIn({ id: 'me', name: 'Ayu' })
  useInbox.setState(emptyInbox, true)
  answers = {
    'PUT /api/chats/chat1/read': [200, { chat: eg.chat({ lastSeq: 3, readSeq: 3, rev: 2 }) }],
  }
  calls = network((asked) => {
    const answer = answers[asked.address] ?? refused(404, 'not_found')
    return typeof answer === 'function' ? answer(asked) : answer
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('who wrote is told by name, and how far it came by its status', async () => {
  await open([
    { text: 'Halo' },
    { sender: 'bot', text: 'Halo kak', status: 'read' },
    { sender: 'agent', userId: 'other', senderName: 'Bima', text: 'Saya bantu', status: 'sent' },
    { sender: 'agent', userId: 'me', senderName: 'Ayu', text: 'Siap', status: 'queued' },
    { sender: 'phone', text: 'Dari HP', status: 'delivered' },
  ])
  const seen = (await bubbles()).map(({ dataset, textContent }) => [dataset.status, textContent])
  const expected = [
    ['received', /^Halo/],
    ['read', /^BotHalo kak.*Read$/],
    ['sent', /^BimaSaya bantu.*Sent$/],
    ['queued', /^YouSiap.*Waiting to be sent$/],
    ['delivered', /^From the shop’s phoneDari HP.*Delivered$/],
  ] as const
  expected.forEach(([status, words], at) => {
    expect(seen[at]?.[0]).toBe(status)
    expect(seen[at]?.[1]).toMatch(words)
  })
})

test('what cannot be shown yet is named, with its caption', async () => {
  await open([
    { kind: 'image', text: 'Warna biru' },
    { kind: 'hologram', text: '' },
  ])
  const [photo, other] = await bubbles()
  expect(photo?.textContent).toMatch(/Photo.*Warna biru/)
  expect(other?.textContent).toMatch(/kind “hologram”/)
})

test('a message in doubt asks a person, and does what they say', async () => {
  await open([{ sender: 'agent', status: 'unknown' }])
  answers['POST /api/messages/m0/resolve'] = [
    200,
    eg.message({ id: 'm0', sender: 'agent', status: 'sent', rev: 2 }),
  ]
  expect(screen.getByText(/did not say whether/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Mark as sent' }))
  await vi.waitFor(() => expect(screen.queryByText(/did not say whether/)).toBeNull())
  expect(asked('POST /api/messages/m0/resolve')).toMatchObject([{ body: { as: 'sent' } }])
})

test('what did not go out stays in the thread, and can be tried again', async () => {
  await open([{}])
  answers['POST /api/chats/messages'] = 'lost'
  await act(() => sendMessage({ chatId: 'chat1', text: 'Siap', seenSeq: 1 }))
  const unsent = (await bubbles()).at(-1) as HTMLElement
  expect(unsent.dataset.status).toBe('unsent')
  fireEvent.click(within(unsent).getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(asked('POST /api/chats/messages')).toHaveLength(2))
  const [first, second] = asked('POST /api/chats/messages').map(({ body }) => body)
  expect(second).toEqual(first)
})

test('who is too late to take a chat is told who has it', async () => {
  await open([{}])
  answers['PATCH /api/chats/chat1'] = refused(409, 'already_assigned', { assigneeName: 'Bima' })
  fireEvent.click(screen.getByRole('button', { name: 'Take' }))
  expect((await screen.findByRole('alert')).textContent).toBe('Bima already has this chat.')
  expect(asked('PATCH /api/chats/chat1')).toMatchObject([
    { body: { assigneeId: 'me', expectedAssigneeId: null, mode: 'agent' } },
  ])
})

test('a chat that goes to somebody else while it is open says so', async () => {
  await open([{}])
  act(() => receive({ type: 'chat.hidden', chatId: 'chat1', rev: 2 }))
  expect(screen.getByText(/somebody else has it now/)).toBeTruthy()
})

test('under the id of a chat that became part of another one, that one opens', async () => {
  history.replaceState({}, '', '/dashboard-agent/chats/chat1')
  const survivor = eg.chat({ id: 'chat7' })
  const messages = [eg.message({ chatId: 'chat7' })]
  answers['GET /api/chats/chat1'] = [200, { chat: survivor, messages, cursor: null }]
  await show(<Thread chatId="chat1" />)
  await vi.waitFor(() => expect(location.pathname).toBe('/dashboard-agent/chats/chat7'))
  expect(useInbox.getState().threads.chat7?.reach).toBe('')
  history.replaceState({}, '', '/')
})

test('when another chat becomes part of this one, its messages are fetched', async () => {
  await open([{}])
  const merged = [{ chatId: 'chat2', mergedAt: '2026-11-21T10:00:00.000Z' }]
  const both = eg.chat({ lastSeq: 2, merged, rev: 9 })
  const messages = [
    eg.message({ id: 'm0' }),
    eg.message({ id: 'theirs', seq: 2, text: 'Dari lain' }),
  ]
  answers['GET /api/chats/chat1'] = [200, { chat: both, messages, cursor: null }]
  act(() => receive({ type: 'chat.changed', chat: both }))
  expect(await screen.findByText('Dari lain')).toBeTruthy()
})

test('a quote leads to what it quotes', async () => {
  await open([
    { text: 'Ada XL?' },
    { text: 'Ada', sender: 'agent', quoted: { id: 'm0', text: 'Ada XL?' } },
  ])
  const [first] = await bubbles()
  fireEvent.click(screen.getByTitle('Go to the quoted message'))
  await vi.waitFor(() => expect(document.activeElement).toBe(first))
})

describe('to what is not loaded', () => {
  const older = [1, 2, 3].map((at) =>
    eg.message({ id: `old${at}`, text: `Dulu ${at}`, sentAt: `2026-11-01T09:0${at}:00.000Z` }),
  )
  beforeEach(() => {
    answers['GET /api/chats/chat1/messages'] = ({ query }) => {
      if (query.get('before') === 'old2') return [200, { items: older.slice(0, 1), cursor: null }]
      if (query.get('after') === 'old1') return [200, { items: older.slice(1), cursor: 'further' }]
      return new Promise(() => {})
    }
  })
  afterEach(() => history.replaceState({}, '', '/'))

  test('a quote leads too, with what stands around it, and one comes back from there', async () => {
    await open([{}, { text: 'Mau', quoted: { id: 'old2', text: 'Dulu 2' } }], undefined, 'more')
    fireEvent.click(screen.getByTitle('Go to the quoted message'))
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Dulu 2/))
    expect(screen.queryByText('Mau')).toBeNull()
    fireEvent.click(screen.getByTestId('to-newest'))
    expect(await screen.findByText('Mau')).toBeTruthy()
  })

  test('a link leads too', async () => {
    history.replaceState({}, '', '/dashboard-agent/chats/chat1?m=old2')
    await open([{}, { text: 'Mau' }], undefined, 'more')
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Dulu 2/))
    fireEvent.click(screen.getByTestId('to-newest'))
    await vi.waitFor(() => expect(location.search).toBe(''))
  })

  test('what is nowhere is said to be nowhere', async () => {
    answers['GET /api/chats/chat1/messages'] = refused(400, 'invalid_input')
    await open([{ text: 'Mau', quoted: { id: 'nowhere', text: 'Dulu' } }])
    fireEvent.click(screen.getByTitle('Go to the quoted message'))
    expect(await screen.findByText(/not here/)).toBeTruthy()
    expect(screen.getByText('Mau')).toBeTruthy()
  })
})

test('new messages have a mark above them, until one answers', async () => {
  await open(
    [{ text: 'Lama' }, { text: 'Baru' }, { text: 'Lagi' }],
    eg.chat({ lastSeq: 3, readSeq: 1 }),
  )
  const lines = () => [...document.querySelectorAll('li')].map((it) => it.textContent?.slice(0, 12))
  expect(lines().slice(2)).toMatchObject(
    [/Lama/, 'New messages', /Baru/, /Lagi/].map((it) => expect.stringMatching(it)),
  )
  answers['POST /api/chats/messages'] = 'lost'
  await act(() => sendMessage({ chatId: 'chat1', text: 'Siap', seenSeq: 3 }))
  const said = { id: 'm9', seq: 4, sender: 'agent', userId: 'me' } as const
  act(() => receive(eg.messageChanged({ ...said, sentAt: '2026-11-21T10:00:00.000Z' }, { rev: 5 })))
  expect(screen.queryByTestId('new-messages')).toBeNull()
})

test('the thread is a log that tells only what is new', async () => {
  await open([{ text: 'Lama' }])
  const log = screen.getByRole('log', { name: 'Messages' })
  expect(within(log).getByRole('list').getAttribute('aria-live')).toBe('off')
  expect(log.querySelector('[aria-live=polite]')?.textContent).toBe('')
})

test('a customer who writes is read out, what was there before is not', async () => {
  await open([{ text: 'Lama' }])
  const live = () => document.querySelector('[aria-live=polite]')?.textContent
  expect(live()).toBe('')
  const sentAt = '2026-11-21T10:00:00.000Z'
  act(() => receive(eg.messageChanged({ id: 'm9', seq: 4, text: 'Baru', sentAt }, { rev: 5 })))
  expect(live()).toBe('Sari W: Baru')
})

test('an answer of the bot that a person forestalled is no alarm', async () => {
  await open([
    {
      sender: 'bot',
      status: 'failed',
      error: { code: 'taken_over', message: 'A person took over' },
    },
  ])
  expect(screen.getByText('Not sent: a person took over first.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull()
})
