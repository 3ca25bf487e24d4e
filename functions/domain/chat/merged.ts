import { bothTallies } from '../numbers/tally.ts'
import { type ChatState, keptTopics } from './chat-state.ts'

/** Stands for an id that has not written yet, so that what it writes lands in the right conversation. */
export const emptyPart = (
  chat: ChatState,
  id: string,
  providerChatId: string,
  phone: string | null,
): ChatState => ({
  ...chat,
  id,
  providerChatId,
  customer: { name: chat.customer.name, phone },
  replyTo: undefined,
  merged: undefined,
  unsentIn: undefined,
  tally: undefined,
  assigneeId: null,
  lastSeq: 0,
  readSeq: 0,
  lastMessage: null,
  waitingSince: null,
  botDue: undefined,
  lastQueued: undefined,
  takeovers: 0,
  rev: 0,
})

/** The number is known now. */
export const withPhone = (chat: ChatState, phone: string | null): ChatState => ({
  ...chat,
  customer: { ...chat.customer, phone, name: chat.customer.name || phone || '' },
})

const earlier = (a: string | null, b: string | null) => (a && b ? (a < b ? a : b) : (a ?? b))

/** What the team wrote down of either. */
const bothNotes = ({ customer: a }: ChatState, { customer: b }: ChatState) =>
  [...new Set([a.notes, b.notes])].filter(Boolean).join('\n') || undefined

function bothTopics({ topics: a = [] }: ChatState, { topics: b = [] }: ChatState) {
  const all = [...a, ...b].toSorted((one, next) => (one.closedAt < next.closedAt ? -1 : 1))
  return all.length ? all.slice(-keptTopics) : undefined
}

/** The conversation of both: people's decisions go before the bot's, and everything counts. */
export function merged(chat: ChatState, other: ChatState, now: string): ChatState {
  const isPeoples = ({ mode }: ChatState) => mode === 'agent' || mode === 'paused'
  const deciding = !isPeoples(chat) && isPeoples(other) ? other : chat
  const newest = [chat, other].toSorted((a, b) =>
    (a.lastMessage?.key ?? '') < (b.lastMessage?.key ?? '') ? 1 : -1,
  )[0]
  const last = newest?.lastMessage ?? null
  const name = chat.customer.name === chat.customer.phone ? other.customer.name : ''
  return {
    ...chat,
    customer: {
      ...other.customer,
      ...chat.customer,
      name: name || chat.customer.name,
      notes: bothNotes(chat, other),
    },
    topics: bothTopics(chat, other),
    mode: deciding.mode,
    assigneeId: chat.assigneeId ?? other.assigneeId,
    lastSeq: chat.lastSeq + other.lastSeq,
    readSeq: chat.readSeq + other.readSeq,
    lastMessage: last && newest === other ? { ...last, storedIn: last.storedIn ?? other.id } : last,
    replyTo: newest === other ? (other.replyTo ?? other.providerChatId) : chat.replyTo,
    waitingSince: earlier(chat.waitingSince, other.waitingSince),
    botDue: isPeoples(deciding) ? undefined : (other.botDue ?? chat.botDue),
    tally: bothTallies(chat.tally, other.tally),
    takeovers: Math.max(chat.takeovers, other.takeovers),
    unsentIn: chat.unsentIn || other.unsentIn ? { ...chat.unsentIn, ...other.unsentIn } : undefined,
    merged: [
      ...(chat.merged ?? []),
      { chatId: other.id, mergedAt: now, offset: chat.lastSeq, upTo: other.lastSeq },
    ],
    updatedAt: now,
  }
}
