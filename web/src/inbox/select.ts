import type { Chat } from '../../../shared/chat.ts'
import { byOrder, type Message } from '../../../shared/message.ts'
import type { Draft, Inbox, Thread } from './apply.ts'
import { isWithin } from './apply-page.ts'
import { type Filter, isReached, type List, matches, orderOf } from './filter.ts'

/**
 * The chats of a list in their order; only as far as it is known without gaps. What was searched for, the
 * server found. `kept` is the chat that somebody reads.
 */
export function chatsOf(
  { chats }: Pick<Inbox, 'chats'>,
  list: List | undefined,
  filter: Filter,
  userId: string,
  kept?: string,
): Chat[] {
  return Object.values(chats)
    .filter((chat) => {
      if (!matches(chat, filter, userId, kept)) return false
      if (filter.q || !list) return Boolean(list?.ids[chat.id]) || !filter.q
      return list.ids[chat.id] || isReached(chat, list, filter)
    })
    .sort(orderOf(filter))
}

interface Sorted {
  newest?: Message[]
  shown?: Message[]
}
/** Whoever asks again for a thread in which nothing changed gets the same answer. */
const sorted = new WeakMap<Thread, Sorted>()

function kept(thread: Thread, name: keyof Sorted, isWanted: (message: Message) => boolean) {
  const known = sorted.get(thread) ?? {}
  const answer = known[name] ?? Object.values(thread.messages).filter(isWanted).sort(byOrder)
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

export const newestSeqOf = (messages: Message[]): number =>
  messages.reduce((newest, { seq }) => Math.max(newest, seq), 0)

/** What happened, but was said by nobody, stands alone. */
export const isHappening = ({ kind }: Pick<Message, 'kind'>): boolean =>
  kind === 'call' || kind === 'system'
