import { beforeEach, expect, test } from 'vitest'
import { smallWorld } from '../../tick/example.ts'
import * as Chat from '../chat/chat.ts'
import * as Users from '../team/user.ts'
import { ayu, clock, customer, rina } from './example.ts'
import { ofDay } from './numbers.ts'
import { active, answers } from './rows.ts'

smallWorld()
beforeEach(async () => {
  clock('09:00')
  await Promise.all([Users.put(ayu), Users.put(rina)])
})

const day = '2026-11-20'
const minutes = (count: number) => count * 60_000
const close = async (chatId: string) =>
  Chat.change(chatId, { mode: 'closed' }, rina, true, async () => undefined)

/** Who answered after how many minutes, and whether it was the first answer; in their order. */
async function given() {
  const { items } = await answers({ day, limit: 100 })
  return items
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ name, userId, ms, first }) => [name ?? userId ?? 'phone', ms / 60_000, first])
}

test('a customer waits from the first message that nobody answered, not from the last', async () => {
  const sari = customer()
  await sari.writes()
  clock('09:10')
  await sari.writes()
  clock('09:12')
  await sari.hears()
  expect(await given()).toEqual([['Ayu', 12, true]])
  expect(await ofDay(day)).toMatchObject({
    first: { count: 1, median: minutes(12), p90: minutes(12) },
    response: { count: 1 },
  })
})

test('what is added to an answer answers nobody', async () => {
  const sari = customer()
  await sari.writes()
  clock('09:01')
  await sari.hears()
  clock('09:40')
  await sari.hears()
  await sari.hearsPhone()
  expect(await given()).toEqual([['Ayu', 1, true]])
})

test('whom the bot has answered does not wait; whom it hands over does', async () => {
  const [sari, budi] = [customer(), customer('6281200000002')]
  await Promise.all([sari.writes(), budi.writes()])
  await sari.hearsBot()
  await budi.hearsBot({ mode: 'agent', handover: true })
  clock('09:20')
  await sari.hears()
  await budi.hears()
  expect(await given()).toEqual([['Ayu', 20, true]])
})

test('only the first answer of a chat is a first one, until it is closed and comes back', async () => {
  const sari = customer()
  await sari.writes()
  clock('09:01')
  await sari.hears()
  clock('09:10')
  await sari.writes()
  clock('09:12')
  await sari.hears(rina)
  await close(sari.chatId)
  clock('09:30')
  await sari.writes()
  clock('09:33')
  await sari.hears()
  expect(await given()).toEqual([
    ['Ayu', 1, true],
    ['Rina', 2, false],
    ['Ayu', 3, true],
  ])
  const { first, response, agents } = await ofDay(day)
  expect(first).toEqual({ count: 2, median: minutes(2), p90: minutes(2.8) })
  expect(response).toMatchObject({ count: 3, median: minutes(2) })
  expect(agents).toEqual([
    { userId: ayu.id, name: 'Ayu', messages: 2, answers: 2, median: minutes(2) },
    { userId: rina.id, name: 'Rina', messages: 1, answers: 1, median: minutes(2) },
  ])
})

test('who was never answered before the chat was closed is in no answer', async () => {
  const sari = customer()
  await sari.writes()
  await close(sari.chatId)
  clock('09:30')
  await sari.hears()
  expect(await given()).toEqual([])
})

test('words typed on the shop’s phone are an answer, another program’s are none', async () => {
  const [sari, budi] = [customer(), customer('6281200000002')]
  await Promise.all([sari.writes(), budi.writes()])
  clock('09:04')
  await sari.hearsPhone()
  await budi.hearsPhone({ takesOver: false })
  expect(await given()).toEqual([['phone', 4, true]])
  expect((await ofDay(day)).agents).toEqual([
    { userId: null, name: null, messages: 2, answers: 1, median: minutes(4) },
  ])
})

test('an answer from the phone that comes late counts when it was given', async () => {
  const sari = customer()
  await sari.writes()
  clock('14:00')
  await sari.hearsPhone({ sentAt: '2026-11-20T02:05:00.000Z' })
  expect(await given()).toEqual([['phone', 5, true]])
})

test('a note answers nobody', async () => {
  const sari = customer()
  await sari.writes()
  clock('09:04')
  await sari.hearsNoteOf()
  expect(await given()).toEqual([])
  clock('09:05')
  await sari.hears()
  expect(await given()).toEqual([['Ayu', 5, true]])
})

test('a group that waits is answered like anybody', async () => {
  const group = customer('', {
    providerChatId: '120363000000000001@g.us',
    isGroup: true,
    phone: null,
  })
  await group.writes({ senderName: 'Sari' })
  clock('09:06')
  await group.writes({ senderName: 'Budi' })
  clock('09:08')
  await group.hears()
  expect(await given()).toEqual([['Ayu', 8, true]])
})

test('the same answer sent twice counts once', async () => {
  const sari = customer()
  await sari.writes()
  clock('09:02')
  await Promise.all([sari.hears(), sari.hears()])
  expect(await given()).toEqual([['Ayu', 2, true]])
})

test('an answer counts on the day it was given, by the clock in Jakarta', async () => {
  const sari = customer()
  clock('2026-11-20T16:50:00.000Z')
  await sari.writes()
  clock('2026-11-20T17:05:00.000Z')
  await sari.hears()
  expect(await given()).toEqual([])
  expect(await ofDay('2026-11-21')).toMatchObject({ response: { count: 1, median: minutes(15) } })
})

test('behind the numbers are the answers, those first that were waited for longest, page by page', async () => {
  for (const [at, who] of [ayu, rina, ayu].entries()) {
    const one = customer(`628120000001${at}`)
    clock(`1${at}:00`)
    await one.writes()
    clock(`1${at}:0${at + 1}`)
    await one.hears(who)
  }
  const page = await answers({ day, limit: 2 })
  expect(page.items.map(({ chatName, ms }) => [chatName, ms / 60_000])).toEqual([
    ['6281200000012', 3],
    ['6281200000011', 2],
  ])
  const next = await answers({ day, limit: 2, cursor: page.cursor ?? '' })
  expect(next).toMatchObject({ items: [{ chatName: '6281200000010' }], cursor: null })
  const ofRina = await answers({ day, by: rina.id, limit: 9 })
  expect(ofRina.items).toMatchObject([{ name: 'Rina', first: true }])
  const inHour = await answers({ day, hour: '2026-11-20T05:00:00.000Z', limit: 9 })
  expect(inHour.items).toMatchObject([{ chatName: '6281200000012' }])
})

test('behind the messages are the chats, each with the message that leads to them', async () => {
  const [sari, budi] = [customer(), customer('6281200000002')]
  await sari.writes()
  await budi.writes()
  await budi.hearsBot()
  clock('10:00')
  const late = await budi.writes()
  const reply = await budi.hears()
  const all = await active({ day, limit: 9 })
  expect(all.items).toMatchObject([
    { chatId: budi.chatId, messages: { customer: 2, bot: 1, agent: 1 }, isNew: true },
    { chatId: sari.chatId, messages: { customer: 1 }, isNew: true },
  ])
  const ten = { day, hour: '2026-11-20T03:00:00.000Z', limit: 9 }
  expect((await active(ten)).items).toMatchObject([
    { chatId: budi.chatId, messageId: late.result.message.id, isNew: false },
  ])
  for (const by of ['agent', ayu.id])
    expect((await active({ ...ten, by })).items).toMatchObject([{ messageId: reply.result.id }])
  expect((await active({ ...ten, by: 'phone' })).items).toEqual([])
  expect((await active({ ...ten, opened: 'true' })).items).toEqual([])
  expect((await active({ limit: 1 })).cursor).not.toBeNull()
})
