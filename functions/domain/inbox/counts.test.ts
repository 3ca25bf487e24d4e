import { expect, test } from 'vitest'
import * as Chat from '../chat/chat.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { count, countedAs } from '../chat/counters.ts'
import { join, split } from '../chat/identity.ts'
import type { Patch } from '../chat/patch.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import { queue } from '../sending/from-agent.ts'
import { settle, take } from '../sending/sending.ts'
import { counters, counts, openOf } from './counts.ts'
import { recount } from './recount.ts'

const admin = eg.member({ role: 'admin' })
const open = async (fields = {}, rules = eg.rules) =>
  (await receive(eg.arrival({ channelId: eg.newChannelId(), ...fields }), rules)).chat
const change = async (chat: ChatState, patch: Patch) =>
  (await Chat.change(chat.id, patch, admin, true, async () => undefined)).chat
const mine = async (user: ReturnType<typeof eg.member>) => counts(user, false)

test('the sidebar counts what somebody has as it goes on: read, unread, paused, closed, given away', async () => {
  const [ayu, budi] = [eg.member(), eg.member()]
  const chat = await open()
  await change(chat, { assigneeId: ayu.id })
  const one = { all: 1, mine: 1, unassigned: 0, unread: 1, unsent: 0 }
  expect(await mine(ayu)).toMatchObject({ ...one, modes: { agent: 1 }, channels: { whatsapp: 1 } })
  await Chat.markRead(chat.id, 1)
  expect(await mine(ayu)).toMatchObject({ ...one, unread: 0 })
  await Chat.markUnread(chat.id, ayu, true)
  expect(await mine(ayu)).toMatchObject(one)
  await change(chat, { mode: 'paused' })
  expect(await mine(ayu)).toMatchObject({ ...one, modes: { agent: 0, paused: 1 } })
  await change(chat, { mode: 'closed' })
  expect(await mine(ayu)).toMatchObject({ all: 0, unread: 0, modes: { closed: 1 } })
  expect(await openOf(ayu.id)).toBe(0)
  await change(chat, { assigneeId: budi.id, mode: 'agent' })
  expect(await mine(ayu)).toMatchObject({ all: 0, modes: { closed: 0, agent: 0 } })
  expect(await openOf(budi.id)).toBe(1)
})

test('what did not go out is counted, also in a chat that is closed', async () => {
  const ayu = eg.member()
  const chat = await open()
  const { result } = await queue(eg.draft({ chatId: chat.id }), ayu, true)
  const taken = await take(result)
  if (taken) await settle(taken, chat.channelId, { is: 'failed', code: 'rejected', message: 'no' })
  await change(chat, { mode: 'closed' })
  expect(await mine(ayu)).toMatchObject({ all: 0, unsent: 1, modes: { closed: 1 } })
})

test('two chats that are shown as one count once, and twice again when they are taken apart', async () => {
  const ayu = eg.member()
  const channelId = eg.newChannelId()
  const one = await open({ channelId })
  const other = await open({ channelId, providerChatId: '6281200000002@s.whatsapp.net' })
  for (const chat of [one, other]) await change(chat, { assigneeId: ayu.id })
  expect((await mine(ayu)).all).toBe(2)
  const parts = await Promise.all([one, other].map(({ id }) => Chat.get(id, admin, true)))
  await join(...(parts as [ChatState, ChatState]))
  expect((await mine(ayu)).all).toBe(1)
  await split(other.id, one.id)
  expect((await mine(ayu)).all).toBe(2)
})

test('of many changes at once each is counted, and a count is what a recount is', async () => {
  const ayu = eg.member()
  const chats = await Promise.all(Array.from({ length: 30 }, () => open()))
  await Promise.all(
    chats.map(async (chat, at) => {
      await change(chat, { assigneeId: ayu.id })
      if (at % 2) await Chat.markRead(chat.id, 1)
      if (at % 3 === 0) await change(chat, { mode: 'closed' })
    }),
  )
  expect(await mine(ayu)).toMatchObject({ all: 20, unread: 10, modes: { closed: 10 } })
  const [kept, truth] = [await counters(), await recount()]
  for (const [row, numbers] of truth)
    if (row.startsWith(ayu.id)) expect(kept.get(row)).toEqual(numbers)
})

test('a chat is counted in one row of its owner, whatever its id looks like', async () => {
  const chat = await open()
  for (const id of [chat.id, '', 'chat of no hash'])
    expect(countedAs({ ...chat, id, assigneeId: 'ayu' })?.row).toMatch(/^ayu#[0-7]$/)
  const rows = new Map()
  count(rows, chat)
  count(rows, chat, -1)
  for (const numbers of rows.values())
    expect(Object.values(numbers).every((it) => it === 0)).toBe(true)
})
