import { describe, expect, test } from 'vitest'
import { read } from '../delivery.ts'
import { channelId, customer, group, hidden, kind, message, ours, time } from './samples.ts'

const now = new Date('2026-11-22T00:00:00Z')
const deliver = (fields: object) => read(JSON.stringify(fields), channelId, now)
const avatar = 'https://pps.example.com/v/sari.jpg?oe=67'

describe('a chat', () => {
  const chat = { id: customer, type: 'contact', name: 'Sari', chat_pic: avatar, mute_until: 1.8e19 }

  test('has a name, a picture and labels', () => {
    const labels = [{ id: '5', name: 'Lunas', color: 'gold' }, { name: 'Baru' }, 5]
    expect(deliver({ chats: [{ ...chat, labels }] }).chatNews).toEqual([
      {
        channelId,
        providerChatId: customer,
        name: 'Sari',
        avatar,
        labels: [{ name: 'Lunas', color: 'gold' }, { name: 'Baru' }],
      },
    ])
  })

  test('was read on the phone when that is what has changed', () => {
    const news = (unread: number, changes: string[]) =>
      deliver({ chats_updates: [{ after_update: { ...chat, timestamp: time, unread }, changes }] })
        .chatNews[0]
    expect(news(0, ['unread'])?.readUpTo).toBe(new Date(time * 1000).toISOString())
    expect(news(2, ['unread'])?.readUpTo).toBeUndefined()
    expect(news(0, ['name'])?.readUpTo).toBeUndefined()
    expect(deliver({ chats: [{ ...chat, unread: 0 }] }).chatNews[0]?.readUpTo).toBeUndefined()
  })

  test('that lost its last label has none', () => {
    const item = { after_update: { id: customer }, changes: ['labels'] }
    expect(deliver({ chats_updates: [item] }).chatNews).toMatchObject([{ labels: [] }])
  })

  test('that is no conversation, or of which nothing is told, is counted', () => {
    const chats = [
      { id: '120363@newsletter', name: 'Promo' },
      { id: '1@g.us', type: 'broadcast' },
      { id: 'status@broadcast' },
      { id: customer, name: '6281200000001', chat_pic: 'javascript:alert(1)' },
    ]
    const { chatNews, ignored } = deliver({ chats })
    expect(chatNews).toEqual([])
    expect(ignored).toEqual({ newsletters: 1, broadcasts: 1, stories: 1, 'chats without news': 1 })
  })

  test('brings its last message, in case nobody else does', () => {
    const last_message = message({ from_me: true, id: ours, chat_id: undefined })
    const { arrivals, chatNews } = deliver({ chats: [{ ...chat, last_message }] })
    expect(arrivals).toMatchObject([
      { providerId: ours, providerChatId: customer, sender: 'phone' },
    ])
    expect(chatNews).toHaveLength(1)
    const patch = (changes: string[]) =>
      deliver({ chats_updates: [{ after_update: { ...chat, last_message }, changes }] }).arrivals
    expect(patch(['last_message'])).toHaveLength(1)
    expect(patch(['unread'])).toHaveLength(0)
    const echo = { ...last_message, source: 'api' }
    expect(deliver({ chats: [{ ...chat, last_message: echo }] }).echoes).toHaveLength(1)
    expect(deliver({ chats: [{ ...chat, last_message: { body: 'Halo' } }] }).unreadable).toEqual([])
  })

  test('that is gone from the phone stays here', () => {
    expect(deliver({ chats_removed: [customer] }).ignored).toEqual({ 'removed chats': 1 })
  })
})

test('a contact is the private chat with it', () => {
  const contact = { id: '6281200000001', pushname: 'Sari', profile_pic: avatar }
  const news = [{ channelId, providerChatId: customer, name: 'Sari', avatar }]
  expect(deliver({ contacts: [contact] }).chatNews).toEqual(news)
  expect(
    deliver({ contacts_updates: [{ after_update: contact, changes: ['profile_pic'] }] }).chatNews,
  ).toEqual(news)
})

describe('a group', () => {
  const participants = [
    { id: '6281200000001', rank: 'creator' },
    { id: hidden, rank: 'member' },
  ]
  const people = [
    { id: customer, phone: '+6281200000001', isAdmin: true },
    { id: hidden, phone: null, isAdmin: false },
  ]

  test.each(['groups', 'groups_updates'])('is told whole (%s)', (field) => {
    const whole = { id: group, name: 'Reseller', participants }
    const item = field === 'groups' ? whole : { after_update: whole, changes: ['participants'] }
    const { chatNews, participantNews } = deliver({ [field]: [item] })
    expect(chatNews).toEqual([{ channelId, providerChatId: group, name: 'Reseller' }])
    expect(participantNews).toEqual([
      { channelId, providerChatId: group, action: 'all', participants: people },
    ])
  })

  test.each(['add', 'remove', 'promote', 'demote'])('changes by %s', (action) => {
    const change = { group_id: group, participants: ['6281200000002'], action }
    expect(deliver({ groups_participants: [change] }).participantNews).toEqual([
      {
        channelId,
        providerChatId: group,
        action,
        participants: [{ id: '6281200000002@s.whatsapp.net', phone: '+6281200000002' }],
      },
    ])
  })

  test('does not change by who only asks to join, and nobody knows what else may happen', () => {
    const change = (action: string) =>
      deliver({ groups_participants: [{ group_id: group, participants: ['1'], action }] })
    for (const action of ['request', 'revoke_request', 'rejected_request'])
      expect(change(action).ignored).toEqual({ 'requests to join': 1 })
    expect(change('explode').unreadable).toHaveLength(1)
  })
})

test.each([
  ['typing', 'typing'],
  ['recording', 'recording'],
  ['online', 'online'],
  ['paused', 'online'],
  ['offline', 'offline'],
])('a customer may be %s', (status, state) => {
  const presence = { contact_id: '6281200000001', status, last_seen: time }
  expect(deliver({ presences: [presence] }).presences).toEqual([
    { channelId, providerChatId: customer, state, lastSeen: '2026-11-20T16:00:00.000Z' },
  ])
  expect(deliver({ presences: [{ ...presence, status: 'pending' }] }).ignored).toEqual({
    presences: 1,
  })
})

describe('a call', () => {
  const call = { id: 'C4LL1', from: customer, timestamp: time * 1000, video_call: true }
  const calls = (...statuses: string[]) =>
    deliver({ calls: statuses.map((status) => ({ ...call, status })) })

  test('is one line once it is over', () => {
    const { arrivals, ignored } = calls('initiated', 'ringing', 'missed')
    expect(ignored).toEqual({ 'ringing calls': 2 })
    expect(arrivals).toMatchObject([
      {
        providerId: 'call-C4LL1',
        providerChatId: customer,
        sender: 'customer',
        kind: 'call',
        content: { call: { status: 'missed', video: true } },
        sentAt: '2026-11-20T16:00:00.000Z',
        takesOver: false,
      },
    ])
  })

  test('of which we do not know how it went is parked', () => {
    expect(calls('levitated').unreadable).toHaveLength(1)
    expect(
      deliver({ calls: [{ ...call, from: undefined, status: 'missed' }] }).unreadable,
    ).toHaveLength(1)
  })

  test('may also be a message', () => {
    const { arrivals } = deliver({ messages: [kind('call')] })
    expect(arrivals).toMatchObject([{ kind: 'call', text: '', takesOver: false }])
  })
})

describe('the channel', () => {
  test('tells how it is', () => {
    const health = { start_at: time, status: { code: 4, text: 'AUTH' } }
    expect(deliver({ health }).channelNews).toEqual([{ code: 'AUTH' }])
    expect(deliver({ health: { status: 4 } }).unreadable).toHaveLength(1)
  })

  test('shows a code to scan, for a while', () => {
    const base64 = 'data:image/png;base64,iVBORw0KGgo='
    expect(deliver({ qr: { status: 'OK', base64, expire: 20 } }).channelNews).toEqual([
      { code: 'QR', qr: { image: base64, expiresAt: '2026-11-22T00:00:20.000Z' } },
    ])
    expect(deliver({ qr: { status: 'TIMEOUT' } })).toMatchObject({
      channelNews: [],
      unreadable: [],
    })
  })

  test('is lost with a logout, and not yet there with a login', () => {
    const user = { id: '6281200000000', name: 'Toko' }
    const told = (event: object) => deliver({ user, event: { type: 'users', ...event } })
    expect(told({ event: 'delete' }).channelNews).toEqual([{ code: 'LOGGED_OUT' }])
    expect(told({ method: 'delete' }).channelNews).toEqual([{ code: 'LOGGED_OUT' }])
    expect(told({ event: 'post' })).toMatchObject({ channelNews: [], ignored: { logins: 1 } })
  })

  test('reports errors, which are kept, and services, which are counted', () => {
    const { unreadable, ignored } = deliver({
      errors: [{ code: 500 }],
      service: { a: 1 },
      labels: [{}],
    })
    expect(unreadable).toMatchObject([{ reason: 'The provider reports an error' }])
    expect(ignored).toEqual({ service: 1, labels: 1 })
  })
})
