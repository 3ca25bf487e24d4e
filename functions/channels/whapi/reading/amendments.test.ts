import { describe, expect, test } from 'vitest'
import { read } from '../delivery.ts'
import {
  action,
  channelId,
  contents,
  customer,
  group,
  hidden,
  kind,
  message,
  ours,
  theirs,
  time,
} from './samples.ts'

const now = new Date('2026-11-22T00:00:00Z')
const at = new Date(time * 1000).toISOString()
const deliver = (fields: object) => read(JSON.stringify(fields), channelId, now)

const amendment = (item: object) => deliver({ messages: [item] }).amendments[0]
const update = (item: object) => deliver({ messages_updates: [item] })

describe('an action', () => {
  test('is a reaction, or takes one back', () => {
    expect(amendment(action({ type: 'reaction', emoji: '👍' }))).toEqual({
      channelId,
      providerChatId: customer,
      targetId: ours,
      at,
      by: { sender: 'customer', person: 'customer', name: 'Sari W' },
      change: { kind: 'reaction', emoji: '👍' },
    })
    for (const emoji of ['', undefined, null])
      expect(amendment(action({ type: 'reaction', emoji }))?.change).toMatchObject({ emoji: '' })
  })

  test.each(['edit', 'edited'])('is a change of words (%s)', (type) => {
    const edited = { type, edited_type: 'text', edited_content: { body: 'Halo!' } }
    expect(amendment(action(edited))?.change).toEqual({ kind: 'edit', text: 'Halo!' })
    const caption = { type, edited_type: 'image', edited_content: { caption: 'Ini' } }
    expect(amendment(action(caption))?.change).toEqual({ kind: 'edit', text: 'Ini' })
  })

  test('is a deletion for everyone', () => {
    expect(amendment(action({ type: 'delete' }))?.change).toEqual({ kind: 'deletion' })
  })

  test('is our side’s when it comes from us, whoever of us it was', () => {
    const own = action({ type: 'reaction', emoji: '👍' }, { from_me: true, from_name: 'Toko' })
    expect(amendment(own)?.by).toEqual({ sender: 'phone', person: 'us' })
  })

  test('is told apart by person in a group', () => {
    const by = (from: string) =>
      amendment(action({ type: 'reaction', emoji: '👍' }, { chat_id: group, from }))?.by.person
    expect([by('6281200000001'), by(customer), by(hidden)]).toEqual([customer, customer, hidden])
  })

  test.each([
    ['vote', 'votes'],
    ['pin', 'pins'],
    ['unpin', 'pins'],
    ['comment', 'comments'],
    ['event_response', 'event responses'],
    ['ephemeral', 'disappearing messages'],
    ['media_notify', 'media notices'],
  ])('%s changes nothing we show, and is counted', (type, name) => {
    const delivery = deliver({ messages: [action({ type })] })
    expect(delivery).toMatchObject({ amendments: [], unreadable: [], ignored: { [name]: 1 } })
  })

  test.each([
    ['of an unknown type', action({ type: 'levitate' })],
    ['on nothing', action({ type: 'delete', target: undefined })],
    ['without itself', kind('action')],
    ['with an emoji that is none', action({ type: 'reaction', emoji: 5 })],
    ['with an emoji as long as a letter', action({ type: 'reaction', emoji: 'x'.repeat(99) })],
    ['with an edit to nothing', action({ type: 'edit', edited_content: {} })],
  ])('%s is parked', (_, item) => {
    const delivery = deliver({ messages: [item] })
    expect(delivery).toMatchObject({ amendments: [], arrivals: [], unreadable: [{}], ignored: {} })
  })

  test('is a reaction also as older builds tell it', () => {
    const old = kind('reaction', { msg_id: ours, text: '❤️' })
    expect(amendment(old)).toMatchObject({ targetId: ours, change: { emoji: '❤️' } })
  })
})

describe('an update', () => {
  const edited = message({ text: { body: 'Halo!' } })
  const edit = action({ type: 'edit', target: theirs, edited_content: { body: 'Halo!' } })

  test('of words says what they are now, and since when', () => {
    const whole = { id: theirs, before_update: message(), after_update: edited, changes: ['text'] }
    const change = { kind: 'edit', text: 'Halo!' }
    expect(update({ ...whole, trigger: edit }).amendments).toMatchObject([
      { targetId: theirs, at, change },
    ])
    expect(update(whole).amendments).toMatchObject([{ at: now.toISOString(), change }])
    expect(update({ id: theirs, trigger: edit }).amendments).toMatchObject([{ at, change }])
    expect(update({ ...whole, before_update: undefined }).amendments).toMatchObject([{ change }])
  })

  test('by a reaction is that reaction', () => {
    const trigger = action({ type: 'reaction', target: theirs, emoji: '👍' })
    const item = { id: theirs, trigger, after_update: message(), changes: ['reactions'] }
    expect(update(item).amendments).toMatchObject([{ change: { kind: 'reaction', emoji: '👍' } }])
  })

  test.each([
    ['with', action({ type: 'vote', target: theirs })],
    ['without', undefined],
  ])('of a poll counts its votes, %s its cause', (_, trigger) => {
    const item = {
      id: theirs,
      trigger,
      after_update: kind('poll', contents.poll),
      changes: ['poll'],
    }
    expect(update(item).amendments).toMatchObject([
      { change: { kind: 'content', content: { poll: { options: [{ votes: 2 }, { votes: 0 }] } } } },
    ])
  })

  test('of a file says what it is now', () => {
    const after_update = kind('image', contents.image)
    const item = { id: theirs, before_update: after_update, after_update, changes: ['image'] }
    expect(update(item).amendments).toMatchObject([
      { change: { kind: 'content', content: { media: { size: 84211 } } } },
    ])
  })

  test('of what could not be decrypted brings the message itself', () => {
    const item = { id: theirs, before_update: kind('unknown'), after_update: message() }
    expect(update(item).arrivals).toMatchObject([{ providerId: theirs, text: 'Halo kak' }])
  })

  test('of a status is a receipt', () => {
    const after_update = message({ id: ours, from_me: true, status: 'read' })
    const item = { id: ours, before_update: after_update, after_update, changes: ['status'] }
    expect(update(item).receipts).toMatchObject([{ providerId: ours, status: 'read' }])
  })

  test('of anything else is counted, and one that says nothing is parked', () => {
    const same = { before_update: message(), after_update: message() }
    expect(update({ id: theirs, ...same, changes: ['labels'] }).ignored).toEqual({
      'other updates': 1,
    })
    for (const item of [{}, 5, null, { id: theirs }, { trigger: {} }])
      expect(update(Object(item)).unreadable).toHaveLength(1)
  })
})

describe('a deletion', () => {
  const deletion = { targetId: theirs, by: { person: 'us' }, change: { kind: 'deletion' } }

  test.each([[theirs], [{ id: theirs }]])('may name only the message', (removed) => {
    expect(deliver({ messages_removed: [removed] }).amendments).toMatchObject([
      { ...deletion, providerChatId: '', at: now.toISOString() },
    ])
  })

  test('may be told as a status', () => {
    const status = { id: theirs, status: 'deleted', recipient_id: customer, timestamp: `${time}` }
    expect(deliver({ statuses: [status] }).amendments).toMatchObject([
      { ...deletion, providerChatId: customer, at },
    ])
  })

  test('of a whole chat on the phone leaves our archive alone', () => {
    const delivery = deliver({ messages_removed_all: customer })
    expect(delivery).toMatchObject({ amendments: [], ignored: { 'cleared chats': 1 } })
  })
})

describe('a receipt', () => {
  const receipts = (...statuses: object[]) => deliver({ statuses })

  test('names the message and what happened to it', () => {
    const errors = [{ code: 131, message: 'Not on WhatsApp' }]
    expect(
      receipts(
        {
          id: ours,
          code: 3,
          status: 'delivered',
          viewer_id: '6281200000009',
          timestamp: `${time}`,
        },
        { id: ours, status: 'failed', errors },
        { id: ours, status: 'failed' },
      ).receipts,
    ).toEqual([
      { channelId, providerId: ours, status: 'delivered' },
      {
        channelId,
        providerId: ours,
        status: 'failed',
        error: { code: '131', message: 'Not on WhatsApp' },
      },
      { channelId, providerId: ours, status: 'failed', error: { code: 'failed', message: '' } },
    ])
  })

  test('that says nothing new is counted, and one nobody understands is parked', () => {
    const delivery = receipts(
      { id: ours, status: 'pending' },
      { id: ours, status: 'read', recipient_id: 'status@broadcast' },
      { id: ours, status: 'vanished' },
      { id: ours, code: 4 },
      { status: 'read' },
    )
    expect(delivery.receipts).toEqual([])
    expect(delivery.ignored).toEqual({ 'pending receipts': 1, stories: 1 })
    expect(
      delivery.unreadable.flatMap(({ item }) => (item as { statuses: [] }).statuses),
    ).toHaveLength(3)
  })
})
