import { type Counters, count } from '../chat/counters.ts'
import { walk } from './reading.ts'

/** What the counters have to say, by looking at every chat there is. For proofs, not for every day. */
export async function recount(): Promise<Counters> {
  const counters: Counters = new Map()
  for await (const chats of walk()) for (const chat of chats) count(counters, chat)
  return counters
}
