import type { SendMessageCommand } from '@aws-sdk/client-sqs'
import { beforeEach, expect, test, vi } from 'vitest'
import * as ChannelState from '../domain/channel/channel-state.ts'
import type { MessageState } from '../domain/chat/chat-state.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import * as Message from '../domain/message/message.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { settle, take } from '../domain/sending/sending.ts'
import { sqs } from '../lib/queues.ts'
import { handler as tick } from '../tick.ts'
import { day, minute, smallWorld } from './example.ts'

const world = smallWorld()
const start = Date.UTC(2026, 10, 21, 9)
const agent = eg.member()
beforeEach(async () => {
  vi.setSystemTime(start)
  await ChannelState.remember({ code: 'AUTH' })
})

/** A chat and messages of an agent in it, in the table alone. */
async function queuedIn(number: number, texts = ['Siap']) {
  const providerChatId = `62812000${String(number).padStart(5, '0')}@s.whatsapp.net`
  const { chat } = await receive(eg.arrival({ providerChatId }), eg.rules)
  const messages: MessageState[] = []
  for (const text of texts)
    messages.push((await queue(eg.draft({ chatId: chat.id, text }), agent, true)).result)
  return messages
}

async function inDoubt(number: number) {
  const [queued] = await queuedIn(number)
  const message = queued && (await take(queued))
  if (message)
    await settle(message, eg.arrival().channelId, { is: 'unknown', code: 'timeout', message: '' })
}

/** The keys of the messages whose jobs went to the queue since last asked. */
function sent(): string[] {
  const calls = vi.mocked(sqs.send).mock.calls as unknown as [SendMessageCommand][]
  const keys = calls.map(([{ input }]) => JSON.parse(input.MessageBody ?? '').key)
  vi.mocked(sqs.send).mockClear()
  return keys
}

async function tickAt(at: number) {
  vi.setSystemTime(at)
  await tick()
}

const keysOf = (messages: MessageState[]) => messages.map(({ key }) => key)
const statusOf = async (message?: MessageState) =>
  message && (await Message.find(message, { consistent: true }))?.status

test('however much nobody can decide, what can go out goes out', async () => {
  for (let number = 0; number < 120; number++) await inDoubt(number)
  vi.setSystemTime(start + minute)
  const waiting = await queuedIn(500, ['satu', 'dua', 'tiga'])
  await tickAt(start + 3 * minute)
  expect(sent()).toEqual(keysOf(waiting))
})

test('hundreds of messages without a job are all put on the queue, in the order of their chats', async () => {
  const chats: MessageState[][] = []
  for (let number = 0; number < 60; number++)
    chats.push(await queuedIn(number, ['a', 'b', 'c', 'd']))
  await tickAt(start + 2 * minute)
  const keys = sent()
  expect(keys).toHaveLength(240)
  for (const messages of chats) {
    const own = new Set(keysOf(messages))
    expect(keys.filter((key) => own.has(key))).toEqual([...own])
  }
})

test('a send that died is in doubt when its lease has run out, not before', async () => {
  const [message] = await queuedIn(1)
  if (message) await take(message)
  await tickAt(start + 10_000)
  expect(await statusOf(message)).toBe('sending')
  await tickAt(start + 2 * minute)
  expect(await statusOf(message)).toBe('unknown')
  expect(sent()).toEqual([])
})

test('while the channel is down all stays where it is; when it is back all goes out in order', async () => {
  await ChannelState.remember({ code: 'QR' })
  world.provider.linked = false
  const waiting = await queuedIn(1, ['satu', 'dua', 'tiga'])
  await tickAt(start + 5 * minute)
  await tickAt(start + 20 * minute)
  expect(sent()).toEqual([])
  world.provider.linked = true
  await tickAt(start + 25 * minute)
  expect(sent()).toEqual([])
  await tickAt(start + 35 * minute)
  expect(sent()).toEqual(keysOf(waiting))
  expect((await ChannelState.get()).state).toBe('connected')
})

test('what is in doubt is looked up ever more rarely, and after an hour no more', async () => {
  await inDoubt(1)
  const looks: number[] = []
  for (let at = start; at < start + day / 4; at += 5 * minute) {
    world.provider.calls = []
    await tickAt(at)
    if (world.provider.calls.some((path) => path.startsWith('/messages/list/')))
      looks.push((at - start) / minute)
  }
  expect(looks).toEqual([5, 15, 35, 75])
})
