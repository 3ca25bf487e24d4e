import type { Arrival, Rules } from '../message/arrival.ts'
import type { Early } from '../message/message.ts'
import { type ChatState, type MessageState, takenOver } from './chat-state.ts'

/** The chat that a first message opens. */
export const newChat = (id: string, arrival: Arrival, now: string): ChatState => ({
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

/** The chat after a message of its customer. */
export function afterCustomer(
  chat: ChatState,
  arrival: Arrival,
  message: MessageState,
  rules: Rules,
) {
  if (isQuiet(arrival)) return { ...chat, readSeq: chat.readSeq + 1 }
  // What came late and stands above our last words has been answered by them.
  const answered = cameLate(chat, arrival) && chat.lastMessage?.sender !== 'customer'
  const reopened: ChatState =
    chat.mode === 'closed' && !answered
      ? {
          ...chat,
          mode: chat.isGroup ? 'agent' : rules.reopenAs,
          assigneeId: null,
          answered: undefined,
        }
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
export const readEarly = (chat: ChatState, { early }: Early): ChatState =>
  early === 'read' || early === 'played' ? { ...chat, readSeq: chat.lastSeq } : chat

/** So late, a message from the phone says nothing any more about who answers now. */
const takesOverWithinMs = 24 * 3600_000

/** Whoever typed on the phone has read the chat, and answers in it. Another program has done neither. */
export function afterOurs(chat: ChatState, arrival: Arrival, now: string) {
  const late = Date.parse(now) - Date.parse(arrival.sentAt) > takesOverWithinMs
  if (!arrival.takesOver || late) return { ...chat, readSeq: chat.readSeq + 1 }
  const read = cameLate(chat, arrival)
    ? { ...chat, readSeq: chat.readSeq + 1 }
    : { ...chat, readSeq: chat.lastSeq, waitingSince: null }
  return takenOver(read, chat.mode === 'paused' ? 'paused' : 'agent')
}
