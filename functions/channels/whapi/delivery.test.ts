import { describe, expect, test } from 'vitest'
import { read } from './delivery.ts'
import { channelId, customer, group, hidden, message, ours, theirs } from './reading/samples.ts'

const now = new Date('2026-11-22T00:00:00Z')

const deliver = (fields: object) =>
  read(JSON.stringify({ ...fields, channel_id: channelId }), channelId, now)
const deliverOne = (fields = {}) => deliver({ messages: [message(fields)] })

test('a text comes with who wrote it, when, and where', () => {
  expect(deliverOne().arrivals).toEqual([
    {
      channel: 'whatsapp',
      channelId,
      providerChatId: customer,
      providerId: theirs,
      sender: 'customer',
      senderName: 'Sari W',
      customerName: 'Sari W',
      phone: '+6281200000001',
      kind: 'text',
      text: 'Halo kak',
      status: 'received',
      sentAt: '2026-11-20T16:00:00.000Z',
      index: 0,
      takesOver: false,
    },
  ])
})

test.each([
  ['seconds as text', '1795190400'],
  ['milliseconds', 1795190400000],
])('the time is understood as %s', (_, timestamp) => {
  expect(deliverOne({ timestamp }).arrivals[0]?.sentAt).toBe('2026-11-20T16:00:00.000Z')
})

test('several messages of one delivery keep their places', () => {
  const { arrivals } = deliver({ messages: [message({ id: 'a-1' }), message({ id: 'b-2' })] })
  expect(arrivals.map(({ providerId, index }) => [providerId, index])).toEqual([
    ['a-1', 0],
    ['b-2', 1],
  ])
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

  test('nobody guesses whose a message is', () => {
    expect(deliverOne({ from_me: 'true' })).toMatchObject({ arrivals: [], unreadable: [{}] })
  })
})

describe('who it is', () => {
  test.each([
    ['6281200000001@c.us', customer, '+6281200000001'],
    ['6281200000001', customer, '+6281200000001'],
    ['6281200000001:12@s.whatsapp.net', customer, '+6281200000001'],
    [hidden, hidden, null],
    [group, group, null],
  ])(
    '%s is one conversation, and its digits a number only if they are one',
    (chat_id, id, phone) => {
      expect(deliverOne({ chat_id }).arrivals).toMatchObject([{ providerChatId: id, phone }])
    },
  )

  test('both forms of a Brazilian number are one conversation, and an answer goes to the one that wrote', () => {
    const [arrival] = deliverOne({ chat_id: '553187654321@s.whatsapp.net' }).arrivals
    expect(arrival).toMatchObject({
      providerChatId: '5531987654321@s.whatsapp.net',
      writtenAs: '553187654321@s.whatsapp.net',
      phone: '+5531987654321',
    })
    expect(deliverOne().arrivals[0]).not.toHaveProperty('writtenAs')
  })

  test('a group is named after its subject, and each message after who writes', () => {
    const fields = { chat_id: group, chat_name: 'Reseller Jabar' }
    expect(deliverOne(fields).arrivals).toMatchObject([
      {
        isGroup: true,
        customerName: 'Reseller Jabar',
        senderName: 'Sari W',
        senderPhone: '+6281200000001',
      },
    ])
    expect(deliverOne({ ...fields, from: hidden }).arrivals[0]?.senderPhone).toBeUndefined()
  })

  test('a number is no name', () => {
    const { arrivals } = deliverOne({ from_name: undefined, chat_name: '+62 812-0000-0001' })
    expect(arrivals[0]?.customerName).toBeUndefined()
  })
})

test('stories, newsletters and broadcasts are no conversations, and are counted', () => {
  const chats = ['status@broadcast', 'stories', '0@c.us', '120363@newsletter', '1@broadcast']
  const { arrivals, unreadable, ignored } = deliver({
    messages: [
      ...chats.map((chat_id) => message({ chat_id })),
      message({ type: 'story' }),
      message({ type: 'unknown', source: 'system', text: undefined }),
    ],
  })
  expect({ arrivals, unreadable, ignored }).toEqual({
    arrivals: [],
    unreadable: [],
    ignored: { stories: 4, newsletters: 1, broadcasts: 1, noise: 1 },
  })
})

describe('what cannot be read', () => {
  test('is kept by its reason, and can be delivered again', () => {
    const odd = message({ timestamp: 'yesterday' })
    const { arrivals, unreadable } = deliver({ messages: [message(), odd, 7, odd] })
    expect(arrivals).toHaveLength(1)
    expect(unreadable).toEqual([
      {
        reason: 'message: "timestamp" is missing or odd',
        why: { code: 'malformed', about: 'message' },
        item: { messages: [odd, odd], channel_id: channelId },
      },
      {
        reason: 'This is no message',
        why: { code: 'malformed', about: 'message' },
        item: { messages: [7], channel_id: channelId },
      },
    ])
    const mended = JSON.stringify(unreadable[0]?.item).replaceAll('"yesterday"', '1795190400')
    expect(read(mended, channelId).arrivals).toHaveLength(2)
  })

  test('of another channel is kept apart', () => {
    const other = { messages: [message()], channel_id: 'OTHER-12345' }
    expect(read(JSON.stringify(other), channelId)).toMatchObject({
      arrivals: [],
      unreadable: [
        {
          reason: 'It belongs to another channel',
          why: { code: 'other_channel' },
          item: other,
        },
      ],
    })
  })

  test('because there is too much of it waits, whole', () => {
    const messages = Array.from({ length: 5 }, (_, i) => message({ id: `a-${i}` }))
    const delivery = read(JSON.stringify({ messages, statuses: [{}] }), channelId, now, 3)
    expect(delivery.arrivals).toHaveLength(3)
    expect(delivery.unreadable).toEqual([
      {
        reason: 'It is more than is stored at once',
        why: { code: 'too_much' },
        item: { messages: messages.slice(3), statuses: [{}] },
      },
    ])
  })

  test('because it is nested too deeply takes nothing with it', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const body = `{"messages":[${JSON.stringify(message())},${deep}]}`
    const { arrivals, unreadable } = read(body, channelId)
    expect(arrivals).toHaveLength(1)
    const why = { code: 'too_deep' }
    expect(unreadable).toEqual([{ reason: 'Part of it is nested too deeply', why, item: body }])
  })
})

describe('the envelope', () => {
  const status = { id: ours, status: 'read' }

  test.each([
    ['of WHAPI’s help', { event: { type: 'messages', event: 'post' } }],
    ['of its OpenAPI file', { event: { type: 'messages', method: 'post' } }],
    ['that is wrong', { event: { type: 'chats', event: 'delete' } }],
    ['that is no object', { event: 'messages.post' }],
    ['that is missing', {}],
  ])('may have an event %s', (_, around) => {
    expect(deliver({ ...around, messages: [message()] }).arrivals).toHaveLength(1)
  })

  test('may hold several fields, a single item, or items of older settings', () => {
    const both = deliver({ messages: message(), statuses: [status], ack: status })
    expect(both.arrivals).toHaveLength(1)
    expect(both.receipts).toHaveLength(2)
  })

  test('may be one of several', () => {
    const body = JSON.stringify([{ messages: [message()] }, { statuses: [status] }])
    expect(read(body, channelId)).toMatchObject({ arrivals: [{}], receipts: [{}] })
  })

  test('may have fields that nobody knows: what they hold is kept', () => {
    const { unreadable, ignored } = deliver({
      surprise: [{ a: 1 }, 'b'],
      version: '1.9',
      test: true,
    })
    expect(unreadable).toEqual([
      {
        reason: 'It has a field that is not understood',
        why: { code: 'new_field' },
        item: { surprise: [{ a: 1 }, 'b'], channel_id: channelId },
      },
    ])
    expect(ignored).toEqual({ 'other fields': 2 })
  })

  test.each([
    '{}',
    '[]',
    'null',
    '',
    ' ',
    '\ufeff{}',
    '{"event":{"type":"messages","event":"post"}}',
  ])('may be empty (%j)', (body) => {
    expect(read(body, channelId)).toMatchObject({ arrivals: [], unreadable: [], ignored: {} })
  })

  test('must be JSON', () => {
    expect(() => read('<html>', channelId)).toThrow(SyntaxError)
  })
})
