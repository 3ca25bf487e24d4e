import type { Message, MessageStatus } from '../../../shared/message.ts'
import type { MessageState } from '../chat/chat-state.ts'

/** Where a message keeps the time at which it came to this status, if that is one to be remembered. */
export const timeField = (status: MessageStatus) =>
  status === 'sent' || status === 'delivered' || status === 'read'
    ? (`${status}Time` as const)
    : undefined

/** When it came how far; undefined while that is nowhere. */
export const timesOf = ({
  sentTime: sent,
  deliveredTime: delivered,
  readTime: read,
}: MessageState): Message['times'] =>
  sent || delivered || read ? { sent, delivered, read } : undefined
