import type { Chat } from '../../../shared/chat.ts'
import { byOrder, type Message } from '../../../shared/message.ts'
import type { Draft, Inbox } from './apply.ts'
import { activityOf, type Filter, type List } from './filter.ts'

/** Closed chats show only where they are asked for. */
function matches(chat: Chat, { view, mode, channel, q }: Filter, userId: string): boolean {
  const anyMode = Boolean(q) || view === 'unsent'
  if (mode ? chat.mode !== mode : chat.mode === 'closed' && !anyMode) return false
  if (channel && chat.channel !== channel) return false
  if (view === 'unsent') return chat.unsent !== undefined
  if (view === 'mine') return chat.assigneeId === userId
  return view === 'all' || chat.assigneeId === null
}

const newestFirst = (a: Chat, b: Chat) =>
  activityOf(a) === activityOf(b) ? (a.id < b.id ? -1 : 1) : activityOf(a) > activityOf(b) ? -1 : 1

/** The chats of a list, newest first; only as far back as it is known without gaps. What was searched for, the server found. */
export function chatsOf(
  { chats }: Pick<Inbox, 'chats'>,
  list: List | undefined,
  filter: Filter,
  userId: string,
): Chat[] {
  return Object.values(chats)
    .filter((chat) => {
      if (!matches(chat, filter, userId)) return false
      if (filter.q || !list) return Boolean(list?.ids[chat.id]) || !filter.q
      return list.ids[chat.id] || activityOf(chat) >= list.reach
    })
    .sort(newestFirst)
}

/** What was said, oldest first. */
export function messagesOf({ threads }: Pick<Inbox, 'threads'>, chatId: string): Message[] {
  const { messages = {}, reach } = threads[chatId] ?? {}
  if (reach === undefined) return []
  return Object.values(messages)
    .filter(({ order }) => order >= reach)
    .sort(byOrder)
}

/** What we are still trying to say. */
export const draftsOf = ({ outbox }: Pick<Inbox, 'outbox'>, chatId: string): Draft[] =>
  Object.values(outbox)
    .filter((draft) => draft.chatId === chatId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** What nobody has to decide about before it goes out. */
export const isDue = ({ problem, waits }: Draft): boolean => !problem || waits === true

export const newestSeqOf = (messages: Message[]): number =>
  messages.reduce((newest, { seq }) => Math.max(newest, seq), 0)

export interface Day {
  /** The same, however much of the day is known. */
  date: string
  /** Of the first message of the day. */
  at: string
  runs: Message[][]
}

const dateOf = (iso: string) => new Date(iso).toDateString()
const voiceOf = ({ sender, userId, senderPhone, senderName }: Message) =>
  `${sender} ${userId ?? senderPhone ?? senderName ?? ''}`
/** What happened, but was said by nobody, stands alone. */
export const isHappening = ({ kind }: Pick<Message, 'kind'>): boolean =>
  kind === 'call' || kind === 'system'

/** Days by the reader's clock, and in them runs of messages by the same person. */
export function daysOf(messages: Message[]): Day[] {
  const days: Day[] = []
  let before: Message | undefined
  for (const message of messages) {
    const day = days.at(-1)
    if (!day || !before || dateOf(before.sentAt) !== dateOf(message.sentAt)) {
      days.push({ date: dateOf(message.sentAt), at: message.sentAt, runs: [[message]] })
    } else if (voiceOf(before) === voiceOf(message) && !isHappening(before))
      day.runs.at(-1)?.push(message)
    else day.runs.push([message])
    before = message
  }
  return days
}
