import * as z from 'zod/mini'
import { ChannelHealth } from './channel.ts'
import { MessageStatus } from './message.ts'
import { ChatName } from './parked.ts'

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
  /** Why it could not be compared, or not all of it be stored; in technical words. */
  problem: z.optional(z.string()),
  /**
   * The same for people: a `SendProblem`, `channel_lost`, or `not_stored` with how many. Old entries have none.
   */
  cause: z.optional(z.object({ code: z.string(), count: z.optional(z.int()) })),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** A message of ours that did not go out, or of which nobody knows, and that somebody should look at. */
export const Undecided = z.extend(ChatName, {
  messageId: z.string(),
  /** `queued`: it waits for long. */
  status: MessageStatus,
  sentAt: z.string(),
  /** Why, as a message's `error`. */
  error: z.optional(z.object({ code: z.string(), message: z.string() })),
})
export type Undecided = z.infer<typeof Undecided>

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
  /** Messages that are still to go out, counted where they are stored; nobody counts much further than a thousand. */
  unsent: z._default(z.int(), 0),
  /** Messages that certainly did not go out in the last days. */
  failed: z._default(z.int(), 0),
  /** Those that wait for long, failed, or of which nobody knows; the newest of each. */
  undecided: z._default(z.array(Undecided), []),
  /** What could not be taken in or done, and was not dismissed. */
  parked: z.int(),
  /** What was left out on purpose, by what it was: stories, newsletters … */
  ignored: z.record(z.string(), z.int()),
  /** Newest first. */
  ledger: z.array(LedgerEntry),
  /** In which ways the channel is not set up as it should be, in technical words, when the provider was asked last. */
  settings: z.optional(z.object({ checkedAt: z.string(), drift: z.array(z.string()) })),
  /** Calls to the provider today besides sending, and how many `tick` may make. */
  calls: z.object({ today: z.int(), allowed: z.int() }),
})
export type Health = z.infer<typeof Health>
