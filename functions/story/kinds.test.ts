import { beforeAll, describe, expect, test } from 'vitest'
import type { Content } from '../../shared/content.ts'
import type { Health } from '../../shared/health.ts'
import type { Message } from '../../shared/message.ts'
import type { Parked } from '../../shared/parked.ts'
import { deliverMessages, text } from './payloads.ts'
import { eventually, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

const preview = expect.stringMatching(/^data:image\//)
const budi = { name: 'Budi Santoso', phones: ['+6281200000002'] }

/** Whatever a customer can send, and what the thread has of it. */
const kinds: [kind: string, shown: { kind?: string; text?: string; content?: unknown }][] = [
  ['text', { text: 'Halo' }],
  ['image', { text: 'Halo', content: { media: { mimeType: 'image/png', width: 96, preview } } }],
  ['video', { text: 'Halo', content: { media: { mimeType: 'video/mp4', seconds: 9 } } }],
  ['gif', { content: { media: { mimeType: 'video/mp4', preview } } }],
  ['short', { content: { media: { seconds: 9 } } }],
  ['audio', { content: { media: { mimeType: 'audio/mpeg', seconds: 42 } } }],
  ['voice', { content: { media: { seconds: 6 } } }],
  ['document', { content: { media: { name: 'bukti-transfer.pdf', pages: 2 } } }],
  ['sticker', { content: { media: { mimeType: 'image/webp', width: 96 } } }],
  [
    'location',
    {
      content: {
        location: { latitude: -6.1754, longitude: 106.8272, address: 'Gambir, Jakarta Pusat' },
      },
    },
  ],
  ['live_location', { content: { location: { latitude: -6.1754, live: true } } }],
  ['contact', { content: { contacts: [{ name: 'Halo', phones: budi.phones }] } }],
  ['contact_list', { content: { contacts: [budi, { name: 'Rina', phones: ['+6281200000003'] }] } }],
  ['reply', { text: 'Halo' }],
  ['interactive', { text: 'Pilihan\nHalo', content: { choices: ['Ya'], footer: 'Toko Contoh' } }],
  ['buttons', { text: 'Halo', content: { choices: ['Ya', 'Tidak'], footer: 'Toko Contoh' } }],
  ['list', { text: 'Menu\nHalo', content: { choices: ['Kaos L'], footer: 'Toko Contoh' } }],
  ['hsm', { text: 'Pesanan\nHalo', content: { footer: 'Ekspedisi' } }],
  [
    'poll',
    {
      text: 'Halo',
      content: {
        poll: { limit: 1, options: [{ name: 'Merah', votes: 0 }, {}, { name: 'Hijau' }] },
      },
    },
  ],
  [
    'order',
    {
      text: 'Halo',
      content: { order: { id: '778899', items: 2, total: 150000, currency: 'IDR', status: 'new' } },
    },
  ],
  ['product', {}],
  ['catalog', { text: 'Halo' }],
  ['group_invite', { text: 'Halo' }],
  ['newsletter_invite', { text: 'Halo' }],
  ['admin_invite', { text: 'Halo' }],
  [
    'event',
    {
      text: 'Halo',
      content: { event: { description: 'Di depan toko', link: 'https://example.com/bazar' } },
    },
  ],
  ['system', { text: 'Halo' }],
  ['hologram', { text: 'Halo' }],
]

test('every kind of message stands in the thread with its kind, its words and its content', async () => {
  const number = newNumber()
  const messages = kinds.map(([kind]) => ({ from: number, kind, text: 'Halo' }))
  const { body } = await sim.steer<{ messages: { id: string }[] }>('POST backlog', { messages })
  const chat = await admin.chatOf(number, ({ lastSeq }) => lastSeq >= kinds.length)
  const thread = await admin.thread(chat.id)
  for (const [index, [kind, shown]] of kinds.entries()) {
    const message = thread.find(({ id }) => id === body.messages[index]?.id)
    expect({ kind, message }).toMatchObject({ kind, message: { kind, ...shown } })
  }
  const ids = thread.filter(({ sender }) => sender === 'customer').map(({ id }) => id)
  expect(ids).toEqual(body.messages.map(({ id }) => id))
})

test('a text with a link is a text, with its preview', async () => {
  const number = newNumber()
  await sim.say(number, { kind: 'link_preview' })
  const chat = await admin.chatOf(number)
  const [message] = await admin.thread(chat.id)
  expect(message).toMatchObject({
    kind: 'text',
    text: expect.stringContaining('https://example.com/katalog'),
    content: { link: { url: 'https://example.com/katalog', title: 'Katalog' } } satisfies Content,
  })
})

test('an answer shows what it answers, also of a message that is not here', async () => {
  const number = newNumber()
  const first = await sim.say(number, { text: 'Yang merah' })
  await sim.say(number, { text: 'atau ini?', quoted: first.id })
  const context = {
    quoted_id: 'Before.Balas-gC6TmQ1xWkY',
    quoted_type: 'image',
    quoted_content: { caption: 'Kaos' },
  }
  await sim.say(number, { text: 'dan itu?', context })
  const chat = await admin.chatOf(number, ({ lastSeq }) => lastSeq >= 3)
  const [, second, third] = await admin.thread(chat.id)
  expect(second?.quoted).toMatchObject({ id: first.id, text: 'Yang merah' })
  expect(third?.quoted).toMatchObject({ id: context.quoted_id, text: 'Kaos' })
})

test('a poll shows what was chosen, the last choice of each', async () => {
  const number = newNumber()
  const { id: target } = await sim.say(number, { kind: 'poll' })
  await admin.chatOf(number)
  const timestamp = Math.floor(Date.now() / 1000)
  await sim.act({ from: number, type: 'vote', target, options: ['Merah'], timestamp })
  await sim.act({ from: number, type: 'vote', target, options: ['Biru'], timestamp: timestamp + 1 })
  const { id } = await admin.chatOf(number)
  const votes = await eventually(async () => {
    const { content } = (await admin.thread(id))[0] as Message
    const counts = content?.poll?.options.map((option) => option.votes)
    return counts?.[1] === 1 ? counts : undefined
  })
  expect(votes).toEqual([0, 1, 0])
})

test('what could not be read is kept, and filled in when it comes again', async () => {
  const number = newNumber()
  const { id } = await sim.say(number, { kind: 'unknown' })
  const chat = await admin.chatOf(number)
  await admin.patch(chat.id, { mode: 'paused' })
  expect((await admin.thread(chat.id))[0]).toMatchObject({ id, kind: 'unknown', text: '' })
  await sim.steer(`PUT messages/${id}`, { type: 'text', text: { body: 'Halo kak' } })
  const [message] = await eventually(async () => {
    const thread = await admin.thread(chat.id)
    return thread[0]?.kind === 'text' ? thread : undefined
  })
  expect(message).toMatchObject({ id, text: 'Halo kak' })
  const filled = await admin.chatOf(number, ({ lastMessage }) => lastMessage?.kind === 'text')
  expect(filled).toMatchObject({ unread: 1, lastMessage: { text: 'Halo kak' } })
})

test('a call is a line in the thread, once, with what became of it', async () => {
  const number = newNumber()
  const id = `Call${Date.now()}-gA4TwR6sTuV`
  for (const status of ['ringing', 'missed', 'missed'])
    await sim.steer('POST phone-calls', { from: number, id, status, video: true })
  const chat = await admin.chatOf(number)
  const call = await eventually(async () =>
    (await admin.thread(chat.id)).find(({ content }) => content?.call?.status === 'missed'),
  )
  expect(call).toMatchObject({
    kind: 'call',
    sender: 'customer',
    content: { call: { video: true } },
  })
  await sim.idle()
  expect(await admin.thread(chat.id)).toHaveLength(1)
})

describe('what is no conversation', () => {
  const ignored = async () => (await admin.call<Health>('GET', '/health')).body.ignored

  test('stories and newsletters are left out, and counted', async () => {
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
    const before = await ignored()
    const name = `Penjual ${newNumber()}`
    await sim.say(newNumber(), { chat: 'stories', kind: 'story', name })
    await sim.say(newNumber(), { chat: 'newsletter', text: 'Promo', name })
    await sim.idle()
    const after = await eventually(async () => {
      const counts = await ignored()
      return sum(counts) >= sum(before) + 2 ? counts : undefined
    })
    const named = ['stories', 'newsletters'].map((kind) => (after[kind] ?? 0) - (before[kind] ?? 0))
    expect(named).toEqual([1, 1])
    expect(await admin.chats(`q=${encodeURIComponent(name)}`)).toEqual([])
  })
})

test('one bad message among good ones is parked with its reason, and the good ones are stored', async () => {
  const number = newNumber()
  const poison = { type: 'text', chat_id: `${number}@s.whatsapp.net`, text: { body: 'Racun' } }
  const { status } = await deliverMessages(text(number, 'satu'), poison, text(number, 'dua'))
  expect(status).toBe(200)
  const chat = await admin.chatOf(number, ({ lastSeq }) => lastSeq >= 2)
  const said = (await admin.thread(chat.id)).map(({ text }) => text)
  expect(said.slice(0, 2)).toEqual(['satu', 'dua'])
  const { items } = (await admin.call<{ items: Parked[] }>('GET', '/parked')).body
  const mine = items.filter(({ body }) => body.includes(number))
  expect(mine).toMatchObject([{ reason: expect.stringMatching(/\w/) }])
})
