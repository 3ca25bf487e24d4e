import { expect, test } from 'vitest'
import type { MessageStatus } from '../../../shared/message.ts'
import { viewOf } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Message from '../message/message.ts'
import { advance, placeOf } from '../message/receipt.ts'
import * as Thread from '../message/thread.ts'
import { queue } from './from-agent.ts'
import { answer } from './from-bot.ts'
import { sent, settle, take, transition } from './sending.ts'

async function customerWrote(fields = {}) {
  const arrival = eg.arrival({ channelId: eg.newChannelId(), ...fields })
  const { chat, result } = await receive(arrival, eg.rules)
  return { chat, message: result.message, arrival }
}

const hello = { text: 'Halo!', mode: 'bot' } as const

test('a reply takes the chat, ends the bot and leaves nothing unread', async () => {
  const { chat } = await customerWrote()
  const ayu = eg.member()
  const { chat: after, result } = await queue(eg.draft({ chatId: chat.id }), ayu, true)
  expect(result).toMatchObject({ status: 'queued', sender: 'agent', senderName: 'Ayu', seq: 2 })
  expect(viewOf(after)).toMatchObject({ assigneeId: ayu.id, mode: 'agent', unread: 0 })
  expect(after.botDue).toBeUndefined()
})

test('the same draft ten times at once is one message', async () => {
  const { chat } = await customerWrote()
  const [ayu, draft] = [eg.member(), eg.draft({ chatId: chat.id })]
  const results = await Promise.all(Array.from({ length: 10 }, () => queue(draft, ayu, true)))
  expect(new Set(results.map(({ result }) => result.key)).size).toBe(1)
  expect((await Thread.recent(chat.id, 20)).messages).toHaveLength(2)
})

test('an agent cannot write into a colleague’s chat, nor learn that it exists', async () => {
  const { chat } = await customerWrote()
  await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const stranger = queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  await expect(stranger).rejects.toMatchObject({ status: 404 })
  const nowhere = queue(eg.draft({ chatId: 'nowhere' }), eg.member(), true)
  await expect(nowhere).rejects.toMatchObject({ status: 404 })
})

test('whoever has not seen the newest message is asked first; a retry is not', async () => {
  const { chat, arrival } = await customerWrote()
  const ayu = eg.member()
  const draft = eg.draft({ chatId: chat.id, seenSeq: 1 })
  await queue(draft, ayu, true)
  expect((await queue(draft, ayu, true)).result.id).toBe(draft.id)
  await receive({ ...arrival, providerId: 'another', text: 'Eh, dua ya' }, eg.rules)
  const blind = queue(eg.draft({ chatId: chat.id, seenSeq: 2 }), ayu, true)
  await expect(blind).rejects.toMatchObject({ status: 409, code: 'unseen' })
})

test('the bot answers a message once, however often it is asked', async () => {
  const { chat, message } = await customerWrote()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => answer(chat, message.id, hello)),
  )
  expect(answers.filter(({ result }) => result)).toHaveLength(1)
  expect((await Thread.recent(chat.id, 20)).messages).toHaveLength(2)
})

test('of a burst only the newest message is answered', async () => {
  const { chat, message, arrival } = await customerWrote()
  const second = await receive({ ...arrival, providerId: 'second' }, eg.rules)
  expect((await answer(chat, message.id, hello)).result).toBeUndefined()
  expect((await answer(second.chat, 'second', hello)).result).toMatchObject({ sender: 'bot' })
})

test('the bot is silent once a person has written, even with its answer ready', async () => {
  const { chat, message } = await customerWrote()
  await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  expect((await answer(chat, message.id, hello)).result).toBeUndefined()
})

test('the bot’s answer leaves the customer’s own message unread, and nothing more', async () => {
  const { chat, message } = await customerWrote()
  const { chat: after } = await answer(chat, message.id, hello)
  expect(viewOf(after)).toMatchObject({ unread: 1, waitingSince: null })
})

test('a chat handed to people still waits for them', async () => {
  const { chat, message } = await customerWrote()
  const { chat: after } = await answer(chat, message.id, {
    text: 'Baik',
    mode: 'agent',
    handover: true,
  })
  expect(after).toMatchObject({ mode: 'agent', waitingSince: chat.waitingSince })
})

test('a reply never stands above what it answers, even if our clock is late', async () => {
  const ahead = new Date(Date.now() + 30_000).toISOString()
  const { chat } = await customerWrote({ sentAt: ahead })
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  expect(result.sentAt > ahead).toBe(true)
})

test('of ten who reach for the lease, one may send', async () => {
  const { chat } = await customerWrote()
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const leases = await Promise.all(Array.from({ length: 10 }, () => take(result)))
  expect(leases.filter(Boolean)).toHaveLength(1)
})

test('a send of which nobody knows the end is found by its id and may be queued again by a person', async () => {
  const { chat, message } = await customerWrote()
  const { result } = await answer(chat, message.id, hello)
  if (!result) throw new Error('no answer')
  const leased = await take(result)
  if (!leased) throw new Error('no lease')
  await settle(leased, chat.channelId, { is: 'unknown', code: 'timeout', message: 'No answer' })
  expect(await Message.findByRef(result.id)).toMatchObject({ status: 'unknown' })
  expect(await take(result)).toBeUndefined()
  expect(await transition(result, 'queued', ['unknown'])).toMatchObject({ status: 'queued' })
  expect(await take(result)).toMatchObject({ status: 'sending' })
})

test('receipts that overtake the answer to the send are kept', async () => {
  const { chat } = await customerWrote()
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  await take(result)
  const receipt = { channelId: chat.channelId, providerId: 'out-1' }
  for (const status of ['read', 'delivered'] as const)
    expect(await placeOf({ ...receipt, status })).toBeUndefined()
  expect(await sent(result, chat.channelId, 'out-1')).toMatchObject({
    status: 'read',
    providerId: 'out-1',
  })
})

test('of two that have the same name at the provider, the one that has it keeps its receipts', async () => {
  const { chat, arrival } = await customerWrote()
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const leased = await take(result)
  if (!leased) throw new Error('no lease')
  // Its echo was not taken for it, and is a message of its own.
  const echo = { ...arrival, providerId: 'out-2', sender: 'phone', text: 'Baik' } as const
  const stored = await receive(echo, eg.rules)
  const outcome = { is: 'sent', providerId: 'out-2' } as const
  expect(await settle(leased, chat.channelId, outcome)).toMatchObject({ status: 'sent' })
  expect(
    await placeOf({ channelId: chat.channelId, providerId: 'out-2', status: 'read' }),
  ).toMatchObject({ key: stored.result.message.key })
})

test.each<[string, MessageStatus[], MessageStatus]>([
  ['late receipts change nothing', ['read', 'delivered', 'sent'], 'read'],
  ['a failure after sending counts', ['sent', 'failed'], 'failed'],
  ['a late "sent" does not undo a failure', ['sent', 'failed', 'sent'], 'failed'],
  ['being delivered proves a failure wrong', ['sent', 'failed', 'delivered'], 'delivered'],
  ['what was read cannot fail', ['read', 'failed'], 'read'],
])('a status never goes back: %s', async (_, statuses, end) => {
  const { chat } = await customerWrote()
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  await take(result)
  for (const status of statuses) await advance(result, status)
  expect(await Message.find(result, { consistent: true })).toMatchObject({ status: end })
})

test('what is queued is queued after what was queued last, however long ago', async () => {
  const { chat } = await customerWrote()
  const first = await queue(eg.draft({ chatId: chat.id }), eg.member({ role: 'admin' }), true)
  const second = await queue(eg.draft({ chatId: chat.id }), eg.member({ role: 'admin' }), true)
  expect([first.result.after, second.result.after]).toEqual([undefined, first.result.key])
})

test('what comes back unsent keeps its place in the outbox', async () => {
  const { chat } = await customerWrote()
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const dueAt = async () => (await Message.findItem(result))?.item.dueAt
  const queuedAt = await dueAt()
  const leased = await take(result)
  if (!leased) throw new Error('no lease')
  const later = { is: 'later', code: 'rate_limited', message: 'wait' } as const
  expect(await settle(leased, chat.channelId, later)).toMatchObject({ status: 'queued' })
  expect(await dueAt()).toBe(queuedAt)
})
