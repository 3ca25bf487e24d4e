import { byOrder } from '../../shared/message.ts'
import type { MessageState } from '../domain/chat/chat-state.ts'
import type { Arrival } from '../domain/message/arrival.ts'

export interface Match {
  message: MessageState
  echo: Pick<Arrival, 'providerId' | 'text' | 'sentAt'>
}

const words = ({ text }: { text: string }) => text.trim()

/** The provider's clock and ours may differ by so much. */
const clocksDifferByMs = 60_000

const isAfter = (echo: Match['echo'], { sentAt }: MessageState) =>
  Date.parse(echo.sentAt) >= Date.parse(sentAt) - clocksDifferByMs

/**
 * Which message is which in the provider's history, by their words: the oldest is the oldest, each is one.
 * `history` holds only what belongs to no message yet. While the same words are just being sent (`recent`),
 * one cannot tell whose they are.
 */
export function matched(
  unknown: MessageState[],
  history: Match['echo'][],
  recent: MessageState[] = [],
): Match[] {
  const underWay = new Set(recent.filter(({ status }) => status === 'sending').map(words))
  const left = history.toSorted((a, b) => a.sentAt.localeCompare(b.sentAt))
  return unknown.toSorted(byOrder).flatMap((message) => {
    if (underWay.has(words(message))) return []
    const at = left.findIndex((echo) => words(echo) === words(message) && isAfter(echo, message))
    const [echo] = at < 0 ? [] : left.splice(at, 1)
    return echo ? [{ message, echo }] : []
  })
}
