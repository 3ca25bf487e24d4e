import * as z from 'zod'

const Ms = z.int().min(0).max(600_000)

const AmendmentAs = z.enum(['action', 'patch', 'both'])

/** How the provider and the customers behave when nothing goes wrong. */
export const Habits = z.strictObject({
  statusDelaysMs: z
    .strictObject({ sent: Ms, delivered: Ms, read: Ms })
    .default({ sent: 150, delivered: 400, read: 900 }),
  /** Customers read at once; otherwise when their phone is looked at. */
  autoRead: z.boolean().default(true),
  /** What happens within this time may travel in one delivery; 0 is one delivery each. */
  batchMs: Ms.default(0),
  /** The retry step in place of `callback_backoff_delay_ms`; null obeys the channel's settings. */
  backoffMs: Ms.nullable().default(null),
  /** How long a delivery waits for its answer. */
  timeoutMs: Ms.default(30_000),
  /** Help pages say `/message/post`, live bots saw `/messages`. */
  pathNames: z.enum(['plural', 'singular']).default('plural'),
  /** Also tell of chats (`chats.post`, `chats.patch`), to webhooks that want them. */
  chatEvents: z.boolean().default(false),
  /** What happens to a message that is out is told as a message of its own, as a patch of it, or as both. */
  reactionsAs: AmendmentAs.default('action'),
  editsAs: AmendmentAs.default('patch'),
  votesAs: AmendmentAs.default('both'),
  deletionsAs: z.enum(['action', 'removed', 'status', 'all']).default('action'),
  /** Whose typing is told: everybody's, or only of those the inbox has subscribed to. */
  presences: z.enum(['all', 'subscribed']).default('all'),
})
export type Habits = z.infer<typeof Habits>
export type HabitsInput = z.input<typeof Habits>

export const HabitsChange = Habits.extend({
  statusDelaysMs: z.strictObject({ sent: Ms, delivered: Ms, read: Ms }).partial(),
})
  .partial()
  .extend({ mode: z.enum(['body', 'path', 'method']).optional() })
