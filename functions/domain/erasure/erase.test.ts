import type { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test, vi } from 'vitest'
import { table } from '../../lib/table.ts'
import { channelId, smallWorld } from '../../tick/example.ts'
import type { Counters } from '../chat/counters.ts'
import { learn } from '../chat/identity.ts'
import * as Person from '../chat/person.ts'
import { findChat } from '../chat/store.ts'
import { counters } from '../inbox/counts.ts'
import { list } from '../inbox/list.ts'
import { recount } from '../inbox/recount.ts'
import * as Thread from '../message/thread.ts'
import { clock, customer, rina } from '../numbers/example.ts'
import { answer } from '../sending/from-bot.ts'
import { take } from '../sending/sending.ts'
import { erase } from './erase.ts'
import * as Erasure from './erasure.ts'
import { eraseAll, number, open, providerChatId, secrets, spoken, tracesIn } from './example.ts'
import { page } from './export.ts'
import * as Erasures from './lately.ts'

const world = smallWorld()
beforeEach(open)
const traces = (...names: string[]) => tracesIn(world.memory, names)

/** One step of it, however much there is to do: what a call that was cut off has done. */
const oneStep = (chatId: string) => erase(chatId, rina, -1)

const withoutZeros = (rows: Counters) =>
  [...rows].filter(([, row]) => Object.values(row).some((number) => number !== 0)).sort()

const isCounted = async () =>
  expect(withoutZeros(await counters())).toEqual(withoutZeros(await recount()))

test('nothing of a customer is left in the table but the receipt, and the counters are right', async () => {
  const sari = await spoken()
  const budi = customer('6281277770002')
  await budi.writes()
  await Person.remember(channelId, providerChatId, 'Sari Rahasia')
  const receipt = await eraseAll(sari.chatId)
  expect(receipt).toMatchObject({
    id: sari.chatId,
    by: 'Rina',
    done: true,
    chats: 1,
    messages: 6,
    recoverableUntil: null,
  })
  expect(traces(...secrets(sari.chatId))).toEqual([])
  expect(JSON.stringify(await Erasures.list())).not.toMatch(/Rahasia|62812/)
  expect([...world.memory.items()].find(({ pk }) => pk === 'erasures')).not.toHaveProperty('known')
  expect(await findChat(budi.chatId)).toBeTruthy()
  await isCounted()
})

test('a shop whose table can be restored is told until when', async () => {
  vi.stubEnv('RECOVERY_DAYS', '35')
  const sari = await spoken()
  const { erasedAt, recoverableUntil } = await eraseAll(sari.chatId)
  const days = (Date.parse(recoverableUntil ?? '') - Date.parse(erasedAt ?? '')) / 86_400_000
  expect(days).toBe(35)
  vi.stubEnv('RECOVERY_DAYS', '0')
})

test('wherever it was cut off, the next call goes on, and what it tells is the same', async () => {
  const sari = await spoken()
  for (let at = 0; at < 60; at++) await sari.writes()
  const calls = []
  do {
    calls.push(Erasure.receiptOf(await oneStep(sari.chatId)))
    await isCounted()
  } while (!calls.at(-1)?.done)
  expect(calls.length).toBeGreaterThan(5)
  expect(calls[0]).toMatchObject({ erasedAt: null, messages: 24 })
  expect(calls.at(-1)).toMatchObject({ messages: 66, chats: 1 })
  expect(traces(...secrets(sari.chatId))).toEqual([])
  expect(await eraseAll(sari.chatId)).toEqual(calls.at(-1))
})

test('two who erase the same customer at once erase each message once', async () => {
  const sari = await spoken()
  for (let at = 0; at < 30; at++) await sari.writes()
  await Promise.all([eraseAll(sari.chatId), eraseAll(sari.chatId)])
  expect(await eraseAll(sari.chatId)).toMatchObject({ messages: 36, done: true })
  await isCounted()
})

test('what the customer writes while it goes on is erased as well, as long as the chat is there', async () => {
  const sari = await spoken()
  await oneStep(sari.chatId)
  await sari.writes({ text: 'Masih Rahasia' })
  expect(await eraseAll(sari.chatId)).toMatchObject({ messages: 7 })
  expect(traces(...secrets(sari.chatId))).toEqual([])
})

test('what is written just as the chat is let go is not left behind without it', async () => {
  const sari = await spoken()
  let isWritten = false
  vi.mocked(table.send).mockImplementation((async (command: QueryCommand) => {
    const answer = await world.memory.execute(command)
    const isOfMessages = command.input.ExpressionAttributeValues?.[':from'] === 'message#'
    if (isOfMessages && (answer as { Count?: number }).Count === 0 && !isWritten) {
      isWritten = true
      await sari.writes({ text: 'Sempat Rahasia' })
    }
    return answer
  }) as never)
  expect(await eraseAll(sari.chatId)).toMatchObject({ messages: 7, chats: 1 })
  expect(isWritten).toBe(true)
  expect(traces(...secrets(sari.chatId))).toEqual([])
})

test('who writes before all of it is done, but after the chat is gone, is not erased by it', async () => {
  const sari = await spoken()
  const isGone = async () => (await findChat(sari.chatId)) === undefined
  while (!(await isGone())) await oneStep(sari.chatId)
  await sari.writes({ text: 'Halo lagi' })
  expect(await eraseAll(sari.chatId)).toMatchObject({ done: true, messages: 6, chats: 1 })
  expect(await findChat(sari.chatId)).toMatchObject({ lastSeq: 1 })
})

test('a customer who writes afterwards has a new chat, newer to every browser than the old one ever was', async () => {
  const sari = await spoken()
  const since = new Date(Date.now() - 1000).toISOString()
  await eraseAll(sari.chatId)
  const admin = { ...rina }
  const before = await list({ view: 'all', since, limit: 50 }, admin, true)
  const gone = before.hidden?.find(({ chatId }) => chatId === sari.chatId)
  clock('09:30')
  await sari.writes({ text: 'Halo lagi' })
  const { items } = await list({ view: 'all', limit: 50 }, admin, true)
  expect(items).toMatchObject([{ id: sari.chatId, lastSeq: 1, customer: { name: 'Sari Rahasia' } }])
  expect(items[0]?.rev).toBeGreaterThan(gone?.rev ?? Number.POSITIVE_INFINITY)
  expect((await eraseAll(sari.chatId)).messages).toBe(1)
  await isCounted()
})

test('somebody known under two ids is erased under both', async () => {
  const hidden = '250388305424599@lid'
  const known = customer(number, { channelId, customerName: 'Sari Rahasia' })
  const other = customer('', { channelId, providerChatId: hidden, phone: null })
  await known.writes()
  await other.writes({ text: 'Rahasia' })
  await learn({ channelId, hidden, known: providerChatId, phone: `+${number}` })
  expect(await eraseAll(other.chatId)).toMatchObject({ chats: 2, messages: 2 })
  expect(traces('Rahasia', number, '250388305424599', known.chatId, other.chatId)).toEqual([])
  expect(await eraseAll(known.chatId)).toMatchObject({ done: true, messages: 2 })
  await isCounted()
})

test('what was on its way meanwhile does not bring the customer back', async () => {
  const sari = customer(number, { channelId })
  await sari.writes()
  const chat = await sari.chat()
  const queued = await sari.hears()
  await eraseAll(sari.chatId)
  expect(await take(queued.result)).toBeUndefined()
  await expect(answer(chat, chat.botDue ?? '', { text: 'Halo', mode: 'bot' })).rejects.toThrow()
  expect(traces(sari.chatId)).toEqual([])
})

test('all that is known of a customer comes page by page, with notes, versions and both ids', async () => {
  const sari = await spoken()
  for (let at = 0; at < 250; at++) await sari.writes()
  const first = await page(sari.chatId, undefined)
  expect(first).toMatchObject({
    ids: [providerChatId],
    chat: { customer: { name: 'Sari Rahasia', phone: `+${number}` } },
  })
  expect(first.messages).toHaveLength(200)
  expect(first.messages.map(({ kind }) => kind)).toContain('note')
  const second = await page(sari.chatId, first.cursor ?? undefined)
  expect(second.cursor).toBeNull()
  const ids = [...first.messages, ...second.messages].map(({ id }) => id)
  expect(new Set(ids).size).toBe(256)
  const { messages } = await Thread.list(await sari.chat(), { limit: 1 })
  expect(ids.at(-1)).toBe(messages[0]?.id)
})

test('whom nobody knows cannot be erased', async () => {
  await expect(erase('nobody', rina)).rejects.toMatchObject({ status: 404 })
  await expect(page('nobody', undefined)).rejects.toMatchObject({ status: 404 })
})
