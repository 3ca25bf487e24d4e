import * as z from 'zod/mini'

/** Whether somebody sees the chats that nobody has. Of two answers the one with the newer `rev` holds. */
export const Sight = z.object({ unassigned: z.boolean(), rev: z.int() })
export type Sight = z.infer<typeof Sight>
