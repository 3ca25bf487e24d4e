import * as z from 'zod/mini'

/** Why something was set aside. The dashboard has words for each in every language. */
export const ParkedCode = z.enum([
  // What came is no delivery of ours at all.
  'no_json',
  'no_delivery',
  'other_channel',
  'too_deep',
  // Nothing is wrong with it: it waits for its turn.
  'too_much',
  // One thing in a delivery.
  'malformed',
  'incomplete',
  'unknown_kind',
  'too_long',
  'new_field',
  'provider_error',
  'unreadable',
  // It is in the provider's history and could not be stored.
  'not_stored',
  // A job that was tried three times.
  'job_failed',
])
export type ParkedCode = z.infer<typeof ParkedCode>

/** What it is that was set aside. */
export const ParkedThing = z.enum([
  'message',
  'change',
  'deletion',
  'receipt',
  'chat',
  'group',
  'presence',
  'call',
  'channel',
  // Jobs.
  'bot',
  'outbound',
])
export type ParkedThing = z.infer<typeof ParkedThing>

export interface ParkedWhy {
  code: ParkedCode
  about?: ParkedThing | undefined
}

/** Whom something in a chat is about, for a link to that chat. */
export const ChatName = z.object({
  chatId: z.string(),
  customer: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
  isGroup: z.optional(z.boolean()),
})
export type ChatName = z.infer<typeof ChatName>

/** Who decided that nothing is to be done about it. */
export const Dismissal = z.object({ at: z.string(), userId: z.string(), userName: z.string() })
export type Dismissal = z.infer<typeof Dismissal>

/** What could not be taken in or done: a delivery, or a job (`path` begins with `queue/`). It is kept whole. */
export const Parked = z.object({
  id: z.string(),
  /** In technical words. */
  reason: z.string(),
  /** The reason as a `ParkedCode`, and the `ParkedThing` it is about; what was parked long ago has none. */
  why: z.optional(z.object({ code: z.string(), about: z.optional(z.string()) })),
  receivedAt: z.string(),
  path: z.string(),
  body: z.string(),
  /** It waits no more, and is kept until it expires. */
  dismissed: z.optional(Dismissal),
  /** The chat a job is about. */
  chat: z.optional(ChatName),
})
export type Parked = z.infer<typeof Parked>
