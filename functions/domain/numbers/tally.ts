import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { MessageState } from '../chat/chat-state.ts'

/** Who wrote how much: `c`, `b` and `p` are customer, bot and phone; else it is an agent's tag. */
export const Counts = z.record(z.string(), z.int())
export type Counts = z.infer<typeof Counts>

/** What was written in a chat lately, by hours since 1970. It rides on the chat, so it has to stay tiny. */
export const Tally = z.record(z.string(), Counts)
export type Tally = z.infer<typeof Tally>

export const hourMs = 3_600_000
export const hourOf = (time: string | number) => Math.floor(new Date(time).getTime() / hourMs)

/** More hours with messages would make the chat's item dear; closed hours are kept elsewhere by then. */
const mostHours = 8
const keptHours = 48

/** So long after its end, an hour still takes in what was written in it. */
const lateMs = 10 * 60_000
export const isOpen = (hour: number, now: number) => now < (hour + 1) * hourMs + lateMs

/** Tells the people of a team apart, and is shorter than their ids. */
export const tagOf = (userId: string) =>
  createHash('sha256').update(userId).digest('hex').slice(0, 8)

type Said = Pick<MessageState, 'sender' | 'userId' | 'kind' | 'sentAt'>

const marks = { customer: 'c', bot: 'b', phone: 'p' }

export const markOf = ({ sender, userId = '' }: Said) =>
  sender === 'agent' ? tagOf(userId) : marks[sender]

/** A note is not said to the customer, and what WhatsApp tells by itself nobody wrote. */
export const isSaid = ({ kind }: Said) => kind !== 'note' && kind !== 'system'

export function add(to: Counts, counts: Counts): Counts {
  const sum = { ...to }
  for (const [mark, count] of Object.entries(counts)) sum[mark] = (sum[mark] ?? 0) + count
  return sum
}

/** The tally after this message, which counts in the hour in which it was written. */
export function tallied(tally: Tally = {}, message: Said, now: string): Tally {
  const hour = hourOf(message.sentAt)
  // A time that has not come yet is a wrong one.
  const counts = isSaid(message) && isOpen(hour, Date.parse(now)) && hour <= hourOf(now) + 1
  if (!counts) return tally
  return kept({ ...tally, [hour]: add(tally[hour] ?? {}, { [markOf(message)]: 1 }) }, hourOf(now))
}

/** What was written in either of two chats. */
export const bothTallies = (a: Tally = {}, b: Tally = {}): Tally => {
  const both = { ...a }
  for (const [hour, counts] of Object.entries(b)) both[hour] = add(both[hour] ?? {}, counts)
  return both
}

const kept = (tally: Tally, present: number): Tally =>
  Object.fromEntries(
    Object.entries(tally)
      .filter(([hour]) => Number(hour) > present - keptHours)
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .slice(-mostHours),
  )
