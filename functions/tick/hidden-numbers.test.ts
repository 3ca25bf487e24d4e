import type { SendMessageCommand } from '@aws-sdk/client-sqs'
import { beforeEach, expect, test, vi } from 'vitest'
import * as ChannelState from '../domain/channel/channel-state.ts'
import type { ChatState } from '../domain/chat/chat-state.ts'
import * as Hidden from '../domain/chat/hidden.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import { sqs } from '../lib/queues.ts'
import { handler as tick } from '../tick.ts'
import { day, minute, smallWorld } from './example.ts'

smallWorld()
const start = Date.UTC(2026, 10, 21, 9)
beforeEach(async () => {
  vi.setSystemTime(start)
  await ChannelState.remember({ code: 'AUTH' })
})

/** A customer whose number the provider did not tell. */
async function unresolved(digits = '250388305424512'): Promise<ChatState> {
  const from = { providerChatId: `${digits}@lid`, phone: null }
  const { chat } = await receive(eg.arrival(from), { ...eg.rules, botOwes: () => false })
  await Hidden.askedInVain(chat.id)
  return chat
}

/** The chats whose number was asked for since last looked. */
function askedFor(): string[] {
  const calls = vi.mocked(sqs.send).mock.calls as unknown as [SendMessageCommand][]
  const jobs = calls.map(([{ input }]) => JSON.parse(input.MessageBody ?? ''))
  vi.mocked(sqs.send).mockClear()
  return jobs.filter((job) => job.do === 'resolve').map(({ chatId }) => chatId)
}

async function tickAt(at: number) {
  vi.setSystemTime(at)
  await tick()
  return askedFor()
}

test('a number nobody told is asked for once a day, as long as it stays hidden', async () => {
  const { id } = await unresolved()
  expect(await tickAt(start + 60 * minute)).toEqual([])
  expect(await tickAt(start + day)).toEqual([id])
  expect(await tickAt(start + day + 5 * minute)).toEqual([])
  expect(await tickAt(start + 2 * day)).toEqual([id])
  await Hidden.forget(id)
  expect(await tickAt(start + 4 * day)).toEqual([])
})

test('many hidden numbers share what a day has room for, the longest unasked first', async () => {
  const chats = []
  for (let n = 0; n < 8; n++) {
    vi.setSystemTime(start + n * minute)
    chats.push((await unresolved(`2503883054245${10 + n}`)).id)
  }
  expect(await tickAt(start + day + 60 * minute)).toEqual(chats.slice(0, 6))
  expect(await tickAt(start + 2 * day)).toEqual(chats.slice(6))
})

test('while WhatsApp is not connected nobody is asked', async () => {
  await unresolved()
  await ChannelState.remember({ code: 'QR' })
  expect(await tickAt(start + day)).toEqual([])
})

test('news of the customer is a reason to ask, ever more rarely, and not of who was told or taken apart', async () => {
  const chat = await unresolved()
  const newsAt = async (minutes: number, about = chat) => {
    await Hidden.askAgain(about, start + minutes * minute)
    return askedFor().length
  }
  expect(await newsAt(1)).toBe(0)
  expect(await newsAt(2, { ...chat, keptApart: true })).toBe(0)
  expect(await newsAt(2, { ...chat, customer: { name: 'Sari', phone: '+6281200000001' } })).toBe(0)
  expect(await newsAt(2)).toBe(1)
  await Hidden.askedInVain(chat.id, start + 2 * minute)
  expect(await newsAt(5)).toBe(0)
  expect(await newsAt(6)).toBe(1)
})
