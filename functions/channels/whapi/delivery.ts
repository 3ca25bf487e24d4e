import type { Arrival } from '../../domain/message/arrival.ts'
import type { Receipt } from '../../domain/message/receipt.ts'
import type {
  Amendment,
  ChannelNews,
  ChatNews,
  ParticipantNews,
  PresenceNews,
} from '../../domain/news.ts'
import { isDeep } from './reading/deep.ts'
import { opened, parcels, type Reason } from './reading/envelope.ts'
import type { Found } from './reading/found.ts'
import { readers, readUnknown } from './reading/readers.ts'
import { Unreadable } from './reading/unreadable.ts'

/** What a webhook call brings, in our words. Each item stands alone: a bad one spoils no other. */
export interface Delivery {
  arrivals: Arrival[]
  /** What was sent through the provider's API, by us or by another program. */
  echoes: Arrival[]
  /** `providerChatId` is empty where nobody tells the chat. */
  amendments: Amendment[]
  receipts: Receipt[]
  chatNews: ChatNews[]
  participantNews: ParticipantNews[]
  presences: PresenceNews[]
  channelNews: ChannelNews[]
  /** Each is a delivery of its own, with the items that share the reason, and can be delivered again. */
  unreadable: (Reason & { item: unknown })[]
  /** What we know and have no use for, by its name: stories, newsletters … */
  ignored: Record<string, number>
}

export const emptyDelivery = (): Delivery => ({
  arrivals: [],
  echoes: [],
  amendments: [],
  receipts: [],
  chatNews: [],
  participantNews: [],
  presences: [],
  channelNews: [],
  unreadable: [],
  ignored: {},
})

const lists = [
  'arrivals',
  'echoes',
  'amendments',
  'receipts',
  'chatNews',
  'participantNews',
  'presences',
  'channelNews',
] as const

/** So many items are stored within the time of one call; the rest is parked, and `tick` takes it in. */
export const mostAtOnce = 1000

/** Why the rest was parked. */
export const tooMuch = 'It is more than is stored at once'

/**
 * Reads a webhook body (docs: support.whapi.cloud, "Incoming webhooks format"). Throws a SyntaxError if it is
 * no JSON, and nothing else.
 */
export function read(
  body: string,
  channelId: string,
  now = new Date(),
  most = mostAtOnce,
): Delivery {
  const text = body.replace(/^\ufeff/, '').trim()
  const payload: unknown = (text && JSON.parse(text)) || []
  const delivery = emptyDelivery()
  for (const one of Array.isArray(payload) ? payload : [payload])
    readPayload(delivery, one, { channelId, now, most })
  return { ...delivery, unreadable: writable(delivery.unreadable, body) }
}

const ofAnother: Reason = {
  reason: 'It belongs to another channel',
  why: { code: 'other_channel' },
}
const noDelivery: Reason = { reason: 'It is no delivery', why: { code: 'no_delivery' } }

interface Setting {
  channelId: string
  now: Date
  most: number
}

function readPayload(delivery: Delivery, payload: unknown, { channelId, now, most }: Setting) {
  const envelope = opened(payload, (name) => readers.has(name))
  if (!envelope || (envelope.channelId !== null && envelope.channelId !== channelId)) {
    delivery.unreadable.push({ ...(envelope ? ofAnother : noDelivery), item: payload })
    return
  }
  const parked = parcels(envelope)
  for (const [field, items] of envelope.fields)
    for (const [index, item] of items.entries())
      try {
        if (size(delivery) >= most) throw new Unreadable(tooMuch, { code: 'too_much' })
        const reader = readers.get(field) ?? readUnknown
        add(delivery, reader(item, { channelId, now, index, method: envelope.method }))
      } catch (error) {
        parked.put(reasonOf(error), field, item)
      }
  delivery.unreadable.push(...parked.all())
}

function add(delivery: Delivery, { ignored, ...found }: Found) {
  for (const name of lists) (delivery[name] as unknown[]).push(...(found[name] ?? []))
  if (ignored) delivery.ignored[ignored] = (delivery.ignored[ignored] ?? 0) + 1
}

/** How much there is to store. */
const size = (delivery: Delivery) => lists.reduce((sum, name) => sum + delivery[name].length, 0)

const reasonOf = (error: unknown): Reason =>
  error instanceof Unreadable
    ? { reason: error.message, why: error.why }
    : { reason: 'It could not be read', why: { code: 'unreadable' } }

const tooDeep: Reason = { reason: 'Part of it is nested too deeply', why: { code: 'too_deep' } }

/** What is nested so deeply that it cannot be written down is kept as it came, with all that came with it. */
function writable(unreadable: Delivery['unreadable'], body: string) {
  const flat = unreadable.filter(({ item }) => !isDeep(item))
  return flat.length === unreadable.length ? unreadable : [...flat, { ...tooDeep, item: body }]
}
