import { describe, expect, test } from 'vitest'
import { read } from './delivery.ts'
import { channelId, contents, group, hidden, kind, message } from './reading/samples.ts'

const deliver = (fields: object) => read(JSON.stringify(fields), channelId)
const idsOf = (items: { providerId: string }[]) => items.map(({ providerId }) => providerId)

describe('what other inboxes have lost', () => {
  test('one bad message among 475 does not swallow the others', () => {
    const messages = Array.from({ length: 475 }, (_, i) => message({ id: `a-${i}` }))
    const bad = [null, 5, { id: {} }, message({ id: 'bad-1', timestamp: {} }), [[[]]]]
    for (const [i, item] of bad.entries()) messages.splice(i * 90, 0, item as never)
    const { arrivals, unreadable } = read(JSON.stringify({ messages }), channelId, new Date(), 1000)
    expect(idsOf(arrivals)).toEqual(Array.from({ length: 475 }, (_, i) => `a-${i}`))
    const parked = unreadable.flatMap(({ item }) => (item as { messages: [] }).messages)
    expect(parked).toHaveLength(bad.length)
  })

  test('two messages with the same words in the same second are two', () => {
    const { arrivals } = deliver({ messages: [message({ id: 'a-1' }), message({ id: 'a-2' })] })
    expect(idsOf(arrivals)).toEqual(['a-1', 'a-2'])
  })

  test('the same message twice in one delivery has one name, by which the store knows it', () => {
    const { arrivals } = deliver({ messages: [message(), message()] })
    expect(new Set(idsOf(arrivals)).size).toBe(1)
  })

  test('an album is all of its pictures, in their order', () => {
    const album = Array.from({ length: 30 }, (_, i) =>
      kind('image', contents.image, { id: `p-${i}` }),
    )
    const { arrivals } = deliver({ messages: album })
    expect(arrivals.map(({ providerId, index }) => [providerId, index])).toEqual(
      album.map(({ id }, i) => [id, i]),
    )
    expect(new Set(arrivals.map(({ sentAt }) => sentAt)).size).toBe(1)
  })

  test('a file that is not there yet does not cost its message', () => {
    for (const image of [undefined, null, {}, { id: 'media_init' }, 'expired']) {
      const { arrivals } = deliver({ messages: [kind('image', image)] })
      expect(arrivals).toMatchObject([{ kind: 'image' }])
    }
  })

  test('people of a group write in one conversation, also when one of them is hidden', () => {
    const { arrivals } = deliver({
      messages: [
        message({ id: 'a-1', chat_id: group, from: '6281200000001' }),
        message({ id: 'a-2', chat_id: group, from: hidden }),
        message({ id: 'a-3', chat_id: group, from_me: true, from: '6281200000000' }),
      ],
    })
    expect(new Set(arrivals.map(({ providerChatId }) => providerChatId))).toEqual(new Set([group]))
  })

  test('a customer whose number is hidden is kept, and the digits are never shown as a number', () => {
    const { arrivals } = deliver({ messages: [message({ chat_id: hidden, from: hidden })] })
    expect(arrivals).toMatchObject([{ providerChatId: hidden, phone: null }])
  })

  test('what was typed in the Business app is found where only the chat tells it', () => {
    const last_message = message({ from_me: true, id: 'typed-1' })
    const update = {
      after_update: { id: last_message.chat_id, last_message },
      changes: ['last_message'],
    }
    expect(idsOf(deliver({ chats_updates: [update] }).arrivals)).toEqual(['typed-1'])
  })
})
