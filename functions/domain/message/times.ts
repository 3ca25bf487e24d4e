import { type Message, type MessageStatus, TimedStatus } from '../../../shared/message.ts'
import type { MessageState } from '../chat/chat-state.ts'

type TimeField = `${TimedStatus}Time`

const isTimed = (status: MessageStatus): status is TimedStatus =>
  (TimedStatus.options as string[]).includes(status)

/** Where a message keeps the time at which it came to this status, if that is one to be remembered. */
export const timeFieldOf = (status: MessageStatus): TimeField | undefined =>
  isTimed(status) ? `${status}Time` : undefined

/** What a write that brings a message to this status writes besides. */
export const reached = (status: MessageStatus, now: string): Partial<MessageState> => {
  const field = timeFieldOf(status)
  return field ? { [field]: now } : {}
}

/** How far a message of ours came, and when; undefined while that is nowhere. */
export function timesOf(state: MessageState): Message['times'] {
  const times = TimedStatus.options.flatMap((status) => {
    const at = state[`${status}Time`]
    return at ? [[status, at]] : []
  })
  return times.length > 0 ? Object.fromEntries(times) : undefined
}
