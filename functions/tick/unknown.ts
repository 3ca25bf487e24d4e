import { memoryOf } from '../channels/memory.ts'
import * as announce from '../domain/announce.ts'
import * as Ledger from '../domain/channel/ledger.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { findChat } from '../domain/chat/store.ts'
import * as Message from '../domain/message/message.ts'
import * as Thread from '../domain/message/thread.ts'
import { sent } from '../domain/sending/sending.ts'
import * as Unknown from '../domain/sending/unknown.ts'
import { alone } from './alone.ts'
import { type Match, matched } from './match.ts'

/** Not found in the provider's history for so long, only people can decide. */
const lookedUpForMs = 60 * 60_000

/** The provider's clock and ours may differ by so much. */
const clocksDifferByMs = 60_000

const atOnce = 100

/**
 * Looks up in the provider's history what nobody can tell whether it went out: one call for each chat, ever
 * more rarely, as far as the day's calls reach. What is found was sent; not found proves nothing.
 */
export async function lookUp(before: string, now: number): Promise<number> {
  const places = await Unknown.due(before, atOnce)
  let found = 0
  for (const [chatId, unknown] of Map.groupBy(places, ({ chatId }) => chatId)) {
    if (!(await ProviderCalls.spend('check', now))) break
    found += (await alone(() => lookUpIn(chatId, unknown, now))) ?? 0
  }
  return found
}

async function lookUpIn(chatId: string, places: Message.Place[], now: number): Promise<number> {
  const found = await Promise.all(places.map((place) => Message.find(place, { consistent: true })))
  const unknown = found.filter((message) => message?.status === 'unknown').filter(isThere)
  // Before the call: whatever comes of it, the next chat has its turn.
  for (const message of unknown) await Unknown.lookUpAt(message, nextLook(message, now))
  const chat = await findChat(chatId)
  const oldest = unknown.map(({ sentAt }) => Date.parse(sentAt)).sort((a, b) => a - b)[0]
  if (!chat || oldest === undefined) return 0
  const from = oldest - clocksDifferByMs
  const history = await memoryOf(chat)(chat.replyTo ?? chat.providerChatId, from, now)
  // In this order: what is no longer being sent by then is known by its name.
  const { messages } = await Thread.recent(chatId, 30, { consistent: true })
  const known = await Ledger.placesOf(
    chat.channelId,
    history.map(({ providerId }) => providerId),
  )
  const free = history.filter(({ providerId }) => !known.has(providerId))
  // A crash may have come between the two writes by which a send learns its name.
  const named = unknown.flatMap((message) => {
    const echo = history.find(({ providerId }) => known.get(providerId)?.key === message.key)
    return echo ? [{ message, echo }] : []
  })
  const nameless = unknown.filter((message) => !named.some((it) => it.message === message))
  const matches = [...named, ...matched(nameless, free, messages)]
  for (const match of matches) await settle(chat, match)
  return matches.length
}

const isThere = <Item>(item: Item | undefined): item is Item => item !== undefined

/** After as long again as it has been unknown by now. */
function nextLook({ sentAt }: MessageState, now: number): number | undefined {
  const age = Math.max(now - Date.parse(sentAt), 60_000)
  return age > lookedUpForMs ? undefined : now + age
}

async function settle(chat: ChatState, { message, echo }: Match) {
  const found = await sent(message, chat.channelId, echo.providerId)
  if (found) await announce.messageChanged(chat, found)
}
