import type { Channel, ChatMode } from '../../shared/chat.ts'
import type { Content } from '../../shared/content.ts'
import {
  type MessageStatus,
  type Message as MessageView,
  statusRank,
} from '../../shared/message.ts'
import { tableName } from '../lib/table.ts'
import {
  type ChatState,
  chatIdOf,
  keyOf,
  type MessageState,
  messageKey,
  orderOf,
  providerRef,
  refKey,
  takenOver,
  timeOf,
  withMessage,
} from './chat-state.ts'
import * as Message from './message.ts'
import { changeChat, findChat, type Write } from './store.ts'

/** A message as a channel delivers it, in our words. */
export interface Arrival {
  channel: Channel
  channelId: string
  providerChatId: string
  providerId: string
  sender: 'customer' | 'phone'
  senderName?: string
  /** What the channel calls the customer, and the number if it tells. */
  customerName?: string
  phone: string | null
  /** The id that wrote, where it is spelled differently: an answer goes to it. */
  writtenAs?: string
  isGroup?: boolean
  /** In a group: the number of who wrote. */
  senderPhone?: string
  kind: string
  text: string
  content?: Content
  quoted?: MessageView['quoted']
  status: MessageStatus
  sentAt: string
  index: number
  /** Typed by a person on the shop's phone: the bot has to be quiet from here on. */
  takesOver: boolean
  /** Found in the provider's history, never delivered. */
  recovered?: boolean
}

/** What the shop has decided about new messages. */
export interface Rules {
  reopenAs: ChatMode
  botOwes: (chat: Pick<ChatState, 'mode' | 'customer'>, arrival: Arrival) => boolean
}

const newChat = (id: string, arrival: Arrival, now: string): ChatState => ({
  id,
  channel: arrival.channel,
  channelId: arrival.channelId,
  providerChatId: arrival.providerChatId,
  customer: { name: arrival.customerName ?? arrival.phone ?? '', phone: arrival.phone },
  mode: arrival.takesOver ? 'agent' : 'bot',
  assigneeId: null,
  lastSeq: 0,
  readSeq: 0,
  lastMessage: null,
  waitingSince: null,
  takeovers: 0,
  rev: 0,
  createdAt: now,
  updatedAt: now,
})

/** A number stands in for a name only until a name is known. */
const named = ({ customer }: ChatState, { customerName }: Arrival) =>
  customerName && (customer.name === '' || customer.name === customer.phone)
    ? { ...customer, name: customerName }
    : customer

function afterCustomer(chat: ChatState, arrival: Arrival, id: string, rules: Rules): ChatState {
  const reopened =
    chat.mode === 'closed' ? { ...chat, mode: rules.reopenAs, assigneeId: null } : chat
  const next = {
    ...reopened,
    customer: named(chat, arrival),
    waitingSince: chat.waitingSince ?? arrival.sentAt,
  }
  return rules.botOwes(next, arrival) ? { ...next, botDue: id } : next
}

/** Whoever typed on the phone has read the chat, and answers in it. Another program has done neither. */
function afterOurs(chat: ChatState, { takesOver }: Arrival): ChatState {
  if (!takesOver) return { ...chat, readSeq: chat.readSeq + 1 }
  const read = { ...chat, readSeq: chat.lastSeq, waitingSince: null }
  return takenOver(read, chat.mode === 'paused' ? 'paused' : 'agent')
}

export interface Received {
  message: MessageState
  /** False when it had been stored before: a redelivery. */
  fresh: boolean
}

/**
 * Stores a message and moves its chat in one transaction, exactly once however often it is delivered. What
 * it answers for a redelivery is what is there, so the caller can repeat the steps a crash may have cut off.
 */
export async function receive(arrival: Arrival, rules: Rules, now = new Date().toISOString()) {
  const chatId = chatIdOf(arrival.channelId, arrival.providerChatId)
  const ref = providerRef(arrival.channelId, arrival.providerId)
  let early: MessageStatus | undefined

  return changeChat<Received>(
    chatId,
    (before) => {
      const chat = before ?? newChat(chatId, arrival, now)
      const message = messageOf(chat, arrival, early, now)
      const next = withMessage(chat, message, now)
      return {
        chat:
          arrival.sender === 'customer'
            ? afterCustomer(next, arrival, message.id, rules)
            : afterOurs(next, arrival),
        writes: [putMessage(message), claimRef(ref, message, early !== undefined)],
        result: { message, fresh: true },
      }
    },
    {
      first: () => findChat(chatId),
      otherwise: async () => {
        const place = await Message.place(ref)
        early = place?.early as MessageStatus | undefined
        if (!place?.chatId || !place.key) return undefined
        const [chat, message] = await Promise.all([
          findChat(place.chatId, { consistent: true }),
          Message.find({ chatId: place.chatId, key: place.key }, { consistent: true }),
        ])
        return chat && message && { chat, result: { message, fresh: false } }
      },
    },
  )
}

/**
 * The provider tells whole seconds, our own clock milliseconds. What comes in after a message of ours of
 * the same second stands below it; among themselves, messages that came in keep the provider's order.
 */
function timeFor({ lastMessage }: ChatState, sentAt: string): string {
  const last = lastMessage ? timeOf(lastMessage.key) : ''
  if (!lastMessage || last <= sentAt || last.slice(0, 19) !== sentAt.slice(0, 19)) return sentAt
  const ours = lastMessage.sender === 'bot' || lastMessage.sender === 'agent'
  return ours ? new Date(Date.parse(last) + 1).toISOString() : last
}

function messageOf(
  chat: ChatState,
  arrival: Arrival,
  early: MessageStatus | undefined,
  now: string,
): MessageState {
  const { providerId, sender, senderName, kind, text, quoted, sentAt, index } = arrival
  const order = orderOf(timeFor(chat, sentAt), index, providerId)
  const status =
    early && sender !== 'customer' && statusRank(early) > statusRank(arrival.status)
      ? early
      : arrival.status
  return {
    id: providerId,
    providerId,
    chatId: chat.id,
    key: keyOf(order),
    order,
    seq: chat.lastSeq + 1,
    sender,
    senderName,
    kind,
    text,
    quoted,
    status,
    sentAt,
    rev: 1,
    changedAt: now,
  }
}

export const putMessage = (message: MessageState, extra: object = {}): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...message,
      ...extra,
      statusRank: statusRank(message.status),
      ...messageKey(message.chatId, message.key),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

/** The ref is what makes "exactly once" true; one that only holds an early receipt is still free. */
export const claimRef = (ref: string, { chatId, key }: MessageState, hadEarly = false): Write => ({
  Put: {
    TableName: tableName(),
    Item: { ...refKey(ref), chatId, key },
    ConditionExpression: hadEarly ? 'attribute_not_exists(chatId)' : 'attribute_not_exists(pk)',
  },
})
