import { type ChatState, timeOf } from '../chat/chat-state.ts'

/** Our clock, but never before what the chat already shows: an answer stands below its question. */
export function sentAtFor({ lastMessage }: Pick<ChatState, 'lastMessage'>, now: number): string {
  const last = lastMessage ? Date.parse(timeOf(lastMessage.key)) : 0
  const aheadMs = last - now
  return new Date(aheadMs >= 0 && aheadMs < 5 * 60_000 ? last + 1 : now).toISOString()
}
