import pLimit from 'p-limit'
import * as z from 'zod/mini'
import { statusRank } from '../../../shared/message.ts'
import * as Ledger from '../../domain/channel/ledger.ts'
import { chatIdOf } from '../../domain/chat/chat-state.ts'
import * as Erasures from '../../domain/erasure/lately.ts'
import * as Parked from '../../domain/health/parked.ts'
import type { Arrival } from '../../domain/message/arrival.ts'
import type { Place } from '../../domain/message/message.ts'
import { env } from '../../lib/env.ts'
import { logBug } from '../../lib/log.ts'
import { read } from './delivery.ts'
import { takeIn } from './intake.ts'
import type { Reason } from './reading/envelope.ts'

/** What came of comparing a part of the provider's history with ours. */
export interface Comparison {
  received: number
  stored: number
  recovered: number
  /** Kept where admins see it, since it could not be stored. */
  parked: number
  /** The time of the newest of them, in milliseconds. */
  newestAt?: number
  /** The chats in which something was missing, and how much. */
  gaps: Map<string, number>
}

interface Item {
  raw: unknown
  message?: Arrival
  isAmendment: boolean
  unreadable?: Reason
}

type Field = 'messages' | 'statuses'

/** So many chats are mended side by side. */
const atOnce = 8

/** A delivery may bring more than this. */
const takenAtOnce = 100

/**
 * Compares messages of the provider's history with ours and takes in, in their order, those we do not
 * have. What the history knows of ticks, reactions, edits and deletions is taken in with them: nothing of
 * it is done twice. What cannot be taken in is parked, so that no single message holds up the rest.
 */
export async function compare(history: unknown[]): Promise<Comparison> {
  const channelId = env('WHAPI_CHANNEL_ID')
  const erased = isErased(await Erasures.times(), channelId)
  const items = history.map((raw) => itemOf(raw, channelId)).filter((item) => !erased(item))
  const messages = unique(items.flatMap(({ raw, message }) => (message ? [{ raw, message }] : [])))
  const had = await Ledger.placesOf(channelId, messages.map(idOf))
  const missing = messages.filter((each) => !had.has(idOf(each)))
  await mend(missing)
  const have = await Ledger.placesOf(channelId, missing.map(idOf))
  const changes = items.filter(({ isAmendment }) => isAmendment)
  await takeAll(
    'messages',
    changes.map(({ raw }) => raw),
  )
  await takeAll('statuses', await newsOfTicks(messages, had))

  const lost = missing.filter((each) => !have.has(idOf(each)))
  for (const { raw } of lost) await park(raw, notStored)
  const bad = items.flatMap(({ raw, unreadable }) => (unreadable ? [{ raw, unreadable }] : []))
  for (const { raw, unreadable } of bad) await park(raw, unreadable)
  return {
    received: messages.length + bad.length,
    stored: had.size,
    recovered: have.size,
    parked: bad.length + lost.length,
    newestAt: newestOf(messages),
    gaps: gapsOf(missing, channelId),
  }
}

function itemOf(raw: unknown, channelId: string): Item {
  const delivery = read(bodyOf('messages', [raw]), channelId)
  return {
    raw,
    message: delivery.arrivals[0] ?? delivery.echoes[0],
    isAmendment: delivery.amendments.length > 0,
    unreadable: delivery.unreadable[0],
  }
}

const Where = z.object({ chat_id: z.string(), timestamp: z.number() })

/** The provider still has what was said by customers who have been erased here; it stays out. */
const isErased = (times: Map<string, string>, channelId: string) => (item: Item) => {
  if (times.size === 0) return false
  const where = Where.safeParse(item.raw)
  const chat = item.message?.providerChatId ?? where.data?.chat_id
  const at = item.message?.sentAt ?? new Date((where.data?.timestamp ?? 0) * 1000).toISOString()
  return chat !== undefined && at <= (times.get(chatIdOf(channelId, chat)) ?? '')
}

type Found = Required<Pick<Item, 'raw' | 'message'>>

const unique = (found: Found[]) => [
  ...new Map(found.map((each) => [each.message.providerId, each])).values(),
]

const idOf = ({ message }: Found) => message.providerId

const newestOf = (messages: Found[]) =>
  messages.length === 0
    ? undefined
    : Math.max(...messages.map(({ message }) => Date.parse(message.sentAt)))

const gapsOf = (missing: Found[], channelId: string) => {
  const chats = Map.groupBy(missing, ({ message }) => chatIdOf(channelId, message.providerChatId))
  return new Map([...chats].map(([chatId, lost]) => [chatId, lost.length]))
}

const bodyOf = (field: Field, items: unknown[]) =>
  JSON.stringify({ [field]: items, channel_id: env('WHAPI_CHANNEL_ID') })

const notStored: Reason = {
  reason: 'It is in the history and could not be stored',
  why: { code: 'not_stored', about: 'message' },
}

const park = (raw: unknown, { reason, why }: Reason) =>
  Parked.parkOnce({ reason, why, path: Parked.fromHistory, body: bodyOf('messages', [raw]) })

/** Takes in what is missing, chat by chat in its order. */
async function mend(missing: Found[]): Promise<void> {
  const limit = pLimit(atOnce)
  const chats = Map.groupBy(missing, ({ message }) => message.providerChatId)
  await Promise.all(
    [...chats.values()].map((lost) =>
      limit(() =>
        takeAll(
          'messages',
          lost.map(({ raw }) => raw),
        ),
      ),
    ),
  )
}

/** Some at a time, as a delivery would bring them. */
async function takeAll(field: Field, items: unknown[]): Promise<void> {
  for (let at = 0; at < items.length; at += takenAtOnce)
    await takeSome(field, items.slice(at, at + takenAtOnce))
}

/** Together; if that fails, each alone. */
async function takeSome(field: Field, items: unknown[]): Promise<void> {
  try {
    await takeIn(bodyOf(field, items), Parked.fromHistory, { recovered: true })
  } catch (error) {
    if (items.length === 1) return logBug(error)
    for (const item of items) await takeSome(field, [item])
  }
}

/** The history may know of ticks that nobody told us. */
async function newsOfTicks(messages: Found[], had: Map<string, Place>) {
  const ours = messages.filter(({ message }) => message.sender !== 'customer')
  const places = ours.flatMap((each) => had.get(idOf(each)) ?? [])
  const known = await Ledger.messagesAt(places)
  // By its place: a send that died just before it learned its name has none.
  const statusOf = new Map(known.map(({ key, status }) => [key, status]))
  return ours
    .map(({ message: { providerId: id, status } }) => ({ id, status }))
    .filter(({ id, status }) => {
      const before = statusOf.get(had.get(id)?.key ?? '')
      return before !== undefined && statusRank(before) < statusRank(status)
    })
}
