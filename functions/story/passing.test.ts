import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Chat } from '../../shared/chat.ts'
import type { Counts } from '../../shared/contract/chats.ts'
import type { Health } from '../../shared/health.ts'
import { eventually, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

describe('a customer', () => {
  const chatNow = async (id: string) =>
    (await admin.call<{ chat: Chat }>('GET', `/chats/${id}`)).body.chat

  test('who is online or types is told of in passing, and nothing of it is stored', async () => {
    await sim.steer('PUT settings', { presences: 'all' })
    const number = newNumber()
    await sim.write(number, 'Halo')
    const { id } = await admin.chatOf(number)
    await admin.patch(id, { mode: 'paused' })
    const before = await chatNow(id)
    const { socket, events } = await admin.listen()
    await sim.steer('POST presences', { from: number, status: 'online' })
    await sim.steer('POST presences', { from: number, status: 'typing' })
    const about = (type: string) =>
      eventually(() =>
        events.find((event) => event.type === type && 'chatId' in event && event.chatId === id),
      )
    expect(await about('presence')).toMatchObject({ online: true })
    expect(await about('typing')).toMatchObject({ who: expect.any(String) })
    expect(await chatNow(id)).toEqual(before)
    socket.close()
  })

  test('who is renamed, gets labels or a picture is shown so', async () => {
    const number = newNumber()
    await sim.say(number, { text: 'Halo', name: number })
    await sim.steer(`PATCH customers/${number}`, {
      name: 'Ibu Dewi',
      avatar: 'https://pps.whatsapp.net/dewi.jpg',
    })
    await sim.steer(`PATCH chats/${number}`, {
      labels: [{ id: '5', name: 'Lunas', color: 'gold' }],
    })
    const chat = await admin.chatOf(
      number,
      ({ customer, labels }) => customer.avatar !== undefined && labels?.length === 1,
    )
    expect(chat).toMatchObject({
      customer: { name: 'Ibu Dewi', avatar: 'https://pps.whatsapp.net/dewi.jpg' },
      labels: [{ name: 'Lunas', color: 'gold' }],
    })
  })

  test('whose chat is read on the shop’s phone has nothing unread', async () => {
    const number = newNumber()
    await sim.write(number, 'Halo')
    expect(await admin.chatOf(number)).toMatchObject({ unread: 1 })
    await sim.steer(`PATCH chats/${number}`, { unread: 0 })
    await admin.chatOf(number, ({ unread }) => unread === 0)
  })
})

describe('the channel', () => {
  const counted = async () => (await admin.call<Counts>('GET', '/counts')).body.channel
  const connected = () =>
    eventually(async () => ((await counted()).state === 'connected' ? true : undefined))

  beforeEach(async () => {
    await sim.calm()
    await sim.steer('PUT channel', { status: 'QR', silent: true })
    await sim.steer('PUT channel', { status: 'AUTH', account: 'ok' })
    await connected()
  })

  test('that is logged out is told to everybody, with what to scan, until it is back', async () => {
    const { socket, events } = await admin.listen()
    const told = (state: string) =>
      eventually(() =>
        events.find((event) => event.type === 'channel.changed' && event.channel.state === state),
      )
    await sim.steer('PUT channel', { status: 'QR' })
    await told('disconnected')
    await eventually(async () => (await counted()).code === 'QR')
    expect(await counted()).toMatchObject({ state: 'disconnected' })
    const { channel } = await eventually(async () => {
      const { body } = await admin.call<Health>('GET', '/health')
      return body.channel.qr ? body : undefined
    })
    expect(channel.qr?.image).toMatch(/^data:image\/png;base64,/)
    expect(Date.parse(channel.qr?.expiresAt ?? '')).toBeGreaterThan(Date.now() - 30_000)
    await sim.steer('PUT channel', { status: 'AUTH' })
    expect(await told('connected')).toMatchObject({ channel: { code: 'AUTH' } })
    await connected()
    expect((await admin.call<Health>('GET', '/health')).body.channel.qr).toBeUndefined()
    socket.close()
  })

  test('whose state comes twice is told of once', async () => {
    const { socket, events } = await admin.listen()
    await sim.steer('PUT channel', { status: 'STOP' })
    await eventually(() => events.some(({ type }) => type === 'channel.changed'))
    const since = (await counted()).since
    await sim.steer('PUT channel', { status: 'ERROR' })
    await sim.idle()
    const end = await eventually(async () => {
      const now = await counted()
      return now.code === 'ERROR' ? now : undefined
    })
    expect(end).toMatchObject({ state: 'disconnected', since })
    await sim.steer('PUT channel', { status: 'AUTH' })
    await connected()
    socket.close()
  })
})
