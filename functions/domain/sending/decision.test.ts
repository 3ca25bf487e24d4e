import { describe, expect, test } from 'vitest'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { viewOf } from '../chat/chat-state.ts'
import { learn, split } from '../chat/identity.ts'
import { findChat } from '../chat/store.ts'
import * as eg from '../example.ts'
import * as Inbox from '../inbox/list.ts'
import { receive } from '../message/incoming.ts'
import * as Message from '../message/message.ts'
import { advance } from '../message/receipt.ts'
import { resolve } from './decision.ts'
import { queue } from './from-agent.ts'
import { answer } from './from-bot.ts'
import { sent, settle, take } from './sending.ts'

const ayu = eg.member()
const refusal = { is: 'failed', code: 'forbidden', message: 'no' } as const
const doubt = { is: 'unknown', code: 'timeout', message: 'no answer' } as const

async function write(chatId: string, fields: { text?: string; replaces?: string } = {}) {
  return (await queue(eg.draft({ chatId, ...fields }), ayu, true)).result
}

async function comesTo(
  message: MessageState,
  channelId: string,
  outcome: typeof refusal | typeof doubt,
) {
  const leased = await take(message)
  if (!leased) throw new Error('no lease')
  await settle(leased, channelId, outcome)
  return message
}

/** A chat in which a message came to nothing, and a later one got through. */
async function troubled(outcome: typeof refusal | typeof doubt = refusal) {
  const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  const message = await comesTo(await write(chat.id), chat.channelId, outcome)
  const later = await write(chat.id, { text: 'Ada lagi?' })
  await take(later)
  await sent(later, chat.channelId, `out-${later.id}`)
  await advance(later, 'read')
  return { chat, message }
}

const unsentIn = async ({ id }: Pick<ChatState, 'id'>) => {
  const chat = await findChat(id, { consistent: true })
  return chat && viewOf(chat).unsent
}
const now = (place: MessageState) => Message.find(place, { consistent: true })
const decide = (id: string, as: 'sent' | 'resend' | 'drop') => resolve(id, as, ayu, true)

describe('a chat is marked', () => {
  test('while one of ours failed, however much was said after it', async () => {
    const { chat } = await troubled()
    expect(await unsentIn(chat)).toEqual({ failed: 1, unknown: 0 })
  })

  test('and found by the mark, until somebody dealt with it', async () => {
    const { chat, message } = await troubled(doubt)
    const wanted = { view: 'unsent', limit: 100 } as const
    const isListed = async () =>
      (await Inbox.list(wanted, ayu, true)).items.some(({ id }) => id === chat.id)
    expect(await isListed()).toBe(true)
    await decide(message.id, 'sent')
    expect(await isListed()).toBe(false)
  })

  test.each([
    [refusal, 'resend'],
    [refusal, 'drop'],
    [doubt, 'resend'],
    [doubt, 'sent'],
    [doubt, 'drop'],
  ] as const)('no longer when of %j somebody decides "%s"', async (outcome, as) => {
    const { chat, message } = await troubled(outcome)
    await decide(message.id, as)
    expect(await unsentIn(chat)).toBeUndefined()
  })

  test('no longer when it turns out that the message went out', async () => {
    const { chat, message } = await troubled(doubt)
    await sent(message, chat.channelId, 'out-late')
    expect(await unsentIn(chat)).toBeUndefined()
    await advance(message, 'failed', { error: { code: '131', message: 'undeliverable' } })
    expect(await unsentIn(chat)).toEqual({ failed: 1, unknown: 0 })
    await advance(message, 'delivered')
    expect(await unsentIn(chat)).toBeUndefined()
  })

  test('not by what a person’s own deed held back', async () => {
    const { chat, message } = await receiveAnd(async (arrived) =>
      comesTo(await write(arrived.id), arrived.channelId, {
        ...refusal,
        code: 'taken_over',
      } as unknown as typeof refusal),
    )
    expect((await now(message))?.status).toBe('failed')
    expect(await unsentIn(chat)).toBeUndefined()
  })

  test('exactly, when many fail at once', async () => {
    const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
    const messages = []
    for (let i = 0; i < 5; i++) messages.push(await write(chat.id))
    await Promise.all(
      messages.map((message, i) => comesTo(message, chat.channelId, i < 3 ? refusal : doubt)),
    )
    expect(await unsentIn(chat)).toEqual({ failed: 3, unknown: 2 })
  })

  test('with both ids of a person, and apart each for itself', async () => {
    const channelId = eg.newChannelId()
    const known = '6281200000001@s.whatsapp.net'
    const hidden = '99001122@lid'
    const one = await receive(eg.arrival({ channelId }), eg.rules)
    const two = await receive(
      eg.arrival({ channelId, providerChatId: hidden, phone: null }),
      eg.rules,
    )
    for (const { id } of [one.chat, two.chat]) await comesTo(await write(id), channelId, refusal)
    await learn({ channelId, hidden, known, phone: '+6281200000001' })
    expect(await unsentIn(one.chat)).toEqual({ failed: 2, unknown: 0 })
    await split(one.chat.id, two.chat.id)
    expect(await unsentIn(one.chat)).toEqual({ failed: 1, unknown: 0 })
    expect(await unsentIn(two.chat)).toEqual({ failed: 1, unknown: 0 })
  })
})

async function receiveAnd(work: (chat: ChatState) => Promise<MessageState>) {
  const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  return { chat, message: await work(chat) }
}

describe('a message that certainly did not go out', () => {
  test('is called sent by whoever said it in another way, and needs nobody any more', async () => {
    const { message } = await troubled()
    await decide(message.id, 'sent')
    expect((await now(message))?.status).toBe('sent')
    await expect(decide(message.id, 'resend')).rejects.toMatchObject({ code: 'settled' })
  })

  test('and was dropped stays where it stands, and is never sent', async () => {
    const { message } = await troubled()
    await decide(message.id, 'drop')
    expect(await now(message)).toMatchObject({ status: 'failed', droppedAt: expect.any(String) })
    for (const as of ['resend', 'drop', 'sent'] as const)
      await expect(decide(message.id, as)).rejects.toMatchObject({ status: 409, code: 'settled' })
    expect(await take(message)).toBeUndefined()
  })

  test('is decided about once, whoever presses first', async () => {
    const { message } = await troubled()
    const presses = (['drop', 'resend', 'drop', 'resend'] as const).map((as) =>
      decide(message.id, as),
    )
    const done = (await Promise.allSettled(presses)).filter(({ status }) => status === 'fulfilled')
    expect(done).toHaveLength(1)
  })

  test('can be decided about when the bot wrote it and WhatsApp gave it back later', async () => {
    const { chat, message: asked } = await received()
    const said = { text: 'Halo', mode: 'bot' } as const
    const { result } = await answer(chat, asked.id, said)
    if (!result) throw new Error('no answer')
    await take(result)
    await sent(result, chat.channelId, 'out-bot')
    await advance(result, 'failed')
    expect((await decide(result.id, 'drop')).message.droppedAt).toBeDefined()
  })
})

async function received() {
  const { chat, result } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  return { chat, message: result.message }
}

describe('a message in place of one that failed', () => {
  test('drops that one as it is queued, once however often it is handed over', async () => {
    const { chat, message } = await troubled()
    const draft = eg.draft({ chatId: chat.id, text: 'Betul: 9 pagi', replaces: message.id })
    const results = await Promise.all([1, 2, 3].map(() => queue(draft, ayu, true)))
    expect(new Set(results.map(({ result }) => result.key)).size).toBe(1)
    expect((await queue(draft, ayu, true)).result.key).toBe(results[0]?.result.key)
    expect((await now(message))?.droppedAt).toBeDefined()
    expect(await unsentIn(chat)).toBeUndefined()
  })

  test('is not queued when somebody decided otherwise meanwhile', async () => {
    const { chat, message } = await troubled()
    await decide(message.id, 'resend')
    const late = write(chat.id, { text: 'Betul: 9 pagi', replaces: message.id })
    await expect(late).rejects.toMatchObject({ status: 409, code: 'settled' })
  })

  test('is not queued in place of one of which nobody knows', async () => {
    const { chat, message } = await troubled(doubt)
    const wrong = write(chat.id, { replaces: message.id })
    await expect(wrong).rejects.toMatchObject({ status: 409, code: 'settled' })
  })
})
