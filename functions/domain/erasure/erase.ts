import { ulid } from 'ulid'
import type { User } from '../../../shared/user.ts'
import { notFound } from '../../lib/errors.ts'
import { type ChatState, partsOf } from '../chat/chat-state.ts'
import { findChat, findPart } from '../chat/store.ts'
import { eraseAround, eraseSome } from './chat.ts'
import * as Erasure from './erasure.ts'
import { eraseNames } from './numbers.ts'
import { eraseParked } from './parked.ts'

/** A call does so much, and leaves the rest to the next one. */
const budgetMs = 4_000

/**
 * Erases a customer: the messages first, so that the chat is there until nothing is left to find by it, then
 * what lies around it, what was set aside, and the names in the numbers of past days. Whatever is cut off,
 * the next call goes on with. Answers how far it is.
 */
export async function erase(
  chatId: string,
  { name }: Pick<User, 'name'>,
  lasts = budgetMs,
): Promise<Erasure.Erasure> {
  const until = Date.now() + lasts
  let erasure = await open(chatId, name)
  while (erasure.stage !== 'done') {
    await step(erasure)
    const next = await Erasure.find(erasure.id)
    if (Date.now() >= until) return next ?? erasure
    // Once the chat is gone, whoever writes has a new one, which nobody asked to erase.
    erasure = next && next.stage !== 'chat' ? next : await open(chatId, name)
  }
  return erasure
}

async function step(erasure: Erasure.Erasure): Promise<void> {
  switch (erasure.stage) {
    case 'chat':
      return eraseSome(erasure)
    case 'around':
      await eraseAround(erasure)
      return Erasure.reach(erasure, { stage: 'parked' })
    case 'parked': {
      const at = await eraseParked(erasure)
      return Erasure.reach(erasure, at ? { stage: 'parked', at } : { stage: 'numbers' })
    }
    case 'numbers': {
      const at = await eraseNames(erasure)
      return Erasure.reach(erasure, at ? { stage: 'numbers', at } : { stage: 'done' })
    }
    case 'done':
      return
    default:
      return erasure.stage satisfies never
  }
}

/** What was begun, or a new one where somebody is there to be erased. */
async function open(chatId: string, by: string): Promise<Erasure.Erasure> {
  for (;;) {
    const chat = await findChat(chatId, { consistent: true })
    const begun = await Erasure.find(chat?.id ?? chatId)
    if (!chat) {
      if (!begun) throw notFound('customer')
      return begun
    }
    if (begun && begun.stage !== 'done' && begun.stage !== 'chat') return begun
    const same = begun?.stage === 'chat' && begun.id === chat.id ? begun : undefined
    const isWhole = partsOf(chat).every((id) => same?.parts.some((part) => part.chatId === id))
    if (same && isWhole) return same
    const next = { ...(await newErasure(chat, by)), ...(same && kept(same)) }
    if (await Erasure.begin(next)) return next
  }
}

/** Joined with another chat since it began. */
const kept = ({ by, startedAt, messages }: Erasure.Erasure) => ({ by, startedAt, messages })

async function newErasure(chat: ChatState, by: string): Promise<Erasure.Erasure> {
  const found = await Promise.all(partsOf(chat).map((id) => findPart(id, { consistent: true })))
  const parts = found.filter((part) => part !== undefined)
  const all = [chat, ...parts]
  return {
    id: chat.id,
    by,
    startedAt: new Date().toISOString(),
    stage: 'chat',
    parts: parts.map(({ id }) => ({ chatId: id, alias: `erased-${ulid()}` })),
    known: {
      channelId: chat.channelId,
      ids: [...new Set(all.flatMap((it) => [it.providerChatId, it.replyTo ?? it.providerChatId]))],
      phones: [...new Set(all.flatMap(({ customer }) => customer.phone ?? []))],
      since: all.map(({ createdAt }) => createdAt).sort()[0] ?? chat.createdAt,
    },
    rev: 0,
    chats: 0,
    messages: 0,
    parked: 0,
    rows: 0,
  }
}
