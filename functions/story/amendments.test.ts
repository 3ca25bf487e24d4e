import { ulid } from 'ulid'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../shared/message.ts'
import { action, deliverMessages, newId, ours, text } from './payloads.ts'
import { eventually, type Member, member, newAgent, newNumber, sim } from './stack.ts'

let admin: Member
let agent: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  agent = await newAgent(admin)
})

const asUsual = {
  reactionsAs: 'action',
  editsAs: 'patch',
  deletionsAs: 'action',
}
beforeEach(() => sim.settings(asUsual).then(() => undefined))

const now = () => Math.floor(Date.now() / 1000)

/** A customer's message that is in its thread, a minute old. */
async function written(words = 'Kaos L') {
  const number = newNumber()
  const { id } = await sim.say(number, { text: words, timestamp: now() - 60 })
  const chat = await admin.chatOf(number)
  return { number, id, chat }
}

const messageIn = (chatId: string, id: string, wanted: (message: Message) => unknown) =>
  eventually(async () =>
    (await admin.thread(chatId)).find((message) => message.id === id && wanted(message)),
  )

const versions = (who: Member, chatId: string, id: string) =>
  who.call<{ items: { text: string; until: string }[] }>(
    'GET',
    `/chats/${chatId}/messages/${id}/versions`,
  )

describe('an edit', () => {
  test.each(['patch', 'action', 'both'])('told as %s changes the words, once', async (editsAs) => {
    await sim.settings({ editsAs })
    const { number, id, chat } = await written()
    await sim.act({ from: number, type: 'edit', target: id, text: 'Kaos XL' })
    await sim.idle()
    const message = await messageIn(chat.id, id, ({ editedAt }) => editedAt)
    expect(message).toMatchObject({ text: 'Kaos XL', editedAt: expect.any(String) })
    const { items } = (await versions(admin, chat.id, id)).body
    expect(items.map(({ text }) => text)).toEqual(['Kaos L'])
    const end = await admin.chatOf(number, ({ lastMessage }) => lastMessage?.text === 'Kaos XL')
    expect(end).toMatchObject({ unread: 1, lastSeq: chat.lastSeq })
  })

  test('that comes before its message, and twice, waits for it', async () => {
    const [number, id] = [newNumber(), newId()]
    const what = { type: 'edit', target: id, edited_type: 'text', edited_content: { body: 'XL' } }
    const edit = action(number, what)
    await deliverMessages(edit)
    await deliverMessages(edit)
    await deliverMessages(text(number, 'L', { id, timestamp: now() - 60 }))
    const chat = await admin.chatOf(number)
    expect(await messageIn(chat.id, id, () => true)).toMatchObject({ text: 'XL' })
    expect((await versions(admin, chat.id, id)).body.items.map(({ text }) => text)).toEqual(['L'])
  })

  test('of an earlier time that comes later does not undo the newer one', async () => {
    const { number, id, chat } = await written('satu')
    const edit = (body: string, ago: number) => {
      const what = { type: 'edit', target: id, edited_type: 'text', edited_content: { body } }
      return action(number, what, { timestamp: now() - ago })
    }
    await deliverMessages(edit('tiga', 10))
    await deliverMessages(edit('dua', 20))
    expect(await messageIn(chat.id, id, () => true)).toMatchObject({ text: 'tiga' })
  })
})

describe('a deletion', () => {
  test.each(['action', 'removed', 'status', 'all'])(
    'told as %s leaves a mark, and only admins see what it said',
    async (deletionsAs) => {
      await sim.settings({ deletionsAs })
      const { number, id, chat } = await written('Nomor rekening saya')
      await sim.act({ from: number, type: 'delete', target: id })
      await sim.idle()
      const message = await messageIn(chat.id, id, ({ deletedAt }) => deletedAt)
      expect(message.text).toBe('')
      expect(message.content ?? {}).toEqual({})
      const end = await admin.chatOf(number, ({ lastMessage }) => lastMessage?.text === '')
      expect(end).toMatchObject({ lastSeq: chat.lastSeq })
      expect(JSON.stringify((await versions(admin, chat.id, id)).body)).toContain('rekening')
      expect(JSON.stringify((await versions(agent, chat.id, id)).body)).not.toContain('rekening')
    },
  )

  test('that comes before its message, and twice, waits for it', async () => {
    const [number, id] = [newNumber(), newId()]
    const deletion = action(number, { type: 'delete', target: id })
    await deliverMessages(deletion)
    await deliverMessages(deletion)
    await deliverMessages(text(number, 'Rahasia', { id }))
    const chat = await admin.chatOf(number)
    expect(await messageIn(chat.id, id, ({ deletedAt }) => deletedAt)).toMatchObject({ text: '' })
  })

  test('of a chat on the shop’s phone takes nothing from the archive', async () => {
    const { number, id, chat } = await written('Tetap ada')
    await sim.steer(`DELETE chats/${number}`)
    await sim.idle()
    expect(await messageIn(chat.id, id, () => true)).toMatchObject({ text: 'Tetap ada' })
  })
})

describe('a reaction', () => {
  test.each(['action', 'patch', 'both'])('told as %s is there once, and can go', async (as) => {
    await sim.settings({ reactionsAs: as })
    const { number, id, chat } = await written()
    const react = (emoji: string, ago: number) =>
      sim.act({ from: number, type: 'reaction', target: id, emoji, timestamp: now() - ago })
    await react('👍', 30)
    const liked = await messageIn(chat.id, id, ({ reactions }) => reactions?.length)
    expect(liked.reactions).toMatchObject([{ emoji: '👍', sender: 'customer' }])
    await react('❤️', 20)
    const loved = await messageIn(chat.id, id, ({ reactions }) => reactions?.[0]?.emoji === '❤️')
    expect(loved.reactions).toHaveLength(1)
    await react('', 10)
    await messageIn(chat.id, id, ({ reactions = [] }) => reactions.length === 0)
    expect(await admin.chatOf(number)).toMatchObject({ unread: 1, lastSeq: chat.lastSeq })
  })

  test('of the shop’s phone is our side’s, beside the customer’s', async () => {
    const { number, id, chat } = await written()
    await sim.act({ from: number, type: 'reaction', target: id, emoji: '👍' })
    await sim.act({ type: 'reaction', target: id, emoji: '🙏' })
    const message = await messageIn(chat.id, id, ({ reactions }) => reactions?.length === 2)
    const all = message.reactions?.map(({ emoji, sender }) => `${emoji} ${sender}`).toSorted()
    expect(all).toEqual(['🙏 phone', '👍 customer'].toSorted())
    expect(await admin.chatOf(number)).toMatchObject({ mode: chat.mode })
  })

  test('that comes before its message, and twice, waits for it', async () => {
    const [number, id] = [newNumber(), newId()]
    const reaction = action(number, { type: 'reaction', target: id, emoji: '👍' })
    await deliverMessages(reaction)
    await deliverMessages(reaction)
    await deliverMessages(text(number, 'Halo', { id }))
    const chat = await admin.chatOf(number)
    const message = await messageIn(chat.id, id, ({ reactions }) => reactions?.length)
    expect(message.reactions).toMatchObject([{ emoji: '👍' }])
  })

  test('on an answer that is still being sent finds it', async () => {
    const { number, chat } = await written()
    await admin.patch(chat.id, { mode: 'agent' })
    const draft = ulid()
    await admin.send(chat.id, 'Masih ada kak', draft)
    const [sent] = await eventually(async () => {
      const all = await sim.sentTo(number)
      return all.length ? all : undefined
    })
    const reaction = { type: 'reaction', target: sent?.id, emoji: '❤️' }
    await deliverMessages(action(number, reaction))
    const message = await messageIn(chat.id, draft, ({ reactions }) => reactions?.length)
    expect(message.reactions).toMatchObject([{ emoji: '❤️', sender: 'customer' }])
  })
})

test('what another program does to a message of ours is shown and takes nothing over', async () => {
  const { number, chat } = await written()
  await admin.patch(chat.id, { mode: 'paused' })
  const id = newId()
  await deliverMessages(text(number, 'Dari kasir', { ...ours, id, source: 'api' }))
  const what = { type: 'edit', target: id, edited_type: 'text', edited_content: { body: 'Kasir' } }
  await deliverMessages(action(number, what, { ...ours, source: 'api' }))
  expect(await messageIn(chat.id, id, ({ editedAt }) => editedAt)).toMatchObject({ text: 'Kasir' })
  expect(await admin.chatOf(number)).toMatchObject({ mode: 'paused' })
})
