import { byOrder, type Message } from '../../../shared/message.ts'
import {
  type ById,
  emptyThread,
  type Inbox,
  type Stretch,
  type Thread,
  withMessages,
} from './apply.ts'

interface Page {
  /** Oldest first. */
  messages: Message[]
  cursor: string | null
}

const reachOf = ({ messages, cursor }: Page) => (cursor === null ? '' : (messages[0]?.order ?? ''))

/**
 * A snapshot is a batch of news. If the newest page does not join what the thread already holds,
 * the older part is dropped, and paged in again when somebody scrolls there.
 */
export function applyNewest(inbox: Inbox, chatId: string, page: Page): Inbox {
  const merged = withMessages(inbox, page.messages)
  if (merged.gone[chatId] !== undefined) return merged
  const thread = merged.threads[chatId] ?? emptyThread
  if (thread.reach !== undefined && thread.reach <= reachOf(page) && gapless(thread)) return merged
  return withThread(merged, chatId, {
    ...thread,
    messages: since(thread, page.messages[0]),
    reach: reachOf(page),
    cursor: page.cursor,
  })
}

/** What stands above the oldest that is shown: of the stretch, if there is one. */
export function applyOlder(inbox: Inbox, chatId: string, page: Page): Inbox {
  const merged = withMessages(inbox, page.messages)
  const thread = merged.threads[chatId]
  if (!thread) return merged
  const [reach, { cursor }, { stretch }] = [reachOf(page), page, thread]
  return withThread(merged, chatId, {
    ...thread,
    ...(stretch ? { stretch: { ...stretch, from: reach, before: cursor } } : { reach, cursor }),
  })
}

/** What stands below a stretch; it ends where it meets the newest messages. */
export function applyNewer(inbox: Inbox, chatId: string, page: Page): Inbox {
  const merged = withMessages(inbox, page.messages)
  const thread = merged.threads[chatId]
  if (!thread?.stretch) return merged
  const to = page.messages.at(-1)?.order ?? thread.stretch.to
  return withThread(merged, chatId, joined(thread, { ...thread.stretch, to, after: page.cursor }))
}

/** A stretch of messages around one that somebody goes to: what stands before it, and it with what follows. */
export function applyAround(inbox: Inbox, chatId: string, older: Page, newer: Page): Inbox {
  const messages = [...older.messages, ...newer.messages]
  const merged = withMessages(inbox, messages)
  const thread = merged.threads[chatId]
  const last = messages.at(-1)
  if (thread?.reach === undefined || !last) return merged
  const from = reachOf({ messages, cursor: older.cursor })
  const stretch = { from, to: last.order, before: older.cursor, after: newer.cursor }
  return withThread(merged, chatId, joined(thread, stretch))
}

/** Back to the newest messages. */
export function applyNoStretch(inbox: Inbox, chatId: string): Inbox {
  const thread = inbox.threads[chatId]
  if (!thread?.stretch) return inbox
  const { stretch: _, ...rest } = thread
  return withThread(inbox, chatId, rest)
}

function joined({ stretch: _, ...thread }: Thread, stretch: Stretch): Thread {
  const { from, to, before, after } = stretch
  const { reach = '' } = thread
  if (after !== null && to < reach) return { ...thread, stretch }
  return from < reach ? { ...thread, reach: from, cursor: before } : thread
}

const withThread = (inbox: Inbox, chatId: string, thread: Thread): Inbox => ({
  ...inbox,
  threads: { ...inbox.threads, [chatId]: thread },
})

/** `seq` rises by one per message, so a hole in it is a message we have not seen. */
function gapless({ messages, reach = '' }: Thread): boolean {
  const seqs = Object.values(messages)
    .filter(({ order }) => order >= reach)
    .map(({ seq }) => seq)
  return seqs.length === 0 || Math.max(...seqs) - Math.min(...seqs) + 1 === seqs.length
}

function since({ messages, stretch }: Thread, first: Message | undefined): ById<Message> {
  if (!first) return messages
  const isKept = (message: Message) =>
    byOrder(message, first) >= 0 || (stretch !== undefined && isWithin(message, stretch))
  return Object.fromEntries(Object.entries(messages).filter(([, message]) => isKept(message)))
}

export const isWithin = ({ order }: Message, { from, to }: Pick<Stretch, 'from' | 'to'>): boolean =>
  order >= from && order <= to
