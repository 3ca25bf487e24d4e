import { describe, expect, test } from 'vitest'
import * as Chat from '../chat/chat.ts'
import { type ChatState, chatIdOf, viewOf } from '../chat/chat-state.ts'
import { findChat } from '../chat/store.ts'
import * as eg from '../example.ts'
import { queue } from '../sending/from-agent.ts'
import type { Arrival } from './arrival.ts'
import { receive } from './incoming.ts'
import { advance, placeOf } from './receipt.ts'
import * as Thread from './thread.ts'

const chatOf = (channelId: string) =>
  findChat(chatIdOf(channelId, '6281200000001@s.whatsapp.net'), { consistent: true })

const minuteAgo = new Date(Date.now() - 60_000).toISOString()

test('a first message opens a chat with its name and number', async () => {
  const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  expect(viewOf(chat)).toMatchObject({
    customer: { name: 'Sari W', phone: '+6281200000001' },
    mode: 'bot',
    assigneeId: null,
    lastSeq: 1,
    unread: 1,
    lastMessage: { text: 'Halo kak', sender: 'customer', status: 'received' },
  })
})

test('the same delivery five times at once is one message', async () => {
  const arrival = eg.arrival({ channelId: eg.newChannelId() })
  const results = await Promise.all(Array.from({ length: 5 }, () => receive(arrival, eg.rules)))
  expect(results.filter(({ result }) => result.fresh)).toHaveLength(1)
  const { messages } = await Thread.recent(results[0]?.chat.id ?? '', 10)
  expect(messages).toHaveLength(1)
  expect(await chatOf(arrival.channelId)).toMatchObject({ lastSeq: 1 })
})

test('the same message is one message even if its time or place in the delivery differ', async () => {
  const first = eg.arrival({ channelId: eg.newChannelId() })
  const { chat } = await receive(first, eg.rules)
  const again = await receive({ ...first, sentAt: '2026-11-21T09:00:01.000Z', index: 3 }, eg.rules)
  expect(again.result).toMatchObject({ fresh: false, message: { sentAt: first.sentAt } })
  expect((await Thread.recent(chat.id, 10)).messages).toHaveLength(1)
})

test('ten messages of one customer at once are all kept, each with its own number', async () => {
  const channelId = eg.newChannelId()
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      receive(eg.arrival({ channelId, text: `pesan ${i}` }), eg.rules),
    ),
  )
  const seqs = results.map(({ result }) => result.message.seq).sort((a, b) => a - b)
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await chatOf(channelId)).toMatchObject({ lastSeq: 10, readSeq: 0 })
})

describe('a call of the customer’s', () => {
  const call = { kind: 'call', text: '', content: { call: { status: 'missed', video: false } } }
  async function told(...arrivals: Partial<Arrival>[]) {
    const channelId = eg.newChannelId()
    for (const fields of arrivals) await receive(eg.arrival({ channelId, ...fields }), eg.rules)
    const { messages } = await Thread.list((await chatOf(channelId)) as ChatState, { limit: 10 })
    return messages.map(({ kind, text }) => text || kind)
  }

  test('stands above what was written after it in the same second, whatever the ids', async () => {
    const called = { ...call, providerId: 'zz', sentAt: '2026-11-21T09:00:00.700Z' }
    const wrote = { providerId: 'aa', text: 'Kok tidak diangkat?' }
    expect(await told(called, wrote)).toEqual(['call', 'Kok tidak diangkat?'])
    const coarse = { ...called, sentAt: '2026-11-21T09:00:00.000Z' }
    expect(await told(coarse, wrote)).toEqual(['call', 'Kok tidak diangkat?'])
  })

  test('stands at its own time, however late it is told', async () => {
    const at = (second: string, text: string) => ({ text, sentAt: `2026-11-21T09:00:${second}Z` })
    const called = { ...call, sentAt: '2026-11-21T09:00:02.400Z' }
    expect(await told(at('01.000', 'satu'), at('03.000', 'tiga'), called)).toEqual([
      'satu',
      'call',
      'tiga',
    ])
  })

  test('stands where it was between our own words of the same second', async () => {
    const channelId = eg.newChannelId()
    const { chat } = await receive(eg.arrival({ channelId, sentAt: minuteAgo }), eg.rules)
    const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
    const before = new Date(Date.parse(result.sentAt) - 1).toISOString()
    await receive(eg.arrival({ channelId, ...call, sentAt: before }), eg.rules)
    const { messages } = await Thread.list((await chatOf(channelId)) as ChatState, { limit: 10 })
    expect(messages.map(({ kind, sender }) => `${sender} ${kind}`)).toEqual([
      'customer text',
      'customer call',
      'agent text',
    ])
  })
})

test('messages of one second stand in the order of their delivery, whatever their ids', async () => {
  const channelId = eg.newChannelId()
  for (const [index, providerId] of ['zz', 'aa', 'mm'].entries())
    await receive(eg.arrival({ channelId, providerId, index, text: providerId }), eg.rules)
  const chat = await chatOf(channelId)
  const { messages } = await Thread.list(chat as ChatState, { limit: 10 })
  expect(messages.map(({ text }) => text)).toEqual(['zz', 'aa', 'mm'])
})

test('a late message stands where it belongs in time and does not become the last one', async () => {
  const channelId = eg.newChannelId()
  await receive(eg.arrival({ channelId, text: 'baru' }), eg.rules)
  const late = eg.arrival({ channelId, text: 'lama', sentAt: '2026-11-21T08:00:00.000Z' })
  const { chat } = await receive(late, eg.rules)
  expect(chat.lastMessage?.text).toBe('baru')
  const { messages } = await Thread.list(chat, { limit: 10 })
  expect(messages.map(({ text }) => text)).toEqual(['lama', 'baru'])
})

describe('what is typed on the phone', () => {
  const typed = (channelId: string) =>
    eg.arrival({ channelId, sender: 'phone', status: 'sent', takesOver: true, text: 'Masih kak' })

  test('ends the bot, marks the chat read and answers the customer', async () => {
    const channelId = eg.newChannelId()
    // What was typed long ago ends nothing any more.
    const sentAt = new Date().toISOString()
    await receive(eg.arrival({ channelId, sentAt }), eg.rules)
    const { chat } = await receive({ ...typed(channelId), sentAt }, eg.rules)
    expect(chat).toMatchObject({ mode: 'agent', lastSeq: 2, readSeq: 2, waitingSince: null })
    expect(chat.botDue).toBeUndefined()
  })

  test('takes along a receipt that overtook it', async () => {
    const arrival = typed(eg.newChannelId())
    const { channelId, providerId } = arrival
    expect(await placeOf({ channelId, providerId, status: 'delivered' })).toBeUndefined()
    const { result } = await receive(arrival, eg.rules)
    expect(result).toMatchObject({ fresh: true, message: { status: 'delivered' } })
    expect((await receive(arrival, eg.rules)).result.fresh).toBe(false)
  })
})

test('what another program sends takes nothing over and leaves unread what was unread', async () => {
  const channelId = eg.newChannelId()
  await receive(eg.arrival({ channelId }), eg.rules)
  const sent = eg.arrival({ channelId, sender: 'phone', status: 'sent', takesOver: false })
  const { chat } = await receive(sent, eg.rules)
  expect(viewOf(chat)).toMatchObject({ mode: 'bot', unread: 1 })
  expect(chat.waitingSince).not.toBeNull()
})

test('a closed chat wakes up with the bot when its customer writes', async () => {
  const channelId = eg.newChannelId()
  const first = await receive(eg.arrival({ channelId }), eg.rules)
  const { changeChat } = await import('../chat/store.ts')
  await changeChat(first.chat.id, (chat) => {
    if (!chat) throw new Error('gone')
    return { chat: { ...chat, mode: 'closed', assigneeId: 'ayu' }, result: undefined }
  })
  const { chat } = await receive(eg.arrival({ channelId, text: 'Halo lagi' }), eg.rules)
  expect(chat).toMatchObject({ mode: 'bot', assigneeId: null })
})

test('what comes late and was answered since neither waits nor wakes a closed chat', async () => {
  const channelId = eg.newChannelId()
  const phone = { sender: 'phone', status: 'sent', takesOver: true } as const
  const sentAt = new Date().toISOString()
  const { chat: closed } = await receive(eg.arrival({ channelId, sentAt, ...phone }), eg.rules)
  const patch = { mode: 'closed' } as const
  const admin = eg.member({ role: 'admin' })
  await Chat.change(closed.id, patch, admin, true, async () => undefined)
  const { chat } = await receive(eg.arrival({ channelId, text: 'lama' }), eg.rules)
  expect(viewOf(chat)).toMatchObject({ mode: 'closed', waitingSince: null, unread: 1 })
})

test('a receipt never turns a customer’s message into one of ours', async () => {
  const arrival = eg.arrival({ channelId: eg.newChannelId() })
  const { result } = await receive(arrival, eg.rules)
  const place = await placeOf({ ...arrival, status: 'read' })
  expect(place).toEqual({ chatId: result.message.chatId, key: result.message.key })
  expect(await advance(result.message, 'read')).toBeUndefined()
})
