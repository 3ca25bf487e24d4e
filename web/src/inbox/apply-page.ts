import { byOrder, type Message } from '../../../shared/message.ts'
import { type ById, emptyThread, type Inbox, type Thread, withMessages } from './apply.ts'

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
    messages: since(thread.messages, page.messages[0]),
    reach: reachOf(page),
    cursor: page.cursor,
  })
}

export function applyOlder(inbox: Inbox, chatId: string, page: Page): Inbox {
  const merged = withMessages(inbox, page.messages)
  const thread = merged.threads[chatId]
  if (!thread) return merged
  return withThread(merged, chatId, { ...thread, reach: reachOf(page), cursor: page.cursor })
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

function since(messages: ById<Message>, first: Message | undefined): ById<Message> {
  if (!first) return messages
  return Object.fromEntries(
    Object.entries(messages).filter(([, message]) => byOrder(message, first) >= 0),
  )
}
