import type { Channel, ChatMode } from '../../../shared/chat.ts'
import type { Content } from '../../../shared/content.ts'
import {
  type MessageStatus,
  type Message as MessageView,
  statusRank,
} from '../../../shared/message.ts'
import { tableName } from '../../lib/table.ts'
import {
  type ChatState,
  chatIdOf,
  keyOf,
  lastMessageOf,
  type MessageState,
  messageKey,
  orderOf,
  providerRef,
  refKey,
  takenOver,
  timeOf,
  withMessage,
} from '../chat/chat-state.ts'
import { changeChat, findChat, type Write } from '../chat/store.ts'
import { amended, change } from './amendment.ts'
import * as Message from './message.ts'

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
  isGroup: arrival.isGroup || undefined,
  // A group has no bot.
  mode: arrival.isGroup ? 'agent' : 'bot',
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

/** What WhatsApp says by itself, and a call somebody took, wait for nobody. */
const isQuiet = ({ kind, content }: Arrival) =>
  kind === 'system' || content?.call?.status === 'answered'

/** Something newer was here before it. Within one second nobody can tell, and nothing is late. */
const cameLate = ({ lastMessage }: ChatState, { sentAt }: Arrival) =>
  (lastMessage?.sentAt ?? '').slice(0, 19) > sentAt.slice(0, 19)

function afterCustomer(chat: ChatState, arrival: Arrival, message: MessageState, rules: Rules) {
  if (isQuiet(arrival)) return { ...chat, readSeq: chat.readSeq + 1 }
  // What came late and stands above our last words has been answered by them.
  const answered = cameLate(chat, arrival) && chat.lastMessage?.sender !== 'customer'
  const reopened: ChatState =
    chat.mode === 'closed' && !answered
      ? { ...chat, mode: chat.isGroup ? 'agent' : rules.reopenAs, assigneeId: null }
      : chat
  const writtenAs = arrival.writtenAs ?? arrival.providerChatId
  const next: ChatState = {
    ...reopened,
    customer: named(chat, arrival),
    replyTo: writtenAs === chat.providerChatId ? undefined : writtenAs,
    waitingSince: chat.waitingSince ?? (answered ? null : arrival.sentAt),
  }
  return rules.botOwes(next, arrival) ? { ...next, botDue: message.id } : next
}

/** It was read on the shop's phone before it came here. */
const readEarly = (chat: ChatState, { early }: Message.Early): ChatState =>
  early === 'read' || early === 'played' ? { ...chat, readSeq: chat.lastSeq } : chat

/** So late, a message from the phone says nothing any more about who answers now. */
const takesOverWithinMs = 24 * 3600_000

/** Whoever typed on the phone has read the chat, and answers in it. Another program has done neither. */
function afterOurs(chat: ChatState, arrival: Arrival, now: string) {
  const late = Date.parse(now) - Date.parse(arrival.sentAt) > takesOverWithinMs
  if (!arrival.takesOver || late) return { ...chat, readSeq: chat.readSeq + 1 }
  const read = cameLate(chat, arrival)
    ? { ...chat, readSeq: chat.readSeq + 1 }
    : { ...chat, readSeq: chat.lastSeq, waitingSince: null }
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
  const storedIn = chatIdOf(arrival.channelId, arrival.providerChatId)
  const ref = providerRef(arrival.channelId, arrival.providerId)
  let early: Message.Early = {}

  return changeChat<Received>(
    storedIn,
    (before) => {
      const chat = before ?? newChat(storedIn, arrival, now)
      const message = messageOf(chat, storedIn, arrival, early, now)
      const next = withMessage(chat, message, now)
      return {
        chat:
          arrival.sender === 'customer'
            ? readEarly(afterCustomer(next, arrival, message, rules), early)
            : afterOurs(next, arrival, now),
        writes: [putMessage(message), claimRef(ref, message, early.earlyRev)],
        result: { message, fresh: true },
      }
    },
    {
      first: () => findChat(storedIn),
      otherwise: async () => {
        const place = await Message.place(ref)
        early = place ?? {}
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
  storedIn: string,
  arrival: Arrival,
  { early, amendments = [] }: Message.Early,
  now: string,
): MessageState {
  const { providerId, sender, senderName, senderPhone, kind, text, content, quoted } = arrival
  const order = orderOf(timeFor(chat, arrival.sentAt), arrival.index, providerId)
  const status =
    early && sender !== 'customer' && statusRank(early) > statusRank(arrival.status)
      ? early
      : arrival.status
  const message: MessageState = {
    id: providerId,
    providerId,
    chatId: storedIn,
    key: keyOf(order),
    order,
    seq: chat.lastSeq + 1,
    sender,
    senderName,
    senderPhone,
    kind,
    text,
    content,
    quoted,
    status,
    sentAt: arrival.sentAt,
    recovered: arrival.recovered,
    rev: 1,
    changedAt: now,
  }
  return amendments.reduce(amended, message)
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

/**
 * The ref is what makes "exactly once" true. One that only holds early news is still free, as long as all of
 * it was taken along.
 */
export const claimRef = (ref: string, { chatId, key }: MessageState, earlyRev?: number): Write => ({
  Put: {
    TableName: tableName(),
    Item: { ...refKey(ref), chatId, key },
    ...(earlyRev === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'attribute_not_exists(chatId) AND earlyRev = :earlyRev',
          ExpressionAttributeValues: { ':earlyRev': earlyRev },
        }),
  },
})

/**
 * A message that could not be read at first and was sent again: what it says is filled in. Undefined when
 * there is nothing to fill in.
 */
export async function fillIn(
  { message, chat }: { message: MessageState; chat: ChatState },
  arrival: Arrival,
  rules: Rules,
) {
  const isBlank = (kind?: string) => kind === 'unknown'
  // The list may still show it blank although the message is filled in: a crash came in between.
  const { lastMessage } = chat
  const blank =
    isBlank(message.kind) || (lastMessage?.id === message.id && isBlank(lastMessage.kind))
  if (!blank || isBlank(arrival.kind)) return undefined
  const { kind, text, content } = arrival
  const filled =
    (await change(message, (known) =>
      isBlank(known.kind) ? { ...known, kind, text, content } : known,
    )) ?? message
  const { chat: after } = await changeChat(chat.id, (before = chat) => {
    const isLast = before.lastMessage?.id === filled.id
    const owed = isLast && arrival.sender === 'customer' && rules.botOwes(before, arrival)
    return {
      chat: {
        ...before,
        lastMessage: isLast ? lastMessageOf(filled, before) : before.lastMessage,
        botDue: owed ? filled.id : before.botDue,
        updatedAt: filled.changedAt,
      },
      result: undefined,
    }
  })
  return { chat: after, message: filled }
}
