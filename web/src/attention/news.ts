import type { Chat } from '../../../shared/chat.ts'
import type { InboxEvent } from '../../../shared/events.ts'
import type { Message } from '../../../shared/message.ts'
import type { Inbox } from '../inbox/apply.ts'

export interface News {
  chat: Chat
  message: Message
}

/** What took longer to reach us was held up somewhere: it is no news that somebody must hear at once. */
const backlogMs = 10 * 60_000

/** New words of a customer, that nobody has seen before and somebody may want to hear of now. */
export function newsIn({ chats, threads }: Inbox, event: InboxEvent): News | undefined {
  if (event.type !== 'message.changed') return undefined
  const { chat, message } = event
  const { sender, kind, recovered, editedAt, deletedAt, seq, sentAt } = message
  if (sender !== 'customer' || kind === 'system' || recovered || editedAt || deletedAt)
    return undefined
  const known = Math.max(chats[chat.id]?.lastSeq ?? 0, chat.readSeq)
  if (seq <= known || threads[chat.id]?.messages[message.id]) return undefined
  if (chat.mode === 'paused' || chat.mode === 'closed') return undefined
  return Date.parse(chat.updatedAt) - Date.parse(sentAt) < backlogMs ? { chat, message } : undefined
}
