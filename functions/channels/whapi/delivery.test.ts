import { describe, expect, test } from 'vitest'
import { read } from './delivery.ts'

const channelId = 'MANTIS-M72HC'

const message = (fields: object = {}) => ({
  id: 'PkX2vR9sTqLw8Zb.dY1HcA-gB4TwQ0sVnE',
  from_me: false,
  type: 'text',
  chat_id: '6281200000001@s.whatsapp.net',
  timestamp: 1795219200,
  source: 'mobile',
  text: { body: 'Halo kak' },
  from: '6281200000001',
  from_name: 'Sari W',
  ...fields,
})

const deliver = (fields: object) =>
  read(JSON.stringify({ ...fields, channel_id: channelId }), channelId)
const deliverOne = (fields: object = {}) => deliver({ messages: [message(fields)] })

test('a text comes with who wrote it, when, and where', () => {
  expect(deliverOne().arrivals).toEqual([
    {
      channel: 'whatsapp',
      channelId,
      providerChatId: '6281200000001@s.whatsapp.net',
      providerId: 'PkX2vR9sTqLw8Zb.dY1HcA-gB4TwQ0sVnE',
      sender: 'customer',
      senderName: 'Sari W',
      customerName: 'Sari W',
      phone: '+6281200000001',
      kind: 'text',
      text: 'Halo kak',
      quoted: undefined,
      status: 'received',
      sentAt: '2026-11-21T00:00:00.000Z',
      index: 0,
      takesOver: false,
    },
  ])
})

test.each([
  ['seconds as text', '1795219200'],
  ['milliseconds', 1795219200000],
])('the time is understood as %s', (_, timestamp) => {
  expect(deliverOne({ timestamp }).arrivals[0]?.sentAt).toBe('2026-11-21T00:00:00.000Z')
})

test('several messages of one delivery keep their places', () => {
  const delivery = deliver({ messages: [message({ id: 'a-1' }), message({ id: 'b-2' })] })
  expect(delivery.arrivals.map(({ providerId, index }) => [providerId, index])).toEqual([
    ['a-1', 0],
    ['b-2', 1],
  ])
})

test('a message we cannot read is kept, and the others go on', () => {
  const delivery = deliver({ messages: [message(), { type: 'text' }, 7, message({ id: 'b-2' })] })
  expect(delivery.arrivals).toHaveLength(2)
  expect(delivery.unreadable.map(({ item }) => item)).toEqual([{ type: 'text' }, 7])
})

describe('our own side', () => {
  test('what is typed on the phone takes the chat over', () => {
    const { arrivals } = deliverOne({ from_me: true, from: '6281200000000', from_name: 'Toko' })
    expect(arrivals).toMatchObject([{ sender: 'phone', takesOver: true, status: 'sent' }])
    expect(arrivals[0]?.customerName).toBeUndefined()
  })

  test('what was sent through the API is an echo and takes nothing over', () => {
    const { arrivals, echoes } = deliverOne({ from_me: true, source: 'api', status: 'pending' })
    expect(arrivals).toEqual([])
    expect(echoes).toMatchObject([{ sender: 'phone', takesOver: false }])
  })
})

describe('who it is', () => {
  test.each([
    ['6281200000001@c.us', '6281200000001@s.whatsapp.net', '+6281200000001'],
    ['6281200000001', '6281200000001@s.whatsapp.net', '+6281200000001'],
    ['250388305424512@lid', '250388305424512@lid', null],
    ['120363012345678901@g.us', '120363012345678901@g.us', null],
  ])(
    '%s is one conversation, and its digits only a number if they are one',
    (chat_id, id, phone) => {
      expect(deliverOne({ chat_id }).arrivals).toMatchObject([{ providerChatId: id, phone }])
    },
  )

  test('a group is named after its subject, not after whoever writes', () => {
    const group = { chat_id: '120363012345678901@g.us', chat_name: 'Reseller Jabar' }
    expect(deliverOne(group).arrivals).toMatchObject([
      { customerName: 'Reseller Jabar', senderName: 'Sari W' },
    ])
  })
})

test.each([
  [
    'image',
    { image: { caption: 'Yang seperti ini kak', mime_type: 'image/jpeg' } },
    'Yang seperti ini kak',
  ],
  ['voice', { voice: { seconds: 6 } }, ''],
  ['location', { location: { latitude: -6.2, longitude: 106.8, name: 'Monas' } }, 'Monas'],
  ['poll', { poll: { title: 'Warna?', options: ['Merah'] } }, 'Warna?'],
  [
    'reply',
    { reply: { type: 'buttons_reply', buttons_reply: { id: 'ButtonsV3:yes', title: 'Ya' } } },
    'Ya',
  ],
  ['hsm', { hsm: { header: { type: 'text' }, body: 'Pesanan dikirim' } }, 'Pesanan dikirim'],
  ['interactive', { interactive: { body: { text: 'Pilih' } } }, 'Pilih'],
  ['something_new', {}, ''],
])('a message of kind %s is kept with its words', (type, content, text) => {
  expect(deliverOne({ type, text: undefined, ...content }).arrivals).toMatchObject([
    { kind: type, text },
  ])
})

test('a text with a link is a text', () => {
  const link = { type: 'link_preview', link_preview: { body: 'Lihat example.com', title: 'Toko' } }
  expect(deliverOne(link).arrivals).toMatchObject([{ kind: 'text', text: 'Lihat example.com' }])
})

test('stories, newsletters and broadcasts are no conversations', () => {
  const delivery = deliver({
    messages: ['status@broadcast', '120363@newsletter', 'stories', '0@s.whatsapp.net'].map(
      (chat_id) => message({ chat_id }),
    ),
  })
  expect(delivery).toMatchObject({ arrivals: [], unreadable: [], ignored: 4 })
})

test('receipts name the message and what happened to it', () => {
  const { receipts, ignored, unreadable } = deliver({
    statuses: [
      { id: 'a-1', code: 3, status: 'delivered', timestamp: '1795219442' },
      { id: 'a-1', code: 0, status: 'failed', errors: [{ code: 131, message: 'Not on WhatsApp' }] },
      { id: 'a-1', code: 1, status: 'pending' },
      { status: 'read' },
    ],
  })
  expect(receipts).toMatchObject([
    { providerId: 'a-1', status: 'delivered' },
    { providerId: 'a-1', status: 'failed', error: { code: '131', message: 'Not on WhatsApp' } },
  ])
  expect([ignored, unreadable.length]).toEqual([1, 1])
})

test('a delivery of another channel is kept apart', () => {
  const body = JSON.stringify({ messages: [message()], channel_id: 'OTHER-12345' })
  expect(read(body, channelId)).toMatchObject({
    arrivals: [],
    unreadable: [{ reason: 'It belongs to another channel' }],
  })
})

test.each(['{}', '[]', '{"event":{"type":"messages","event":"post"}}'])(
  'an empty delivery (%s) brings nothing',
  (body) => {
    expect(read(body, channelId)).toMatchObject({ arrivals: [], unreadable: [], ignored: 0 })
  },
)

test('the channel’s own state is news of the channel', () => {
  expect(deliver({ health: { status: { code: 3, text: 'QR' } } }).channelState).toBe('QR')
})

test('what we do not understand yet is kept', () => {
  const { unreadable } = deliver({ messages_removed: ['a-1'], surprise: { a: 1 } })
  expect(unreadable.map(({ item }) => item)).toEqual(['a-1', { a: 1 }])
})
