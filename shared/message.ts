import * as z from 'zod/mini'

/** Who wrote it. `phone` is our own side, but outside of Balas: the shop's phone or another program. */
export const Sender = z.enum(['customer', 'bot', 'agent', 'phone'])
export type Sender = z.infer<typeof Sender>

/**
 * `received` is the customer's; the others are the life of one of ours. `unknown`: the provider may or
 * may not have taken it, and nobody but a person may send it again.
 */
export const MessageStatus = z.enum([
  'received',
  'queued',
  'sending',
  'unknown',
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
])
export type MessageStatus = z.infer<typeof MessageStatus>

/** A status only moves forward in this order, so a late receipt changes nothing. */
export const statusRank = (status: MessageStatus): number => MessageStatus.options.indexOf(status)

export const Message = z.object({
  id: z.string(),
  chatId: z.string(),
  /** Rises by one per message of a chat, in the order of arrival. */
  seq: z.int(),
  sender: Sender,
  userId: z.optional(z.string()),
  senderName: z.optional(z.string()),
  /** `text`, or what WhatsApp calls it: image, voice, location … */
  kind: z.string(),
  /** What it says; the caption for kinds that have one. */
  text: z.string(),
  status: MessageStatus,
  error: z.optional(z.object({ code: z.string(), message: z.string() })),
  quoted: z.optional(z.object({ id: z.string(), text: z.optional(z.string()) })),
  reactions: z.optional(
    z.array(z.object({ emoji: z.string(), sender: Sender, senderName: z.optional(z.string()) })),
  ),
  /** The provider's time for what came in (whole seconds), ours for what goes out. */
  sentAt: z.string(),
  /** Where it stands in its thread: compare as text. */
  order: z.string(),
  rev: z.int(),
})
export type Message = z.infer<typeof Message>

/** The order of a thread: provider's time, place in its delivery, id. Never arrival. */
export const byOrder = (a: Pick<Message, 'order'>, b: Pick<Message, 'order'>): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : 0

/** The longest text WhatsApp takes. */
export const textLimit = 4096

/** What a browser hands over; it names the message, so a retried send is the same send. */
export const Draft = z.object({
  id: z.ulid(),
  chatId: z.string(),
  text: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Write something first'),
      z.maxLength(textLimit, 'Too long for WhatsApp'),
    ),
  quotedId: z.optional(z.string()),
  /** The newest `seq` its writer had on screen. */
  seenSeq: z.optional(z.int()),
})
export type Draft = z.infer<typeof Draft>
