import { chatIdOf } from '../../domain/chat/chat-state.ts'
import { channelId, world } from '../world.ts'
import {
  type ChatItem,
  isChat,
  isMessage,
  type MessageItem,
  type Version,
  type Write,
} from './records.ts'

/** Of customers who were erased, what the rules still have to know. */
export interface Erased {
  /** By the chat's id, when its newest erasure ended. */
  endedAt: Map<string, number>
  /** Keys and names of messages that are gone. */
  keys: Set<string>
  names: Set<string>
  /** They still count, for a chat that nobody can name. */
  messages: MessageItem[]
  /** Keys of what came back from the provider's history. */
  fetched: Set<string>
}

export const nothingErased = (): Erased => ({
  endedAt: new Map(),
  keys: new Set(),
  names: new Set(),
  messages: [],
  fetched: new Set(),
})

/** Said before the customer was erased: it may come once more when it is delivered once more, and need not. */
export function isErased(providerId: string): boolean {
  const { provider, seen } = world()
  if (seen.erased.names.has(providerId)) return true
  const held = provider.held.find(({ id }) => id === providerId)
  const endedAt = held && seen.erased.endedAt.get(chatIdOf(channelId, held.chat))
  return endedAt !== undefined && held !== undefined && held.timestamp * 1000 <= endedAt
}

/** Keeps in mind what the ledger fetched of a customer who had been erased. */
export function noteFetched({ versions, writer }: Write): void {
  const { provider, seen } = world()
  if (writer?.name !== 'tick') return
  for (const { key, before, after } of versions) {
    if (before || !isMessage(after)) continue
    const held = provider.held.find(({ id }) => id === after.providerId)
    const endedAt = seen.erased.endedAt.get(after.chatId)
    if (held && endedAt !== undefined && held.timestamp * 1000 <= endedAt)
      seen.erased.fetched.add(key)
  }
}

/** What the provider still has of somebody who was erased is not here again, unless they are being erased once more. */
export function checkErased(): void {
  const { records, seen, violate } = world()
  for (const key of seen.erased.fetched)
    if (records.items.has(key)) violate('erased', `${key} was erased, and is fetched again`)
}

/** Only who erases a customer may delete; what comes afterwards begins anew. */
export function noteErased({ key, before }: Version, askedAt: number, at: number): void {
  if (isMessage(before)) noteMessage(key, before, askedAt)
  if (isChat(before)) noteChat(key, before, at)
}

function noteMessage(key: string, message: MessageItem, askedAt: number) {
  const { records, violate } = world()
  const { erased, lives } = world().seen
  const times = erased.endedAt.get(message.chatId) ?? 0
  const chat = records.items.get(`chat#${message.chatId} state`)
  if (Date.parse(String(chat?.createdAt)) > askedAt)
    violate('erased', `${key} is erased with a chat that began after that was asked for`)
  erased.keys.add(key)
  erased.names.add(message.id).add(message.providerId ?? message.id)
  erased.messages.push({ ...message, chatId: `${message.chatId} until after ${times}` })
  lives.delete(key)
}

function noteChat(key: string, { id }: ChatItem, at: number) {
  const { erased, sentSeq, takenOverAt, markedUnread, answers } = world().seen
  erased.endedAt.set(id, at)
  sentSeq.delete(id)
  takenOverAt.delete(id)
  for (const mark of markedUnread) if (mark.startsWith(`${key} `)) markedUnread.delete(mark)
  answers.forget(id)
}
