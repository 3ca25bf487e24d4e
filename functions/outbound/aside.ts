import { senderFor } from '../channels/channel.ts'
import * as announce from '../domain/announce.ts'
import { tell } from '../domain/channel/channel-news.ts'
import * as ChannelState from '../domain/channel/channel-state.ts'
import { type ChatState, seqIn } from '../domain/chat/chat-state.ts'
import * as Hidden from '../domain/chat/hidden.ts'
import { learn } from '../domain/chat/identity.ts'
import { findChat } from '../domain/chat/store.ts'
import * as Thread from '../domain/message/thread.ts'
import type { Failure } from '../domain/sending/sending.ts'
import { log } from '../lib/log.ts'
import type { ReadJob, ResolveJob, TypingJob } from '../lib/queues.ts'

/** How far back the customer's last words are looked for. */
const lookBack = 30

/** Turns the customer's ticks blue. What fails is let go: it is a courtesy, and the next one makes up for it. */
export async function showRead({ chatId, seq }: ReadJob) {
  const [{ chat, messages }, channel] = await Promise.all([
    Thread.recent(chatId, lookBack),
    ChannelState.get(),
  ])
  const newest = messages.find(
    (message) =>
      message.sender === 'customer' &&
      // A call is a line of ours, not a message the provider knows.
      message.kind !== 'call' &&
      chat &&
      seqIn(chat, message) <= seq,
  )
  if (!chat || !newest?.providerId || channel.state === 'disconnected') return
  await note('read', chat, await senderFor(chat).markRead(newest.providerId))
}

/** Later than this nobody types any more. */
const typesForMs = 6_000

/** Customers we asked to be told of, and when; another instance asks again, which does no harm. */
const watched = new Map<string, number>()
const watchedForMs = 6 * 3600_000

/** Whoever is written to is worth a look: are they there, do they type? */
async function watchOnce({ id, isGroup, ...chat }: ChatState) {
  const now = Date.now()
  if (isGroup || now - (watched.get(id) ?? 0) < watchedForMs) return
  watched.set(id, now)
  await senderFor(chat).watch(chat.replyTo ?? chat.providerChatId)
}

/** Shows the customer that somebody writes. */
export async function showTyping({ chatId, at }: TypingJob) {
  if (Date.now() - at > typesForMs) return
  const [chat, channel] = await Promise.all([findChat(chatId), ChannelState.get()])
  if (!chat || channel.state === 'disconnected') return
  await note('typing', chat, await senderFor(chat).showTyping(chat.replyTo ?? chat.providerChatId))
  await watchOnce(chat)
}

async function note(event: string, chat: ChatState, answer: { is: 'done' } | Failure) {
  const code = answer.is === 'done' ? undefined : answer.code
  log(event, { chatId: chat.id, outcome: answer.is, code })
  if (answer.is === 'paused') await tell({ code: answer.code })
}

/** Asks whose number a chat hides, and shows both as one if it is known. */
export async function resolve({ chatId }: ResolveJob) {
  const chat = await findChat(chatId)
  if (!chat || !Hidden.isUnresolved(chat)) return Hidden.forget(chatId)
  const { channelId, providerChatId: hidden } = chat
  const found = await senderFor(chat).phoneBehind(hidden)
  log('resolve', { chatId, known: found !== null })
  if (!found) return Hidden.askedInVain(chatId)
  const learned = await learn({ channelId, hidden, ...found })
  await Hidden.forget(chatId)
  if (learned) await announce.chatMerged(learned.chat, learned.swallowed, learned.before)
}
