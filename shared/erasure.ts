import * as z from 'zod/mini'

/** What was erased of a customer, and when. It names nobody: `id` is the chat's. */
export const Receipt = z.object({
  id: z.string(),
  /** Who of the team did it. */
  by: z.string(),
  startedAt: z.string(),
  /** When the chat went; what came before that is gone. Null while its messages are still being erased. */
  erasedAt: z.nullable(z.string()),
  /** False: there is more to do, and the same call goes on with it. */
  done: z.boolean(),
  /** Under how many ids the customer wrote. */
  chats: z.int(),
  messages: z.int(),
  /** Deliveries and jobs that had been set aside. */
  parked: z.int(),
  /** In the numbers of past days: rows that named the chat, and name nobody any more. */
  rows: z.int(),
  /** Until then an operator can restore the whole table to a second at which all of it was still there; null: nobody can. */
  recoverableUntil: z.nullable(z.string()),
})
export type Receipt = z.infer<typeof Receipt>
