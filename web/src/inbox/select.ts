import type { Chat } from '../../../shared/chat.ts'
import { byOrder, type Message } from '../../../shared/message.ts'
import type { Draft, Inbox, Thread } from './apply.ts'
import { isWithin } from './apply-page.ts'
import { type Filter, isReached, type List, listKey, matches, orderOf } from './filter.ts'
import { inOrder } from './in-order.ts'

const newestFirst = orderOf({ view: 'all' })

/** All there are, newest first. */
export const chatsInOrder = ({ chats }: Pick<Inbox, 'chats'>): Chat[] => inOrder(chats, newestFirst)

/** Whoever asks again for a list in which nothing changed gets the same answer. */
const listed = new WeakMap<Inbox['chats'], { key: string; list: List | undefined; chats: Chat[] }>()

/**
 * The chats of a list in their order; only as far as it is known without gaps. What was searched for, the
 * server found. `kept` is the chat that somebody reads.
 */
export function chatsOf(
  inbox: Pick<Inbox, 'chats'>,
  list: List | undefined,
  filter: Filter,
  userId: string,
  kept?: string,
): Chat[] {
  const key = JSON.stringify([userId, listKey(filter), filter.unread && kept])
  const known = listed.get(inbox.chats)
  if (known?.key === key && known.list === list) return known.chats
  const inList = chatsInOrder(inbox).filter((chat) => {
    if (!matches(chat, filter, userId, kept)) return false
    if (filter.q || !list) return Boolean(list?.ids[chat.id]) || !filter.q
    return list.ids[chat.id] || isReached(chat, list, filter)
  })
  const chats = filter.sort === 'waiting' ? inList.sort(orderOf(filter)) : inList
  listed.set(inbox.chats, { key, list, chats })
  return chats
}

interface Sorted {
  newest?: Message[]
  shown?: Message[]
}
/** Whoever asks again for a thread in which nothing changed gets the same answer. */
const sorted = new WeakMap<Thread, Sorted>()

function kept(thread: Thread, name: keyof Sorted, isWanted: (message: Message) => boolean) {
  const known = sorted.get(thread) ?? {}
  const answer = known[name] ?? inOrder(thread.messages, byOrder).filter(isWanted)
  sorted.set(thread, { ...known, [name]: answer })
  return answer
}

const none: Message[] = []

/** What was said, oldest first, up to the newest. */
export function messagesOf({ threads }: Pick<Inbox, 'threads'>, chatId: string): Message[] {
  const thread = threads[chatId]
  if (thread?.reach === undefined) return none
  const { reach } = thread
  return kept(thread, 'newest', ({ order }) => order >= reach)
}

/** What is on the screen: the newest messages, or the stretch that somebody went to. */
export function shownOf(inbox: Pick<Inbox, 'threads'>, chatId: string): Message[] {
  const thread = inbox.threads[chatId]
  if (!thread?.stretch) return messagesOf(inbox, chatId)
  const { stretch } = thread
  return kept(thread, 'shown', (message) => isWithin(message, stretch))
}

/** What we are still trying to say. */
export const draftsOf = ({ outbox }: Pick<Inbox, 'outbox'>, chatId: string): Draft[] =>
  Object.values(outbox)
    .filter((draft) => draft.chatId === chatId)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** What nobody has to decide about before it goes out. */
export const isDue = ({ problem, waits }: Draft): boolean => !problem || waits === true

const newestSeqs = new WeakMap<Message[], number>()

/** Many ask, and thousands of messages would be looked at each time. */
export function newestSeqOf(messages: Message[]): number {
  const known = newestSeqs.get(messages)
  if (known !== undefined) return known
  const newest = messages.reduce((newest, { seq }) => Math.max(newest, seq), 0)
  newestSeqs.set(messages, newest)
  return newest
}

/** What happened, but was said by nobody, stands alone. */
export const isHappening = ({ kind }: Pick<Message, 'kind'>): boolean =>
  kind === 'call' || kind === 'system'
