import type { ChatState } from '../chat/chat-state.ts'
import { walk } from './reading.ts'

/** So far back a job of the bot can have been lost; what is older nobody waits for any more. */
const owedForMs = 60 * 60_000

/** The bot cannot owe more answers than this; if it does, the rest has its turn at the next tick. */
const mostOwed = 1000

/** Chats whose customer wrote before this time, lately, and whom the bot still owes an answer. */
export async function owedByBot(before: string): Promise<ChatState[]> {
  const from = new Date(Date.parse(before) - owedForMs).toISOString()
  const owed: ChatState[] = []
  for await (const chats of walk(from, 100)) {
    owed.push(...chats.filter(({ botDue, updatedAt }) => botDue && updatedAt < before))
    if (owed.length >= mostOwed) break
  }
  return owed
}

/** The chats somebody has that are not closed. */
export async function heldBy(userId: string): Promise<ChatState[]> {
  const held: ChatState[] = []
  for await (const chats of walk())
    held.push(...chats.filter(({ assigneeId, mode }) => assigneeId === userId && mode !== 'closed'))
  return held
}
