import { beforeEach, expect, test, vi } from 'vitest'
import { takeIn } from '../channels/whapi/intake.ts'
import * as ChannelState from '../domain/channel/channel-state.ts'
import * as Ledger from '../domain/channel/ledger.ts'
import { chatIdOf } from '../domain/chat/chat-state.ts'
import { findChat } from '../domain/chat/store.ts'
import { list as listParked } from '../domain/health/parked-list.ts'
import * as Thread from '../domain/message/thread.ts'
import { sqs } from '../lib/queues.ts'
import { channelId, minute, smallWorld } from './example.ts'
import { keepLedger } from './keep-ledger.ts'

const world = smallWorld()
const start = Date.UTC(2026, 10, 21, 9)
beforeEach(() => vi.setSystemTime(start))

/** A message as WhatsApp writes it, so many minutes ago. */
const told = (id: string, minutesAgo: number, fields: object = {}) => ({
  id: `${id}-gA4TwR6sTuV`,
  from_me: false,
  type: 'text',
  chat_id: '6281200000001@s.whatsapp.net',
  timestamp: (Date.now() - minutesAgo * minute) / 1000,
  source: 'mobile',
  text: { body: id },
  from: '6281200000001',
  from_name: 'Sari W',
  ...fields,
})

const deliver = (...messages: object[]) =>
  takeIn(JSON.stringify({ messages, channel_id: channelId }), '/webhook/whapi')

const chatId = (number = '6281200000001') => chatIdOf(channelId, `${number}@s.whatsapp.net`)

async function thread(number?: string) {
  const chat = await findChat(chatId(number))
  return chat ? (await Thread.list(chat, { limit: 50 })).messages : []
}

const keep = async (now = Date.now()) => {
  vi.setSystemTime(now)
  return keepLedger(await ChannelState.get(), now, now + 30_000)
}

const jobs = () => vi.mocked(sqs.send).mock.calls.length

test('what was never delivered is stored in its place in time, once, and the bot keeps quiet', async () => {
  const [one, two, three] = [told('satu', 50), told('dua', 40), told('tiga', 30)]
  const other = told('lain', 20, {
    chat_id: '6281200000002@s.whatsapp.net',
    from: '6281200000002',
  })
  await deliver(one, three)
  const before = jobs()
  world.provider.history = [one, two, three, other]
  expect(await keep()).toMatchObject({
    received: 4,
    stored: 2,
    recovered: 2,
    gaps: [
      { chatId: chatId(), missing: 1 },
      { chatId: chatId('6281200000002'), missing: 1 },
    ],
  })
  expect((await thread()).map(({ text, recovered }) => [text, recovered])).toEqual([
    ['satu', undefined],
    ['dua', true],
    ['tiga', undefined],
  ])
  expect(await thread('6281200000002')).toMatchObject([{ text: 'lain', recovered: true }])
  expect(await findChat(chatId('6281200000002'))).toMatchObject({ lastSeq: 1, readSeq: 0 })
  expect(jobs()).toBe(before)

  expect(await keep(start + 5 * minute)).toBeUndefined()
  expect(await keep(start + 120 * minute)).toMatchObject({ received: 0, recovered: 0 })
  expect(await thread()).toHaveLength(3)
  expect((await Ledger.list(5))[0]).not.toHaveProperty('problem')
})

test('more than fits in one answer is asked for page by page', async () => {
  world.provider.history = Array.from({ length: 1203 }, (_, i) =>
    told(`pesan.${i}`, 60 - i / 100, { chat_id: `62812000${i % 40}@s.whatsapp.net` }),
  )
  expect(await keep()).toMatchObject({ received: 1203, stored: 0, recovered: 1203 })
  expect(world.provider.calls).toHaveLength(3)
})

test('without time for all of it, the rest follows at the next tick', async () => {
  world.provider.history = Array.from({ length: 700 }, (_, i) => told(`pesan.${i}`, 60 - i / 20))
  const entry = await keepLedger(await ChannelState.get(), start, start)
  expect(entry).toMatchObject({ received: 500, recovered: 500 })
  const next = await keep(start + 5 * minute)
  expect(next?.from).toBe(entry?.to)
  expect(next).toMatchObject({ recovered: 200 })
})

test('what is just under way is not missing; it is covered by the next run', async () => {
  world.provider.history = [told('baru', 1)]
  expect(await keep()).toMatchObject({ received: 0 })
  expect(await keep(start + 120 * minute)).toMatchObject({ received: 1, recovered: 1 })
})

test('a run that fails is noted with its reason, and the next one covers its time', async () => {
  world.provider.history = [told('satu', 100)]
  world.provider.ill = true
  expect(await keep()).toMatchObject({
    problem: expect.any(String),
    cause: { code: 'provider_error' },
  })
  world.provider.ill = false
  expect(await keep(start + 10 * minute)).toBeUndefined()
  expect(await keep(start + 30 * minute)).toMatchObject({ recovered: 1 })
})

test('a number that is not linked is news of the channel; back again, the gap is closed at once', async () => {
  await keep(start)
  world.provider.linked = false
  const lost = start + 120 * minute
  await keep(lost)
  expect(await ChannelState.get()).toMatchObject({ state: 'disconnected', code: '401' })
  expect(await keep(lost + 120 * minute)).toBeUndefined()
  vi.setSystemTime(lost)
  world.provider.history = [told('lama', 1)]
  world.provider.linked = true
  const back = lost + 300 * minute
  await ChannelState.remember({ code: 'AUTH' }, back)
  expect(await keep(back + minute)).toMatchObject({ recovered: 1 })
  // The provider may still be filling up: the next run looks as far back again, and then no more.
  const from = new Date(start - 12 * minute).toISOString()
  expect((await keep(back + 121 * minute))?.from.localeCompare(from)).toBeGreaterThanOrEqual(0)
})

test('ticks, reactions and edits in the history are taken in, and nothing of it twice', async () => {
  const shop = { from_me: true, from: '6281200000000', source: 'mobile', status: 'sent' }
  const [question, reply] = [told('halo', 50), told('ada', 45, shop)]
  await deliver(question, reply)
  const act = (id: string, action: object) =>
    told(id, 40, { type: 'action', text: undefined, action })
  world.provider.history = [
    { ...question },
    { ...reply, status: 'read' },
    act('react', { type: 'reaction', target: reply.id, emoji: '👍' }),
    act('edit', {
      type: 'edit',
      target: question.id,
      edited_type: 'text',
      edited_content: { body: 'halo kak' },
    }),
  ]
  expect(await keep()).toMatchObject({ received: 2, stored: 2, recovered: 0 })
  const after = await thread()
  expect(after.map(({ text, status }) => [text, status])).toEqual([
    ['halo kak', 'received'],
    ['ada', 'read'],
  ])
  expect(Object.values(after[1]?.reactionsBy ?? {})).toMatchObject([{ emoji: '👍' }])
  await keep(start + 120 * minute)
  const revs = async () => (await thread()).map(({ rev }) => rev)
  const before = await revs()
  world.provider.history = world.provider.history.map((each) => ({ ...each }))
  await keep(start + 240 * minute)
  expect(await revs()).toEqual(before)
})

test('what nobody can read is parked once, and named in the entry', async () => {
  world.provider.history = [told('baik', 50), { id: 'x', timestamp: start / 1000 - 600 }]
  const entry = await keep()
  expect(entry).toMatchObject({ received: 2, stored: 0, recovered: 1 })
  expect(entry?.problem).toContain('1 of them')
  expect(entry?.cause).toEqual({ code: 'not_stored', count: 1 })
  const progress = await Ledger.progress()
  await Ledger.move(progress, { coveredTo: undefined, nextAt: '' })
  await keep()
  expect((await listParked({ limit: 10 })).items).toMatchObject([{ path: 'history' }])
})
