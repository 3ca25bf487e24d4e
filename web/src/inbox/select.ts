import type { Chat } from '../../../shared/chat.ts'
import { byOrder, type Message } from '../../../shared/message.ts'
import type { Draft, Inbox, Thread } from './apply.ts'
import { isWithin } from './apply-page.ts'
import { activityOf, type Filter, type List, listKey } from './filter.ts'
import { inOrder } from './in-order.ts'

/** Closed chats show only where they are asked for. */
function matches(chat: Chat, { view, mode, channel, q }: Filter, userId: string): boolean {
  const anyMode = Boolean(q) || view === 'unsent'
  if (mode ? chat.mode !== mode : chat.mode === 'closed' && !anyMode) return false
  if (channel && chat.channel !== channel) return false
  if (view === 'unsent') return chat.unsent !== undefined
  if (view === 'mine') return chat.assigneeId === userId
  return view === 'all' || chat.assigneeId === null
}

function newestFirst(a: Chat, b: Chat) {
  const [atA, atB] = [activityOf(a), activityOf(b)]
  return atA === atB ? (a.id < b.id ? -1 : 1) : atA > atB ? -1 : 1
}

/** All there are, newest first. */
export const chatsInOrder = ({ chats }: Pick<Inbox, 'chats'>): Chat[] => inOrder(chats, newestFirst)

/** Whoever asks again for a list in which nothing changed gets the same answer. */
const listed = new WeakMap<Inbox['chats'], { key: string; list: List | undefined; chats: Chat[] }>()

/** The chats of a list, newest first; only as far back as it is known without gaps. What was searched for, the server found. */
export function chatsOf(
  inbox: Pick<Inbox, 'chats'>,
  list: List | undefined,
  filter: Filter,
  userId: string,
): Chat[] {
  const key = `${userId} ${listKey(filter)}`
  const known = listed.get(inbox.chats)
  if (known?.key === key && known.list === list) return known.chats
  const chats = chatsInOrder(inbox).filter((chat) => {
    if (!matches(chat, filter, userId)) return false
    if (filter.q || !list) return Boolean(list?.ids[chat.id]) || !filter.q
    return activityOf(chat) >= list.reach || list.ids[chat.id]
  })
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
