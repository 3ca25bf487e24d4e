import { beforeEach, describe, expect, test } from 'vitest'
import { smallWorld } from '../../tick/example.ts'
import * as Chat from '../chat/chat.ts'
import { join } from '../chat/identity.ts'
import * as Users from '../team/user.ts'
import { closeHours } from './close.ts'
import { ayu, clock, customer, rina } from './example.ts'
import { ofDay } from './numbers.ts'

smallWorld()
beforeEach(async () => {
  clock('09:00')
  await Promise.all([Users.put(ayu), Users.put(rina)])
})

const day = '2026-11-20'
const messagesOf = async (which = day) => (await ofDay(which)).messages

/** What is written at each hour of the day, by the clock on the wall. */
async function byHour() {
  const { hours } = await ofDay(day)
  return Object.fromEntries(
    hours.flatMap(({ messages, at }) => {
      const sum = Object.values(messages).reduce((a, b) => a + b)
      return sum ? [[(Number(at.slice(11, 13)) + 7) % 24, sum]] : []
    }),
  )
}

test('who wrote how much is known by the hour', async () => {
  const sari = customer()
  await sari.writes()
  await sari.hearsBot()
  clock('10:59')
  await sari.writes()
  await sari.hears()
  await sari.hears(rina)
  clock('11:00')
  await sari.hearsPhone()
  expect(await ofDay(day)).toMatchObject({
    day,
    today: day,
    timeZone: 'Asia/Jakarta',
    chats: { active: 1, opened: 1 },
    messages: { customer: 2, bot: 1, agent: 2, phone: 1 },
    now: { lately: 1 },
  })
  expect(await byHour()).toEqual({ 9: 2, 10: 3, 11: 1 })
  const { agents } = await ofDay(day)
  expect(agents.map(({ name, messages }) => [name, messages])).toEqual([
    ['Ayu', 1],
    ['Rina', 1],
    [null, 1],
  ])
})

test('a day begins and ends at midnight in Jakarta', async () => {
  const sari = customer()
  clock('2026-11-20T16:59:59.000Z')
  await sari.writes()
  clock('2026-11-20T17:00:00.000Z')
  await sari.writes()
  await sari.writes()
  expect(await messagesOf()).toMatchObject({ customer: 1 })
  expect(await messagesOf('2026-11-21')).toMatchObject({ customer: 2 })
  expect(await messagesOf('2026-11-19')).toMatchObject({ customer: 0 })
  expect(await ofDay('2026-11-21')).toMatchObject({
    today: '2026-11-21',
    chats: { active: 1, opened: 0 },
    now: { lately: 1 },
  })
})

test('what is delivered twice counts once', async () => {
  const sari = customer()
  const { result } = await sari.writes()
  await sari.writes({ providerId: result.message.id })
  expect(await messagesOf()).toMatchObject({ customer: 1 })
})

test('notes, and what WhatsApp tells by itself, are no messages', async () => {
  const sari = customer()
  await sari.writes()
  await sari.hearsNoteOf()
  await sari.writes({ kind: 'system' })
  expect(await ofDay(day)).toMatchObject({
    messages: { customer: 1, bot: 0, agent: 0, phone: 0 },
    response: { count: 0 },
  })
})

describe('when an hour is over', () => {
  test('the numbers stay what they are, however often it is closed', async () => {
    const [sari, budi] = [customer(), customer('6281200000002')]
    await sari.writes()
    clock('10:30')
    await sari.hearsBot()
    await budi.writes()
    const before = await ofDay(day)
    clock('11:14')
    expect(await closeHours()).toBeGreaterThan(0)
    expect(await byHour()).toEqual({ 9: 1, 10: 2 })
    clock('11:15')
    await Promise.all([closeHours(), closeHours()])
    await closeHours()
    expect(await ofDay(day)).toEqual(before)
    clock('11:20')
    await sari.writes()
    expect(await byHour()).toEqual({ 9: 1, 10: 2, 11: 1 })
    expect(await ofDay(day)).toMatchObject({ chats: { active: 2, opened: 2 } })
  })

  test('it is kept when the chat goes on for days', async () => {
    const sari = customer()
    await sari.writes()
    for (let hour = 10; hour < 70; hour++) {
      clock(new Date(Date.UTC(2026, 10, 20, hour - 7, 16)).toISOString())
      await closeHours()
      await sari.writes()
    }
    expect(await messagesOf()).toMatchObject({ customer: 15 })
    expect(await messagesOf('2026-11-21')).toMatchObject({ customer: 24 })
    expect(await messagesOf('2026-11-22')).toMatchObject({ customer: 22 })
  })

  test('nothing is lost while nobody closes hours for a day and a half', async () => {
    await closeHours()
    const [sari, budi] = [customer(), customer('6281200000002')]
    await sari.writes()
    clock('13:00')
    await sari.writes()
    await budi.writes()
    clock('2026-11-21T14:00:00.000Z')
    await sari.writes()
    await closeHours()
    expect(await messagesOf()).toMatchObject({ customer: 3 })
    clock('2026-11-21T16:00:00.000Z')
    await closeHours()
    expect(await messagesOf('2026-11-21')).toMatchObject({ customer: 1 })
  })

  test('what comes late counts in the hour in which it was written', async () => {
    const sari = customer()
    await sari.writes()
    clock('15:00')
    await closeHours()
    await sari.writes({ sentAt: '2026-11-20T03:10:00.000Z', recovered: true })
    const late = await sari.writes({ sentAt: '2026-11-20T03:20:00.000Z' })
    await sari.writes({ providerId: late.result.message.id })
    expect(await byHour()).toEqual({ 9: 1, 10: 2 })
  })

  test('what is older than a week is history, and counts nowhere', async () => {
    await customer().writes({ sentAt: '2026-11-12T03:10:00.000Z' })
    expect(await messagesOf('2026-11-12')).toMatchObject({ customer: 0 })
    expect(await messagesOf()).toMatchObject({ customer: 0 })
  })
})

test('what was written in two chats of one person counts once when they are joined', async () => {
  const [hidden, known] = [
    customer('1', { providerChatId: '250388305424512@lid', phone: null }),
    customer(),
  ]
  await hidden.writes()
  await hidden.writes()
  await known.writes()
  await join(await hidden.chat(), await known.chat())
  expect(await ofDay(day)).toMatchObject({ chats: { active: 1 }, messages: { customer: 3 } })
  clock('11:00')
  await closeHours()
  expect(await messagesOf()).toMatchObject({ customer: 3 })
})

test('whoever waits for a person is counted now, with the one who waits longest', async () => {
  const [sari, budi] = [customer(), customer('6281200000002')]
  await sari.writes()
  await sari.hearsBot()
  await budi.writes()
  expect((await ofDay(day)).now.waiting).toEqual({ count: 0, oldest: null })
  await Chat.change((await budi.chat()).id, { mode: 'agent' }, rina, true, async () => undefined)
  clock('09:30')
  await sari.hears()
  await sari.writes()
  expect((await ofDay(day)).now.waiting).toEqual({
    count: 2,
    oldest: '2026-11-20T02:00:00.000Z',
  })
  await budi.hears()
  expect((await ofDay(day)).now.waiting.count).toBe(1)
})
