import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import * as Inbox from '../inbox/held.ts'
import { releaseAll } from '../inbox/release.ts'
import { receive } from '../message/incoming.ts'
import * as Chat from './chat.ts'
import * as Identity from './identity.ts'
import type { Patch } from './patch.ts'

const nobody = async () => undefined
const admin = eg.member({ role: 'admin', name: 'Bayu' })
const open = async (fields = {}) =>
  (await receive(eg.arrival({ channelId: eg.newChannelId(), ...fields }), eg.rules)).chat
const change = async (chatId: string, patch: Patch, user = admin) =>
  (await Chat.change(chatId, patch, user, true, nobody)).chat

test('notes are kept, line by line, and empty ones are none', async () => {
  const { id } = await open()
  const noted = await change(id, { customer: { notes: 'Suka warna biru\nUkuran XL ' } })
  expect(noted.customer.notes).toBe('Suka warna biru\nUkuran XL')
  expect((await change(id, { customer: { notes: ' ' } })).customer.notes).toBeUndefined()
})

test('of two who put the same thing right, the later one is told; different things do not meet', async () => {
  const { id } = await open()
  await change(id, { customer: { notes: 'Biru' }, expectedCustomer: { notes: '' } })
  const late = change(id, { customer: { notes: 'Hijau' }, expectedCustomer: { notes: '' } })
  await expect(late).rejects.toMatchObject({
    status: 409,
    code: 'customer_changed',
    details: { field: 'customer.notes' },
  })
  const other = { customer: { email: 'sari@example.com' }, expectedCustomer: { email: '' } }
  expect((await change(id, other)).customer).toMatchObject({ notes: 'Biru' })
})

test('what a chat was about is kept when it is closed, the last ten times', async () => {
  const { id } = await open()
  expect((await change(id, { mode: 'agent', topic: 'Ongkir' })).topics).toBeUndefined()
  for (let i = 1; i <= 12; i++) await change(id, { mode: 'closed', topic: `Pesanan ${i}` })
  expect((await change(id, { mode: 'agent' })).topics).toHaveLength(10)
  const { mode, topics } = await change(id, { topic: 'Retur' })
  expect(mode).toBe('agent')
  expect(topics).toHaveLength(10)
  expect(topics?.at(-1)).toMatchObject({ text: 'Retur', by: 'Bayu' })
})

test('of two chats that become one, the notes and topics of both stay', async () => {
  const channelId = eg.newChannelId()
  const phone = await open({ channelId })
  const hidden = await open({ channelId, providerChatId: '199000000000001@lid', phone: null })
  const note = (notes: string) => ({ customer: { notes }, mode: 'closed' as const, topic: notes })
  const known = await change(phone.id, note('Biru'))
  const other = await change(hidden.id, note('Hijau'))
  const { chat } = await Identity.join(other, known)
  expect(chat.customer.notes).toBe('Biru\nHijau')
  expect(chat.topics?.map(({ text }) => text)).toEqual(['Biru', 'Hijau'])
})

test('the chats of somebody who left are nobody’s again, closed ones stay as they are', async () => {
  const ayu = eg.member()
  const chats = await Promise.all([open(), open(), open()])
  for (const { id } of chats) await change(id, { assigneeId: ayu.id })
  await change(chats[0].id, { mode: 'closed' })
  expect(await Inbox.heldBy(ayu.id)).toHaveLength(2)
  const told: string[] = []
  const result = await releaseAll(ayu.id, admin, async ({ id }, before) => {
    told.push(id)
    expect(before.assigneeId).toBe(ayu.id)
  })
  expect(result).toEqual({ released: 2, left: 0 })
  expect(told.toSorted()).toEqual([chats[1].id, chats[2].id].toSorted())
  expect(await Inbox.heldBy(ayu.id)).toEqual([])
})
