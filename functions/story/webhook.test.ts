import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Health } from '../../shared/health.ts'
import { eventually, type Member, member, newNumber, outputs, request, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

const secret = { [outputs.webhookSecretHeader.name]: outputs.webhookSecretHeader.value }

const text = (number: string, body: string, fields: object = {}) => ({
  id: `${crypto.randomUUID().slice(0, 13)}-gA4TwR6sTuV`,
  from_me: false,
  type: 'text',
  chat_id: `${number}@s.whatsapp.net`,
  timestamp: Math.floor(Date.now() / 1000),
  source: 'mobile',
  text: { body },
  from: number,
  from_name: 'Budi',
  ...fields,
})

const deliver = (
  payload: unknown,
  { path = '', method = 'POST', headers = secret as object } = {},
) => request(`${outputs.webhookUrl}${path}`, { method, body: payload, headers })

const messages = (...items: object[]) => ({
  messages: items,
  event: { type: 'messages', event: 'post' },
  channel_id: outputs.channelId,
})

describe.concurrent('the webhook', () => {
  test.each([
    ['no secret', {}],
    ['a wrong secret', { [outputs.webhookSecretHeader.name]: 'wrong' }],
    [
      'half the secret',
      { [outputs.webhookSecretHeader.name]: outputs.webhookSecretHeader.value.slice(0, -1) },
    ],
  ])('answers 401 to %s and stores nothing', async (_, headers) => {
    const number = newNumber()
    expect((await deliver(messages(text(number, 'Halo')), { headers })).status).toBe(401)
    await sleep(500)
    expect(await admin.chats(`q=${number}`)).toEqual([])
  })

  test('stores the same delivery, five times at once, as one message with one answer', async () => {
    const number = newNumber()
    const payload = messages(text(number, 'Halo'))
    const replies = await Promise.all(Array.from({ length: 5 }, () => deliver(payload)))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    await eventually(async () => (await sim.sentTo(number))[0])
    await sleep(5000)
    const chats = await admin.chats(`q=${number}`)
    expect(chats).toHaveLength(1)
    expect(await admin.thread(chats[0]?.id ?? '')).toHaveLength(2)
    expect(await sim.sentTo(number)).toHaveLength(1)
  })

  test.each([
    ['POST', '/messages'],
    ['POST', '/messages/'],
    ['POST', '/message/post'],
    ['PUT', '/messages'],
    ['PATCH', '/messages'],
    ['DELETE', '/messages'],
    ['POST', ''],
  ])('takes a text by %s /webhook/whapi%s', async (method, path) => {
    const number = newNumber()
    expect((await deliver(messages(text(number, 'Halo')), { method, path })).status).toBe(200)
    expect(await admin.chatOf(number)).toMatchObject({ lastMessage: { text: 'Halo' } })
  })

  test('stores every message of a batch, of several customers, in their order', async () => {
    const [one, two] = [newNumber(), newNumber()]
    const payload = messages(
      text(one, 'satu'),
      text(two, 'lain'),
      text(one, 'dua'),
      text(one, 'tiga'),
    )
    expect((await deliver(payload)).status).toBe(200)
    const chat = await admin.chatOf(one)
    expect((await admin.thread(chat.id)).map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga'])
    expect(chat).toMatchObject({ unread: 3, lastMessage: { text: 'tiga' } })
    expect(await admin.chatOf(two)).toMatchObject({ unread: 1 })
  })

  test('keeps kinds it cannot show yet, with their words', async () => {
    const number = newNumber()
    const image = { type: 'image', text: undefined, image: { caption: 'Yang ini kak', link: 'x' } }
    await deliver(
      messages(text(number, '', image), text(number, '', { type: 'brand_new', text: undefined })),
    )
    const chat = await admin.chatOf(number)
    expect(await admin.thread(chat.id)).toMatchObject([
      { kind: 'image', text: 'Yang ini kak' },
      { kind: 'brand_new' },
    ])
  })

  test('parks what it cannot read, answers 200, and an admin can see it and replay it', async () => {
    const nonsense = `no json ${crypto.randomUUID()}`
    expect((await deliver(nonsense)).status).toBe(200)
    const { items } = (
      await admin.call<{ items: { id: string; body: string; reason: string }[] }>('GET', '/parked')
    ).body
    const mine = items.find(({ body }) => body === nonsense)
    expect(mine).toMatchObject({ reason: 'It is no JSON' })
    const replayed = await admin.call('POST', `/parked/${mine?.id}/replay`)
    expect(replayed).toMatchObject({ status: 200, body: { stored: 0, parked: 1 } })
  })

  test.each(['{}', '[]', 'null', '""', '{"messages":{}}', '{"messages":[null]}'])(
    'answers 200 to %s',
    async (body) => {
      expect((await deliver(body)).status).toBe(200)
    },
  )

  test('takes receipts in any order and never shows less than it knew', async () => {
    const number = newNumber()
    await sim.write(number, 'Halo')
    const [sent] = await eventually(async () => {
      const all = await sim.sentTo(number)
      return all.length ? all : undefined
    })
    const chat = await admin.chatOf(number, ({ lastMessage }) => lastMessage?.status === 'read')
    for (const status of ['sent', 'delivered', 'failed'])
      await deliver({ statuses: [{ id: sent?.id, status, timestamp: '1795219442' }] })
    expect((await admin.thread(chat.id)).at(-1)).toMatchObject({ sender: 'bot', status: 'read' })
  })
})

// Not beside the others: while the channel is down, nothing is sent.
test('what the channel tells of itself is told to the admin', async () => {
  const health = async () => (await admin.call<Health>('GET', '/health')).body
  const say = (text: string) =>
    deliver({ health: { status: { text } }, channel_id: outputs.channelId })
  await say('QR')
  expect(await health()).toMatchObject({
    channel: { state: 'disconnected', code: 'QR', checkedAt: expect.any(String) },
    queues: { bot: { failed: 0 }, outbound: { failed: 0 } },
    parked: expect.any(Number),
    calls: { allowed: 30 },
  })
  await say('AUTH')
  expect((await health()).channel).toMatchObject({ state: 'connected', code: 'AUTH' })
})
