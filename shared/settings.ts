import * as z from 'zod/mini'

/** What the shop has decided; each has a default, so a new shop needs none. */
export const Settings = z.object({
  agentsSeeUnassigned: z.boolean(),
  /** The mode in which a closed chat wakes up when its customer writes. */
  reopenAs: z.enum(['bot', 'agent']),
  /** When the customer sees blue ticks: as soon as somebody opens the chat, with our answer, or never. */
  readReceipts: z.enum(['on-open', 'on-reply', 'never']),
})
export type Settings = z.infer<typeof Settings>

/** Whether somebody sees the chats that nobody has. Of two answers the one with the newer `rev` holds. */
export const Sight = z.object({ unassigned: z.boolean(), rev: z.int() })
export type Sight = z.infer<typeof Sight>
