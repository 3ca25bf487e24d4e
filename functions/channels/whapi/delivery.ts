import type { MessageStatus } from '../../../shared/message.ts'
import type { Arrival } from '../../domain/incoming.ts'
import type {
  Amendment,
  ChannelNews,
  ChatNews,
  ParticipantNews,
  PresenceNews,
} from '../../domain/news.ts'
import { e164 } from '../../domain/phone.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { saidIn, WhapiHealth, WhapiMessage, WhapiStatus } from './payload.ts'

/** What a webhook call brings, in our words. Each item stands alone: a bad one spoils no other. */
export interface Delivery {
  arrivals: Arrival[]
  /** What was sent through the provider's API, by us or by another program. */
  echoes: Arrival[]
  amendments: Amendment[]
  receipts: Receipt[]
  chatNews: ChatNews[]
  participantNews: ParticipantNews[]
  presences: PresenceNews[]
  channelNews: ChannelNews[]
  unreadable: { reason: string; item: unknown }[]
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

const ignore = ({ ignored }: Delivery, name: string, count = 1) => {
  ignored[name] = (ignored[name] ?? 0) + count
}

/** Fields of a delivery that may come and that nothing is made of. */
const unused = [
  'chats',
  'contacts',
  'groups',
  'presences',
  'calls',
  'labels',
  'qr',
  'user',
  'event',
]

/** Reads a webhook body (docs: support.whapi.cloud, "Incoming webhooks format"). Throws if it is no JSON. */
export function read(body: string, channelId: string): Delivery {
  const payload: unknown = JSON.parse(body)
  const delivery = emptyDelivery()
  if (!payload || typeof payload !== 'object') {
    delivery.unreadable.push({ reason: 'It is no JSON object', item: payload })
    return delivery
  }
  const { channel_id, ...fields } = payload as Record<string, unknown>
  if (channel_id !== undefined && channel_id !== channelId) {
    delivery.unreadable.push({ reason: 'It belongs to another channel', item: payload })
    return delivery
  }
  for (const [field, value] of Object.entries(fields)) readField(delivery, field, value, channelId)
  return delivery
}

function readField(delivery: Delivery, field: string, value: unknown, channelId: string) {
  const items = Array.isArray(value) ? value : [value]
  if (field === 'messages')
    for (const [i, item] of items.entries()) readMessage(delivery, item, i, channelId)
  else if (field === 'statuses') for (const item of items) readStatus(delivery, item, channelId)
  else if (field === 'health')
    delivery.channelNews.push({ code: WhapiHealth.safeParse(value).data?.status.text })
  else if (unused.some((known) => field === known || field.startsWith(`${known}_`)))
    ignore(delivery, field, field === 'event' ? 0 : items.length)
  else
    for (const item of items)
      delivery.unreadable.push({ reason: `"${field.slice(0, 40)}" is not understood yet`, item })
}

/** Stories, newsletters and broadcasts are no conversations. */
const isNoise = (chatId: string) => /@(newsletter|broadcast)$|^(0@|status|stories)/.test(chatId)

function readMessage(delivery: Delivery, item: unknown, index: number, channelId: string) {
  const parsed = WhapiMessage.safeParse(item)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    delivery.unreadable.push({
      reason: `message: ${issue?.path.join('.')}: ${issue?.message}`,
      item,
    })
    return
  }
  const message = parsed.data
  if (isNoise(message.chat_id)) {
    ignore(delivery, 'stories')
    return
  }
  if (message.type === 'action') {
    delivery.unreadable.push({ reason: 'Reactions, edits and deletions are not shown yet', item })
    return
  }
  const arrival = arrivalOf(message, index, channelId)
  const list = message.from_me && message.source === 'api' ? delivery.echoes : delivery.arrivals
  list.push(arrival)
}

/** One spelling for a conversation: `@c.us` and bare digits mean the private chat. */
function chatIdIn({ chat_id }: WhapiMessage): string {
  const [user = '', server = 's.whatsapp.net'] = chat_id.split('@')
  return `${user}@${server === 'c.us' ? 's.whatsapp.net' : server}`
}

function arrivalOf(message: WhapiMessage, index: number, channelId: string): Arrival {
  const providerChatId = chatIdIn(message)
  const [user = '', server] = providerChatId.split('@')
  const isPrivate = server === 's.whatsapp.net'
  const content = message[message.type]
  const text = saidIn(content)
  const quotedId = message.context?.quoted_id
  const fromMe = message.from_me
  return {
    channel: 'whatsapp',
    channelId,
    providerChatId,
    providerId: message.id,
    sender: fromMe ? 'phone' : 'customer',
    senderName: fromMe ? undefined : message.from_name,
    customerName:
      server === 'g.us' || fromMe ? message.chat_name : (message.from_name ?? message.chat_name),
    // The digits of an @lid are no phone number, and a group has none.
    phone: isPrivate ? e164(user) : null,
    kind: message.type === 'link_preview' && text ? 'text' : message.type,
    text,
    quoted: quotedId
      ? { id: quotedId, text: saidIn(message.context?.quoted_content).slice(0, 200) || undefined }
      : undefined,
    status: fromMe ? (statusOf(message.status) ?? 'sent') : 'received',
    sentAt: new Date(Math.floor(message.timestamp) * 1000).toISOString(),
    index,
    takesOver: fromMe && message.source !== 'api' && message.source !== 'system',
  }
}

/** The provider's word for a status; undefined for those that say nothing new. */
const statusOf = (status: string | undefined): MessageStatus | undefined =>
  (['sent', 'failed', 'delivered', 'read', 'played'] as const).find((known) => known === status)

function readStatus(delivery: Delivery, item: unknown, channelId: string) {
  const parsed = WhapiStatus.safeParse(item)
  if (!parsed.success) {
    delivery.unreadable.push({ reason: 'A status without an id', item })
    return
  }
  const { id, status: word, errors } = parsed.data
  const status = statusOf(word)
  const [error] = errors ?? []
  if (status)
    delivery.receipts.push({
      channelId,
      providerId: id,
      status,
      error: status === 'failed' ? (error ?? { code: 'failed', message: '' }) : undefined,
    })
  else if (word === 'pending') ignore(delivery, 'pending receipts')
  else delivery.unreadable.push({ reason: `Status "${word.slice(0, 20)}" is not shown yet`, item })
}
