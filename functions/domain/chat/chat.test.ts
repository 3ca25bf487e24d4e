import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import * as Inbox from '../inbox/list.ts'
import { receive } from '../message/incoming.ts'
import { queue } from '../sending/from-agent.ts'
import * as Chat from './chat.ts'

const open = async (fields = {}) =>
  (await receive(eg.arrival({ channelId: eg.newChannelId(), ...fields }), eg.rules)).chat

const nobody = async () => undefined
const claim = (chatId: string, user = eg.member()) =>
  Chat.change(chatId, { assigneeId: user.id, expectedAssigneeId: null }, user, true, nobody)

test('of twenty agents who claim at once, one gets it and the others learn who', async () => {
  const { id } = await open()
  const claims = await Promise.allSettled(Array.from({ length: 20 }, () => claim(id)))
  const [winner, ...more] = claims.filter(({ status }) => status === 'fulfilled')
  expect(more).toEqual([])
  const assigneeId = winner?.status === 'fulfilled' ? winner.value.chat.assigneeId : undefined
  for (const { reason } of claims.filter((claim) => claim.status === 'rejected'))
    expect(reason).toMatchObject({ status: 409, details: { assigneeId } })
})

test('giving a chat to a person ends the bot', async () => {
  const { id } = await open()
  const { chat } = await claim(id)
  expect(chat).toMatchObject({ mode: 'agent', takeovers: 1 })
  expect(chat.botDue).toBeUndefined()
})

test('an agent cannot hand a chat to a colleague, nor touch a colleague’s', async () => {
  const { id } = await open()
  const ayu = eg.member()
  await claim(id, ayu)
  const hand = Chat.change(id, { assigneeId: 'budi' }, ayu, true, nobody)
  await expect(hand).rejects.toMatchObject({ status: 403 })
  const touch = Chat.change(id, { mode: 'closed' }, eg.member(), true, nobody)
  await expect(touch).rejects.toMatchObject({ status: 404 })
})

test('an admin moves any chat, but not on a wrong belief about who has it', async () => {
  const { id } = await open()
  const admin = eg.member({ role: 'admin' })
  await claim(id)
  const blind = Chat.change(
    id,
    { assigneeId: 'budi', expectedAssigneeId: null },
    admin,
    true,
    nobody,
  )
  await expect(blind).rejects.toMatchObject({ status: 409 })
  const { chat } = await Chat.change(id, { assigneeId: 'budi' }, admin, true, nobody)
  expect(chat.assigneeId).toBe('budi')
})

test('what was read stays read, and nobody can read what is not there', async () => {
  const { id, channelId } = await open()
  await receive(eg.arrival({ channelId, text: 'Kak?' }), eg.rules)
  expect((await Chat.markRead(id, 99)).chat).toMatchObject({ lastSeq: 2, readSeq: 2 })
  const again = await Chat.markRead(id, 1)
  expect(again).toMatchObject({ chat: { readSeq: 2 }, result: false })
})

/** All chats of one customer name, which no other test uses. */
const inboxOf = (q: string, fields = {}, user = eg.member({ role: 'admin' })) =>
  Inbox.list({ view: 'all', limit: 50, q, ...fields }, user, true)

test('an agent’s inbox shows own and unassigned chats, an admin’s all', async () => {
  const customerName = `Dewi ${crypto.randomUUID()}`
  const [ayu, budi] = [eg.member(), eg.member()]
  const [free, mine, theirs] = await Promise.all([
    open({ customerName }),
    open({ customerName }),
    open({ customerName }),
  ])
  await claim(mine.id, ayu)
  await claim(theirs.id, budi)
  const ids = async (fields = {}, user = ayu) =>
    (await inboxOf(customerName, fields, user)).items.map(({ id }) => id).sort()
  expect(await ids()).toEqual([free.id, mine.id].sort())
  expect(await ids({ view: 'mine' })).toEqual([mine.id])
  expect(await ids({ view: 'unassigned' })).toEqual([free.id])
  expect(await ids({}, eg.member({ role: 'admin' }))).toHaveLength(3)
  expect(
    (await Inbox.list({ view: 'all', limit: 50 }, ayu, false)).items.map(({ id }) => id),
  ).toEqual([mine.id])
})

test('pages follow one another without a gap or a double, newest first', async () => {
  const customerName = `Rina ${crypto.randomUUID()}`
  for (let i = 0; i < 5; i++)
    await open({ customerName, sentAt: `2026-11-21T09:00:0${i}.000Z`, text: `pesan ${i}` })
  const seen: (string | undefined)[] = []
  let cursor: string | undefined
  do {
    const page = await inboxOf(customerName, { limit: 2, cursor })
    seen.push(...page.items.map(({ lastMessage }) => lastMessage?.text))
    cursor = page.cursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(['pesan 4', 'pesan 3', 'pesan 2', 'pesan 1', 'pesan 0'])
})

test('"since" brings what changed, its ticks too, and names what went out of sight', async () => {
  const customerName = `Joko ${crypto.randomUUID()}`
  const [ayu, budi] = [eg.member(), eg.member()]
  const [quiet, mine, lost] = [
    await open({ customerName }),
    await open({ customerName }),
    await open({ customerName }),
  ]
  const { result } = await queue(eg.draft({ chatId: mine.id }), ayu, true)
  const since = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 2))
  const { advance } = await import('../message/receipt.ts')
  const { take } = await import('../sending/sending.ts')
  await take(result)
  await advance(result, 'delivered')
  await claim(lost.id, budi)
  const news = await inboxOf(customerName, { since }, ayu)
  expect(news.items).toMatchObject([{ id: mine.id, lastMessage: { status: 'delivered' } }])
  const hidden = news.hidden?.map(({ chatId }) => chatId)
  expect(hidden).toContain(lost.id)
  expect(hidden).not.toContain(quiet.id)
})

test('"since" comes to an end where the news does', async () => {
  const customerName = `Rina ${crypto.randomUUID()}`
  for (let i = 0; i < 3; i++) await open({ customerName })
  const since = new Date().toISOString()
  await new Promise((resolve) => setTimeout(resolve, 2))
  await open()
  expect((await inboxOf(customerName, { since, limit: 1 })).items).toEqual([])
})

test('a chat is found by name, by number however it is written, and by its last words', async () => {
  const digits = String(Math.floor(Math.random() * 1e9)).padStart(9, '0')
  const { id } = await open({
    phone: `+62813${digits}`,
    customerName: `Wati ${digits}`,
    text: `kaos ${digits}`,
  })
  for (const q of [`wati ${digits}`, `0813${digits}`, `62813${digits}`, `KAOS ${digits}`])
    expect((await inboxOf(q)).items.map((chat) => chat.id)).toEqual([id])
})
