import * as z from 'zod/mini'
import { ChannelHealth } from './channel.ts'

/** `failed`: jobs that were tried three times and lie in the dead-letter queue. */
const Depth = z.object({ waiting: z.int(), failed: z.int() })

/** One comparison of the provider's history with ours. */
export const LedgerEntry = z.object({
  checkedAt: z.string(),
  from: z.string(),
  to: z.string(),
  /** Messages the provider has for that time, and how many of them we had. */
  received: z.int(),
  stored: z.int(),
  /** What was missing and is stored now. */
  recovered: z.int(),
  /** In which chats something was missing. */
  gaps: z.optional(z.array(z.object({ chatId: z.string(), missing: z.int() }))),
  /** Why it could not be compared, or not all of it be stored. */
  problem: z.optional(z.string()),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** How the whole is doing, for admins. */
export const Health = z.object({
  channel: z.extend(ChannelHealth, {
    /** What to scan with the shop's phone, while the provider shows one. */
    qr: z.optional(z.object({ image: z.string(), expiresAt: z.string() })),
  }),
  queues: z.object({ bot: Depth, outbound: Depth }),
  /** When the oldest message that is still to go out was queued. */
  oldestUnsentAt: z.nullable(z.string()),
  /** Messages of which nobody knows whether they went out. */
  unknown: z.int(),
  parked: z.int(),
  /** What was left out on purpose, by what it was: stories, newsletters … */
  ignored: z.record(z.string(), z.int()),
  /** Newest first. */
  ledger: z.array(LedgerEntry),
  /** Calls to the provider today besides sending, and how many `tick` may make. */
  calls: z.object({ today: z.int(), allowed: z.int() }),
})
export type Health = z.infer<typeof Health>
