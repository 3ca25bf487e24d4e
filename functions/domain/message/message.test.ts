import { beforeAll, expect, test } from 'vitest'
import type { ChatState } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { receive } from './incoming.ts'
import * as Thread from './thread.ts'

let chat: ChatState
const words = (messages: { text: string }[]) => messages.map(({ text }) => text).join(' ')

beforeAll(async () => {
  const channelId = eg.newChannelId()
  for (let i = 1; i <= 7; i++) {
    const sentAt = `2026-11-21T09:00:0${i}.000Z`
    const arrival = eg.arrival({ channelId, text: `${i}`, sentAt, providerId: `id-${i}` })
    chat = (await receive(arrival, eg.rules)).chat
  }
})

test('history is paged from the newest up, each page oldest first', async () => {
  const pages: string[] = []
  let before: string | undefined
  do {
    const { messages, cursor } = await Thread.list(chat, { limit: 3, before })
    pages.push(words(messages))
    before = cursor ?? undefined
  } while (before)
  expect(pages).toEqual(['5 6 7', '2 3 4', '1'])
})

test('a page that takes the rest leaves no cursor', async () => {
  expect((await Thread.list(chat, { limit: 7 })).cursor).toBeNull()
})

test.each([
  ['a message', 'id-4'],
  ['a time', '2026-11-21T09:00:04.000Z'],
])('history can be read on from %s', async (_, at) => {
  const { messages } = await Thread.list(chat, { limit: 2, after: at })
  expect(words(messages)).toBe('5 6')
  expect(words((await Thread.list(chat, { limit: 2, before: at })).messages)).toBe('2 3')
})

test('what is no place in the chat is refused', async () => {
  const nowhere = Thread.list(chat, { limit: 2, before: 'nonsense' })
  await expect(nowhere).rejects.toMatchObject({ status: 400 })
})

test('the chat comes with its newest messages in one read', async () => {
  const { chat: read, messages } = await Thread.recent(chat.id, 3)
  expect(read?.lastSeq).toBe(7)
  expect(words(messages)).toBe('7 6 5')
})
