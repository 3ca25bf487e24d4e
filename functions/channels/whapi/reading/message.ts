import * as z from 'zod/mini'
import type { MessageStatus } from '../../../../shared/message.ts'
import type { Arrival } from '../../../domain/message/arrival.ts'
import { Action, readAction } from './actions.ts'
import { saidIn } from './content.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import { ChatId, nameIn, noiseIn, personOf, placeOf } from './place.ts'
import { mentionsIn, quotedIn } from './quote.ts'
import { mustBe, odd } from './unreadable.ts'
import { Anything, Id, isoOf, maybe, Seconds, Spoken, words } from './values.ts'

/** What every message has; what it says stands under the key that its type names. */
export const Message = z.object({
  id: Id,
  type: z.string().check(z.regex(/^[\w-]{1,50}$/)),
  chat_id: ChatId,
  // Missing on what customers write in some builds; anything but a boolean leaves the side open.
  from_me: z._default(z.boolean(), false),
  timestamp: Seconds,
  chat_name: words(200),
  from: words(100),
  from_name: words(200),
  source: words(20),
  status: words(20),
  caption: Spoken,
  context: Anything,
  action: maybe(Action),
})
export type Message = z.infer<typeof Message>

/** The longest text WhatsApp lets anybody write. */
const longestText = 65_536

export const own = (item: unknown, key: string): unknown =>
  item && typeof item === 'object' && Object.hasOwn(item, key)
    ? (item as Record<string, unknown>)[key]
    : undefined

/** The provider's word for a status; undefined for those that say nothing new. */
export const statusOf = (status: string | undefined): MessageStatus | undefined =>
  (['sent', 'failed', 'delivered', 'read', 'played'] as const).find((known) => known === status)

/** A message, new or sent again: a line of a conversation, or an action on one. */
export function readMessage(item: unknown, occasion: Occasion): Found {
  const message = mustBe(Message, item, 'message')
  const noise = message.type === 'story' ? 'stories' : noiseIn(message.chat_id)
  if (noise) return ignored(noise)
  if (message.type === 'pin') return ignored('pins')
  if (message.type === 'poll_update') return ignored('votes')
  if (message.type === 'action' || message.type === 'reaction')
    return readAction(message, own(item, 'reaction'), occasion)
  const arrival = arrivalOf(message, item, occasion)
  const isEmpty = !arrival.text && !arrival.content
  if (isEmpty && message.source === 'system' && /^(unknown|system)$/.test(message.type))
    return ignored('noise')
  return message.from_me && message.source === 'api'
    ? { echoes: [arrival] }
    : { arrivals: [arrival] }
}

/** Kinds that nobody types. */
const typedByNobody = ['system', 'unknown', 'call']

/** Who sends without being a person: our own sends, other programs, WhatsApp itself. */
const machines = ['api', 'business_api', 'system']

function arrivalOf(message: Message, item: unknown, { channelId, index }: Occasion): Arrival {
  const { type, from_me: fromMe, from_name, source = '' } = message
  const place = placeOf(message.chat_id)
  const { kind, text, content } = saidIn(type, own(item, type))
  const said = text || (message.caption ?? '')
  if (said.length > longestText) throw odd('message', 'too_long', 'longer than WhatsApp allows')
  const chatName = nameIn(message.chat_name)
  const writer = personOf(message.from)
  return {
    channel: 'whatsapp',
    channelId,
    ...place,
    providerId: message.id,
    sender: fromMe ? 'phone' : 'customer',
    senderName: fromMe ? undefined : from_name,
    senderPhone: place.isGroup && !fromMe ? (writer?.phone ?? undefined) : undefined,
    senderId: place.isGroup && !fromMe ? writer?.providerChatId : undefined,
    ourId: fromMe ? writer?.providerChatId : undefined,
    customerName: place.isGroup || fromMe ? chatName : (from_name ?? chatName),
    kind,
    text: said,
    content,
    quoted: quotedIn(message, place),
    mentions: place.isGroup ? mentionsIn(message.context) : undefined,
    status: fromMe ? (statusOf(message.status) ?? 'sent') : 'received',
    sentAt: isoOf(message.timestamp),
    index,
    takesOver: fromMe && !machines.includes(source) && !typedByNobody.includes(type),
  }
}
