import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Chat from './chat.ts'
import { viewOf } from './chat-state.ts'
import * as Customer from './customer.ts'
import * as Group from './group.ts'
import { findChat } from './store.ts'

const providerChatId = '120363012345678901@g.us'

const customerOf = async (id: string) => {
  const chat = await findChat(id, { consistent: true })
  if (!chat) throw new Error('There is no such chat')
  return viewOf(chat).customer
}

test('a customer who takes another name in WhatsApp has it here', async () => {
  const channelId = eg.newChannelId()
  const { chat } = await receive(eg.arrival({ channelId }), eg.rules)
  const { providerChatId } = chat
  await Customer.update({ channelId, providerChatId, name: 'Sari Wulandari' })
  expect((await customerOf(chat.id)).name).toBe('Sari Wulandari')
})

test('the name the team chose stays', async () => {
  const channelId = eg.newChannelId()
  const { chat } = await receive(eg.arrival({ channelId }), eg.rules)
  const admin = eg.member({ role: 'admin' })
  await Chat.change(chat.id, { customer: { name: 'Bu Sari' } }, admin, true, async () => undefined)
  const { providerChatId } = chat
  await Customer.update({ channelId, providerChatId, name: 'Sari W', avatar: 'https://a.test/1' })
  expect(await customerOf(chat.id)).toMatchObject({ name: 'Bu Sari', avatar: 'https://a.test/1' })
})

test('the same news twice is news once, and news of strangers none', async () => {
  const channelId = eg.newChannelId()
  const { chat } = await receive(eg.arrival({ channelId }), eg.rules)
  const news = { channelId, providerChatId: chat.providerChatId, labels: [{ name: 'Lunas' }] }
  expect(await Customer.update(news)).toMatchObject({ labels: [{ name: 'Lunas' }] })
  expect(await Customer.update(news)).toBeUndefined()
  const stranger = { channelId, providerChatId: '6281200000009@s.whatsapp.net', name: 'Budi' }
  expect(await Customer.update(stranger)).toBeUndefined()
})

test('a group is a chat of people, with its subject, its participants and no bot', async () => {
  const channelId = eg.newChannelId()
  const { chat } = await receive(
    eg.arrival({
      channelId,
      providerChatId,
      phone: null,
      isGroup: true,
      customerName: 'Reseller Jabar',
      senderName: 'Dewi',
    }),
    eg.rules,
  )
  expect(viewOf(chat)).toMatchObject({
    isGroup: true,
    mode: 'agent',
    customer: { name: 'Reseller Jabar', phone: null },
    lastMessage: { senderName: 'Dewi' },
  })
  const dewi = { id: '6281200000002', phone: '+6281200000002' }
  const budi = { id: '6281200000003', phone: '+6281200000003', name: 'Budi' }
  const about = { channelId, providerChatId }
  await Group.remember({ ...about, action: 'all', participants: [dewi, budi] })
  await Group.remember({ ...about, action: 'promote', participants: [dewi] })
  expect(await Group.participants(chat)).toEqual([
    { ...dewi, isAdmin: true },
    { ...budi, isAdmin: false },
  ])
  await Group.remember({ ...about, action: 'remove', participants: [budi] })
  expect(await Group.participants(chat)).toHaveLength(1)
})
