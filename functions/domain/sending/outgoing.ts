import {
  type ChatState,
  keyOf,
  type MessageState,
  orderOf,
  withMessage,
} from '../chat/chat-state.ts'
import { sentAtFor } from '../message/sent-at.ts'

/** What is to be said, and by whom. */
export type Written = Pick<MessageState, 'id' | 'sender' | 'text'> &
  Partial<Pick<MessageState, 'userId' | 'senderName' | 'quoted' | 'quotedProviderId' | 'takeovers'>>

/** A message of ours, queued: the message, and the chat with it. */
export function queued(chat: ChatState, written: Written, nowMs: number) {
  const now = new Date(nowMs).toISOString()
  const sentAt = sentAtFor(chat, nowMs)
  const order = orderOf(sentAt, 0, written.id)
  const message: MessageState = {
    ...written,
    chatId: chat.id,
    key: keyOf(order),
    seq: chat.lastSeq + 1,
    kind: 'text',
    status: 'queued',
    sentAt,
    order,
    rev: 1,
    changedAt: now,
    // However long ago: while the channel is down, all that is queued waits.
    after: chat.lastQueued?.key,
  }
  const next = withMessage(chat, message, now)
  return { message, chat: { ...next, lastQueued: { key: message.key, at: now } } }
}

/** In the outbox until it is certainly sent or certainly not. */
export const inOutbox = (dueAt: string) => ({ outbox: 'due', dueAt })
export const outOfOutbox = { outbox: undefined, dueAt: undefined }
