import type { Unsent } from '../../../shared/chat.ts'
import { isUnsent } from '../../../shared/message.ts'
import type { ChatState, MessageState } from './chat-state.ts'

/** What a chat says of one of its messages until somebody has dealt with it; `dropped`: somebody let it be. */
export type Mark = keyof Unsent | 'dropped' | undefined

/** How a message marks its chat. */
export function markOf(message: MessageState): Mark {
  if (isUnsent(message)) return message.status === 'failed' ? 'failed' : 'unknown'
  return isUnsent({ ...message, droppedAt: undefined }) ? 'dropped' : undefined
}

const none: Unsent = { failed: 0, unknown: 0 }
const isNone = ({ failed, unknown }: Unsent) => failed === 0 && unknown === 0

/** The chat once one of its messages, which marked it as `was` until now, is as given. */
export function withMark(chat: ChatState, message: MessageState, was: Mark): ChatState {
  const mark = markOf(message)
  const { [message.chatId]: counted = none, ...others } = chat.unsentIn ?? {}
  const moved = (kind: keyof Unsent) =>
    Math.max(0, counted[kind] + Number(mark === kind) - Number(was === kind))
  const next = { failed: moved('failed'), unknown: moved('unknown') }
  const parts = isNone(next) ? others : { ...others, [message.chatId]: next }
  const last = chat.lastMessage
  return {
    ...chat,
    unsentIn: Object.keys(parts).length > 0 ? parts : undefined,
    lastMessage:
      last?.id === message.id ? { ...last, dropped: mark === 'dropped' || undefined } : last,
    updatedAt: message.changedAt > chat.updatedAt ? message.changedAt : chat.updatedAt,
  }
}

/** What a chat's view says of all its parts; undefined when nothing is to be looked at. */
export function unsentOf({ unsentIn = {} }: Pick<ChatState, 'unsentIn'>): Unsent | undefined {
  const sum = Object.values(unsentIn).reduce(
    (all, one) => ({ failed: all.failed + one.failed, unknown: all.unknown + one.unknown }),
    none,
  )
  return isNone(sum) ? undefined : sum
}

/** The marks of one part, when it goes on by itself. */
export const onlyIn = (chatId: string, { unsentIn }: ChatState): ChatState['unsentIn'] =>
  unsentIn?.[chatId] && { [chatId]: unsentIn[chatId] }

/** The marks without those of one part. */
export function exceptIn(chatId: string, { unsentIn = {} }: ChatState): ChatState['unsentIn'] {
  const { [chatId]: _, ...others } = unsentIn
  return Object.keys(others).length > 0 ? others : undefined
}
