import { expect, test } from 'vitest'
import * as Chat from '../chat/chat.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { learn } from '../chat/identity.ts'
import type { Patch } from '../chat/patch.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Note from '../message/note.ts'
import { queue } from '../sending/from-agent.ts'
import * as Inbox from './list.ts'
import type { Wanted } from './matching.ts'

const admin = eg.member({ role: 'admin' })
const open = async (fields = {}) =>
  (await receive(eg.arrival({ channelId: eg.newChannelId(), ...fields }), eg.rules)).chat
const change = (chat: ChatState, patch: Patch) =>
  Chat.change(chat.id, patch, admin, true, async () => undefined)

async function all(wanted: Partial<Wanted>, user = admin, seesUnassigned = true) {
  const items = []
  let cursor: string | undefined
  do {
    const page = await Inbox.list(
      { view: 'all', limit: 2, ...wanted, cursor },
      user,
      seesUnassigned,
    )
    items.push(...page.items)
    cursor = page.cursor ?? undefined
  } while (cursor)
  return items
}
const ids = async (...given: Parameters<typeof all>) => (await all(...given)).map(({ id }) => id)

test('a list is of one person’s chats, or of nobody’s, or of those with unread ones', async () => {
  const customerName = `Ani ${crypto.randomUUID()}`
  const ayu = eg.member()
  const [free, hers, read] = [
    await open({ customerName }),
    await open({ customerName }),
    await open({ customerName }),
  ]
  await change(hers, { assigneeId: ayu.id })
  await Chat.markRead(read.id, 1)
  const q = customerName
  expect(await ids({ q, assignee: ayu.id })).toEqual([hers.id])
  expect(await ids({ q, assignee: 'none' })).toEqual([read.id, free.id])
  expect(await ids({ q, unread: 'true' })).toEqual([hers.id, free.id])
  expect(await ids({ q, assignee: ayu.id }, eg.member())).toEqual([])
})

test('who waits for a person is listed, the longest wait first; whom the bot answers, or who was answered, is not', async () => {
  const ayu = eg.member()
  const at = (minute: number) => ({ sentAt: `2026-11-21T09:0${minute}:00.000Z` })
  const chats = []
  for (const minute of [3, 1, 4, 2]) chats.push(await open(at(minute)))
  const [third, first, answered, second] = chats as [ChatState, ChatState, ChatState, ChatState]
  const bots = await open(at(0))
  for (const chat of chats) await change(chat, { assigneeId: ayu.id })
  await change(bots, { assigneeId: ayu.id, mode: 'bot' })
  await queue(eg.draft({ chatId: answered.id }), ayu, true)
  const assignee = ayu.id
  expect(await ids({ assignee, sort: 'waiting' })).toEqual([first.id, second.id, third.id])
  expect((await ids({ assignee, unanswered: 'true' })).sort()).toEqual(
    [first.id, second.id, third.id].sort(),
  )
  await change(second, { mode: 'closed' })
  await change(third, { mode: 'paused' })
  expect(await ids({ assignee, sort: 'waiting' })).toEqual([first.id, third.id])
  expect(await ids({ assignee, sort: 'waiting' }, eg.member())).toEqual([])
})

test('whoever closes a chat by mistake opens it again, and its customer waits as before', async () => {
  const chat = await open()
  await change(chat, { mode: 'agent' })
  await change(chat, { mode: 'closed' })
  await change(chat, { mode: 'closed' })
  const closed = await Chat.get(chat.id, admin, true)
  expect(closed.waitingSince).toBeNull()
  await change(chat, { mode: 'agent' })
  const opened = await Chat.get(chat.id, admin, true)
  expect(opened).toMatchObject({ mode: 'agent', waitingSince: chat.waitingSince })
})

test('of two chats that are shown as one, one waits', async () => {
  const channelId = eg.newChannelId()
  const ayu = eg.member()
  const hidden = await open({ channelId, providerChatId: '1234@lid', phone: null })
  const known = await open({ channelId })
  for (const chat of [hidden, known]) await change(chat, { assigneeId: ayu.id })
  const phone = '+6281200000001'
  await learn({ channelId, hidden: '1234@lid', known: '6281200000001@s.whatsapp.net', phone })
  expect(await ids({ assignee: ayu.id, sort: 'waiting' })).toEqual([known.id])
})

test('a cursor of another order is refused', async () => {
  await open()
  await open()
  const { cursor } = await Inbox.list({ view: 'all', limit: 1 }, admin, true)
  const other: Wanted = { view: 'all', sort: 'waiting', limit: 1, cursor: cursor ?? '' }
  await expect(Inbox.list(other, admin, true)).rejects.toMatchObject({ status: 400 })
})

test('what was said in a thread is found with its message, by those who may see the chat', async () => {
  const words = `resi ${crypto.randomUUID()}`
  const ayu = eg.member()
  const channelId = eg.newChannelId()
  const chat = await open({ channelId, text: `Kak, ini ${words.toUpperCase()} ya, makasih` })
  await receive(eg.arrival({ channelId, text: 'Sudah sampai belum kak?' }), eg.rules)
  const note = { id: crypto.randomUUID(), text: `Cek ${words}` }
  await Note.add(chat.id, note, ayu, true)
  const find = (user: typeof ayu, q = words) =>
    Inbox.list({ view: 'all', limit: 50, q }, user, false)
  await change(chat, { assigneeId: ayu.id })
  const { items, found = [] } = await find(ayu)
  expect(items.map(({ id }) => id)).toEqual([chat.id])
  expect(found.map(({ messageId }) => messageId)).toContain(note.id)
  expect(found).toHaveLength(2)
  expect(found.every(({ chatId }) => chatId === chat.id)).toBe(true)
  expect(await find(eg.member())).toMatchObject({ items: [], found: [] })
  expect((await find(ayu, words.slice(0, 2))).found).toBeUndefined()
})

test('of a long message the part is told in which the words stand', async () => {
  const words = `alamat ${crypto.randomUUID()}`
  const text = `${'panjang sekali '.repeat(40)}${words}${' dan seterusnya'.repeat(40)}`
  await open({ text })
  const { found = [] } = await Inbox.list({ view: 'all', limit: 50, q: words }, admin, true)
  expect(found).toHaveLength(1)
  expect(found[0]?.text).toContain(words)
  expect(found[0]?.text.length).toBeLessThan(200)
})

test('what was read can be marked to be looked at again, by those who may see it', async () => {
  const chat = await open()
  const ayu = eg.member()
  await Chat.markRead(chat.id, 1)
  const marked = await Chat.markUnread(chat.id, ayu, true)
  expect(marked).toMatchObject({ chat: { lastSeq: 1, readSeq: 0 }, result: true })
  expect((await Chat.markUnread(chat.id, ayu, true)).result).toBe(false)
  await expect(Chat.markUnread(chat.id, ayu, false)).rejects.toMatchObject({ status: 404 })
})
