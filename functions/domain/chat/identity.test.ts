import { describe, expect, test } from 'vitest'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import { advance, placeOf } from '../message/receipt.ts'
import * as Thread from '../message/thread.ts'
import { queue } from '../sending/from-agent.ts'
import { chatIdOf, messageView, viewOf } from './chat-state.ts'
import { join, learn, split } from './identity.ts'
import { findChat } from './store.ts'

const hidden = '250388305424512@lid'
const known = '6281200000001@s.whatsapp.net'
const phone = '+6281200000001'

/** A customer who writes under both ids, and what is known of it afterwards. */
function person() {
  const channelId = eg.newChannelId()
  const hiddenId = chatIdOf(channelId, hidden)
  const knownId = chatIdOf(channelId, known)
  const write = (from: string, text: string, second: number) =>
    receive(
      eg.arrival({
        channelId,
        providerChatId: from,
        phone: from === known ? phone : null,
        customerName: from === known ? 'Sari W' : undefined,
        text,
        sentAt: `2026-11-21T09:00:${String(second).padStart(2, '0')}.000Z`,
      }),
      eg.rules,
    )
  const find = async (id: string) => {
    const chat = await findChat(id, { consistent: true })
    if (!chat) throw new Error('There is no such chat')
    return chat
  }
  const thread = async (id: string) => {
    const chat = await find(id)
    const { messages } = await Thread.list(chat, { limit: 50, consistent: true })
    return messages.map((message) => messageView(message, chat))
  }
  const words = async (id: string) => (await thread(id)).map(({ text }) => text).join(' ')
  return {
    channelId,
    hiddenId,
    knownId,
    write,
    find,
    thread,
    words,
    learn: () => learn({ channelId, hidden, known, phone }),
  }
}

test('a hidden number is not made up, and appears once it is known', async () => {
  const { write, learn, find, hiddenId } = person()
  await write(hidden, 'Halo', 1)
  expect(viewOf(await find(hiddenId)).customer).toEqual({ name: '', phone: null })
  await learn()
  expect(viewOf(await find(hiddenId)).customer.phone).toBe(phone)
})

describe('the same person under two ids', () => {
  async function merged() {
    const it = person()
    await it.write(known, 'satu', 1)
    await it.write(hidden, 'dua', 2)
    await it.write(known, 'tiga', 3)
    await it.learn()
    return it
  }

  test('is one chat, whichever of its ids one asks for', async () => {
    const { find, hiddenId, knownId } = await merged()
    expect((await find(hiddenId)).id).toBe(knownId)
    expect(viewOf(await find(knownId))).toMatchObject({
      lastSeq: 3,
      unread: 3,
      customer: { name: 'Sari W', phone },
    })
  })

  test('has one thread, in order, with a number of its own for each message', async () => {
    const { thread, knownId, write } = await merged()
    await write(hidden, 'empat', 4)
    const messages = await thread(knownId)
    expect(messages.map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga', 'empat'])
    expect(messages.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4])
    expect(new Set(messages.map(({ chatId }) => chatId))).toEqual(new Set([knownId]))
  })

  test('is answered where it wrote last', async () => {
    const { find, knownId, write } = await merged()
    await write(hidden, 'empat', 4)
    expect((await find(knownId)).replyTo).toBe(hidden)
    await write(known, 'lima', 5)
    expect((await find(knownId)).replyTo).toBeUndefined()
  })

  test('is paged as one', async () => {
    const { find, knownId } = await merged()
    const chat = await find(knownId)
    const newest = await Thread.list(chat, { limit: 2 })
    expect(newest.messages.map(({ text }) => text)).toEqual(['dua', 'tiga'])
    const { messages } = await Thread.list(chat, { limit: 2, before: newest.cursor ?? '' })
    expect(messages.map(({ text }) => text)).toEqual(['satu'])
  })

  test('can be taken apart, with nothing lost, and stays apart', async () => {
    const { words, write, learn, hiddenId, knownId, find } = await merged()
    await write(hidden, 'empat', 4)
    await split(knownId, hiddenId)
    expect(await words(knownId)).toBe('satu tiga')
    expect(await words(hiddenId)).toBe('dua empat')
    expect((await find(knownId)).lastMessage?.text).toBe('tiga')
    expect(await learn()).toBeUndefined()
    await write(hidden, 'lima', 5)
    expect(await words(hiddenId)).toBe('dua empat lima')
  })

  test('that writes while it is merged loses nothing', async () => {
    const { write, learn, words, find, knownId } = person()
    await write(known, 'a', 1)
    await write(hidden, 'b', 2)
    await Promise.all([learn(), write(hidden, 'c', 3), write(known, 'd', 4), learn()])
    await write(hidden, 'e', 5)
    expect(await words(knownId)).toBe('a b c d e')
    expect(viewOf(await find(knownId))).toMatchObject({ lastSeq: 5, unread: 5 })
  })

  test('keeps the ticks of what was sent before', async () => {
    const { write, learn, channelId, hiddenId, knownId, thread } = person()
    const { chat } = await write(hidden, 'Halo', 1)
    const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
    await write(known, 'Halo lagi', 2)
    await learn()
    await advance({ chatId: hiddenId, key: result.key }, 'sent', { providerId: 'out-1' })
    expect((await thread(knownId)).find(({ id }) => id === result.id)?.status).toBe('sent')
    expect(await placeOf({ channelId, providerId: 'none', status: 'read' })).toBeUndefined()
  })
})

describe('two chats that a person joins by hand', () => {
  async function joined(it = person()) {
    await it.write(known, 'satu', 1)
    await it.write(hidden, 'dua', 2)
    await it.write(known, 'tiga', 3)
    await join(await it.find(it.hiddenId), await it.find(it.knownId))
    return it
  }

  test('are one, in order, with nothing lost, and can be taken apart', async () => {
    const it = await joined()
    await it.write(hidden, 'empat', 4)
    expect(await it.words(it.hiddenId)).toBe('satu dua tiga empat')
    expect(viewOf(await it.find(it.knownId))).toMatchObject({ unread: 4, customer: { phone } })
    await split(it.knownId, it.hiddenId)
    expect([await it.words(it.knownId), await it.words(it.hiddenId)]).toEqual([
      'satu tiga',
      'dua empat',
    ])
  })

  test('may have been taken apart before', async () => {
    const it = await joined()
    await split(it.knownId, it.hiddenId)
    await join(await it.find(it.hiddenId), await it.find(it.knownId))
    expect(await it.words(it.hiddenId)).toBe('satu dua tiga')
  })

  test('stay as they are when one of them is part of another already', async () => {
    const it = await joined()
    const other = await it.write('6281200000002@s.whatsapp.net', 'lain', 4)
    const chat = await it.find(it.hiddenId)
    for (const [one, two] of [
      [chat, chat],
      [chat, other.chat],
    ] as const)
      await expect(join(one, two)).rejects.toMatchObject({ status: 409, code: 'already_merged' })
    expect(await it.words(it.knownId)).toBe('satu dua tiga')
  })

  test('are of one channel, and no groups', async () => {
    const [one, two] = [person(), person()]
    const { chat } = await one.write(hidden, 'satu', 1)
    const elsewhere = await two.write(known, 'dua', 2)
    await expect(join(chat, elsewhere.chat)).rejects.toMatchObject({ code: 'other_channel' })
    const group = { ...elsewhere.chat, channelId: chat.channelId, isGroup: true }
    await expect(join(chat, group)).rejects.toMatchObject({ code: 'not_a_customer' })
  })

  test('are joined once, however many reach for them', async () => {
    const it = person()
    await it.write(known, 'satu', 1)
    await it.write(hidden, 'dua', 2)
    const [one, two] = [await it.find(it.hiddenId), await it.find(it.knownId)]
    const results = await Promise.allSettled([join(one, two), join(one, two), join(two, one)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await it.words(it.knownId)).toBe('satu dua')
  })
})

test('a number that writes first after it was known lands in the hidden chat', async () => {
  const { write, learn, words, find, hiddenId, knownId } = person()
  await write(hidden, 'satu', 1)
  await learn()
  await write(known, 'dua', 2)
  expect(await words(hiddenId)).toBe('satu dua')
  expect((await find(knownId)).id).toBe(hiddenId)
})
