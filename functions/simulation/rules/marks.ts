import { isDeepStrictEqual } from 'node:util'
import { world } from '../world.ts'
import type { ChatItem, MessageItem } from './records.ts'

type Counted = Record<string, { failed: number; unknown: number }>

/** Somebody still has to look at it. What a take-over held back nobody has to. */
function isOpen({ sender, status, error, droppedAt, deletedAt }: MessageItem) {
  const { code } = (error ?? {}) as { code?: string }
  const ours = sender === 'bot' || sender === 'agent'
  const isUnsent = status === 'failed' || status === 'unknown'
  return ours && isUnsent && !droppedAt && !deletedAt && code !== 'taken_over'
}

/** What a chat says of its messages that failed or are in doubt is what they say themselves. */
export function checkMarks() {
  const { records, violate } = world()
  const truth: Counted = {}
  for (const message of records.messages().filter(isOpen)) {
    const counted = truth[message.chatId] ?? { failed: 0, unknown: 0 }
    counted[message.status as 'failed' | 'unknown']++
    truth[message.chatId] = counted
  }
  const shown = records.chats().filter(({ mergedInto }) => !mergedInto)
  const said: Counted = Object.assign({}, ...shown.map(({ unsentIn }: ChatItem) => unsentIn ?? {}))
  if (!isDeepStrictEqual(said, truth))
    violate('mark', `chats say ${JSON.stringify(said)}, true is ${JSON.stringify(truth)}`)
}
