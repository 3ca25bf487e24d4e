import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chatIdOf, messageView } from '../chat/chat-state.ts'
import { findChat } from '../chat/store.ts'
import * as eg from '../example.ts'
import type { Amendment } from '../news.ts'
import { amend, amended } from './amendment.ts'
import { receive } from './incoming.ts'
import * as Thread from './thread.ts'

const at = (second: number) => `2026-11-21T09:01:${String(second).padStart(2, '0')}.000Z`

const amendment = (change: Amendment['change'], fields: Partial<Amendment> = {}): Amendment => ({
  channelId: 'MANTIS-M72HC',
  providerChatId: '6281200000001@s.whatsapp.net',
  targetId: 'in-1',
  at: at(0),
  by: { sender: 'customer', person: 'customer', name: 'Sari W' },
  change,
  ...fields,
})

/** A message that has come in, and what is needed to speak of it. */
async function aMessage(text = 'Halo kak, ukuran L ada?') {
  const channelId = eg.newChannelId()
  const targetId = `in-${randomUUID()}`
  const { chat } = await receive(eg.arrival({ channelId, providerId: targetId, text }), eg.rules)
  const shown = async () => {
    const now = await findChat(chat.id, { consistent: true })
    const { messages } = await Thread.list(chat, { limit: 1, consistent: true })
    if (!messages[0] || !now) throw new Error('It is gone')
    return { chat: now, state: messages[0], view: messageView(messages[0], now) }
  }
  return { about: { channelId, targetId }, shown }
}

describe('a reaction', () => {
  test('stands on its message until it is taken back', async () => {
    const { about, shown } = await aMessage()
    await amend(amendment({ kind: 'reaction', emoji: '👍' }, about))
    expect((await shown()).view.reactions).toEqual([
      { emoji: '👍', sender: 'customer', senderName: 'Sari W' },
    ])
    await amend(amendment({ kind: 'reaction', emoji: '' }, { ...about, at: at(1) }))
    expect((await shown()).view.reactions).toBeUndefined()
  })

  test('is one for each person, and opens no message and no unread', async () => {
    const { about, shown } = await aMessage()
    const ours = { sender: 'phone' as const, person: 'us' }
    await amend(amendment({ kind: 'reaction', emoji: '👍' }, about))
    await amend(amendment({ kind: 'reaction', emoji: '❤️' }, { ...about, at: at(1) }))
    await amend(amendment({ kind: 'reaction', emoji: '🙏' }, { ...about, by: ours }))
    const { view, chat } = await shown()
    expect(view.reactions?.map(({ emoji }) => emoji)).toEqual(['❤️', '🙏'])
    expect(chat).toMatchObject({ lastSeq: 1, readSeq: 0 })
  })
})

test('an edited message says the new words, and keeps what it said before', async () => {
  const { about, shown } = await aMessage('Ukuran L')
  await amend(amendment({ kind: 'edit', text: 'Ukuran XL' }, about))
  const { view, state, chat } = await shown()
  expect(view).toMatchObject({ text: 'Ukuran XL', editedAt: at(0) })
  expect(state.versions).toEqual([{ text: 'Ukuran L', until: at(0) }])
  expect(chat.lastMessage?.text).toBe('Ukuran XL')
})

test('a deleted message says nothing any more, but is kept', async () => {
  const { about, shown } = await aMessage('Rahasia')
  await amend(amendment({ kind: 'deletion' }, about))
  const { view, state, chat } = await shown()
  expect(view).toMatchObject({ text: '', deletedAt: at(0) })
  expect(state.text).toBe('Rahasia')
  expect(chat.lastMessage).toMatchObject({ kind: 'deleted', text: '' })
})

test('news that overtakes its message waits for it', async () => {
  const channelId = eg.newChannelId()
  const about = { channelId, targetId: 'in-late' }
  await amend(amendment({ kind: 'edit', text: 'Ukuran XL' }, about))
  await amend(amendment({ kind: 'reaction', emoji: '👍' }, { ...about, at: at(2) }))
  const arrival = eg.arrival({ channelId, providerId: 'in-late', text: 'Ukuran L' })
  const { chat, result } = await receive(arrival, eg.rules)
  expect(messageView(result.message, chat)).toMatchObject({
    text: 'Ukuran XL',
    reactions: [{ emoji: '👍' }],
  })
  expect(chat.lastMessage?.text).toBe('Ukuran XL')
})

test('no early news is lost while its message is being stored', async () => {
  const channelId = eg.newChannelId()
  const about = { channelId, targetId: 'in-racing' }
  const people = Array.from({ length: 8 }, (_, i) => `person-${i}`)
  await Promise.all([
    ...people.map((person) =>
      amend(
        amendment(
          { kind: 'reaction', emoji: '👍' },
          { ...about, by: { sender: 'customer', person } },
        ),
      ),
    ),
    receive(eg.arrival({ channelId, providerId: 'in-racing' }), eg.rules),
  ])
  const chatId = chatIdOf(channelId, '6281200000001@s.whatsapp.net')
  const { messages } = await Thread.recent(chatId, 1, { consistent: true })
  expect(Object.keys(messages[0]?.reactionsBy ?? {}).sort()).toEqual(people)
})

test('of two changes of one second the later one stands, also when both come twice', async () => {
  const { state } = await (await aMessage('Ukuran L')).shown()
  const reactions = ['👍', '❤️', ''].map((emoji) => amendment({ kind: 'reaction', emoji }))
  const edits = ['zzz', 'aaa'].map((text) => amendment({ kind: 'edit', text }))
  const end = [...reactions, ...edits, ...reactions, ...edits].reduce(amended, state)
  expect(end).toMatchObject({ text: 'aaa', reactionsBy: { customer: { emoji: '' } } })
})

test('the same changes in any order, any number of times, leave the same message', async () => {
  const { state } = await (await aMessage()).shown()
  const change = fc.oneof(
    fc.constantFrom('a', 'b', '').map((emoji) => ({ kind: 'reaction' as const, emoji })),
    fc.constantFrom('satu', 'dua', 'tiga').map((text) => ({ kind: 'edit' as const, text })),
    fc.constant({ kind: 'deletion' as const }),
  )
  const changes = fc.uniqueArray(
    fc.record({ change, second: fc.integer({ min: 0, max: 9 }) }),
    // Nobody changes the same thing twice within one moment; the provider's clock is too coarse to tell.
    { selector: ({ change: { kind }, second }) => `${kind}${second}`, maxLength: 8 },
  )
  const end = (list: Amendment[]) => {
    const { text, reactionsBy, editedAt, deletedAt } = list.reduce(amended, state)
    return { text, reactionsBy, editedAt, deleted: Boolean(deletedAt) }
  }
  fc.assert(
    fc.property(changes, fc.infiniteStream(fc.nat()), (drawn, order) => {
      const straight = drawn
        .toSorted((a, b) => a.second - b.second)
        .map(({ change, second }) => amendment(change, { at: at(second) }))
      const [...random] = order.take(straight.length * 2)
      const shuffled = [...straight, ...straight]
        .map((item, i) => ({ item, by: random[i] ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .map(({ item }) => item)
      expect(end(shuffled)).toEqual(end(straight))
    }),
  )
})
