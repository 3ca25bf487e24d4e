import { statusRank } from '../../../shared/message.ts'
import { afterCustomer, afterOurs, newChat, readEarly } from '../chat/after-arrival.ts'
import {
  type ChatState,
  chatIdOf,
  keyOf,
  type MessageState,
  orderOf,
  providerRef,
  timeOf,
  withMessage,
} from '../chat/chat-state.ts'
import { changeChat, findChat } from '../chat/store.ts'
import { answering } from '../numbers/answer.ts'
import { latePart } from '../numbers/hour.ts'
import { amended } from './amendment.ts'
import type { Arrival, Rules } from './arrival.ts'
import * as Message from './message.ts'
import { claimRef, putMessage } from './put-message.ts'

export interface Received {
  message: MessageState
  /** False when it had been stored before: a redelivery. */
  fresh: boolean
  /** The chat as it was: one that wakes up belongs to nobody, and whoever had it may lose sight of it. */
  before?: ChatState
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
      const moved =
        arrival.sender === 'customer'
          ? readEarly(afterCustomer(next, arrival, message, rules), early)
          : afterOurs(next, arrival, now)
      const answer = answering(before, moved, message)
      return {
        chat: answer.chat,
        writes: [
          putMessage(message),
          claimRef(ref, message, early.earlyRev),
          ...answer.writes,
          ...latePart(chat.id, message, now),
        ],
        result: { message, fresh: true, before },
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

/** Above all that came in the same moment. */
const first = -1

/** A call is told to the millisecond and stands at its own time; what was written after it stands below. */
function orderFor(chat: ChatState, { kind, sentAt, index, providerId }: Arrival): string {
  if (kind !== 'call') return orderOf(timeFor(chat, sentAt), index, providerId)
  const exact = !sentAt.endsWith('.000Z')
  return orderOf(exact ? sentAt : timeFor(chat, sentAt), first, providerId)
}

function messageOf(
  chat: ChatState,
  storedIn: string,
  arrival: Arrival,
  { early, amendments = [] }: Message.Early,
  now: string,
): MessageState {
  const { providerId, sender, senderName, senderPhone, senderId, kind, text } = arrival
  const { content, quoted, mentions } = arrival
  const order = orderFor(chat, arrival)
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
    senderId,
    kind,
    text,
    content,
    quoted,
    mentions,
    status,
    sentAt: arrival.sentAt,
    recovered: arrival.recovered,
    rev: 1,
    changedAt: now,
  }
  return amendments.reduce(amended, message)
}
