import * as z from 'zod/mini'
import { Content } from './content.ts'
import { Mention } from './mention.ts'

/** Who wrote it. `phone` is our own side, but outside of Balas: the shop's phone or another program. */
export const Sender = z.enum(['customer', 'bot', 'agent', 'phone'])
export type Sender = z.infer<typeof Sender>

/**
 * `received` is the customer's, and a note's, which goes nowhere; the others are the life of one of ours. `unknown`: the provider may or
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

/** What can be changed of a message that is out. */
export const AmendmentKind = z.enum(['reaction', 'edit', 'deletion'])
export type AmendmentKind = z.infer<typeof AmendmentKind>

/** A change somebody of the team asked for and WhatsApp has not confirmed yet. */
export const PendingAmendment = z.object({
  kind: AmendmentKind,
  /** The new text, or the emoji; empty takes a reaction back. */
  value: z.string(),
  userId: z.string(),
  userName: z.string(),
  askedAt: z.string(),
  /** Why WhatsApp refused; until then it is on its way. */
  error: z.optional(z.object({ code: z.string(), message: z.string() })),
})
export type PendingAmendment = z.infer<typeof PendingAmendment>

export const Reaction = z.object({
  emoji: z.string(),
  sender: Sender,
  senderName: z.optional(z.string()),
})
export type Reaction = z.infer<typeof Reaction>

export const Message = z.object({
  id: z.string(),
  chatId: z.string(),
  /** Rises by one per message of a chat, in the order of arrival. */
  seq: z.int(),
  sender: Sender,
  userId: z.optional(z.string()),
  senderName: z.optional(z.string()),
  /** In a group: the number of who wrote it, if WhatsApp tells. */
  senderPhone: z.optional(z.string()),
  /** In a group: who wrote it, by the id among its participants. */
  senderId: z.optional(z.string()),
  /** `text`, or what WhatsApp calls it: image, voice, location … `note`: the team's own, never sent. */
  kind: z.string(),
  /** What it says; the caption for kinds that have one. */
  text: z.string(),
  content: z.optional(Content),
  status: MessageStatus,
  error: z.optional(z.object({ code: z.string(), message: z.string() })),
  /** Of one of ours: when we heard that it came so far. Some are never told. */
  times: z.optional(
    z.object({
      sent: z.optional(z.string()),
      delivered: z.optional(z.string()),
      read: z.optional(z.string()),
    }),
  ),
  quoted: z.optional(
    z.object({
      id: z.string(),
      text: z.optional(z.string()),
      kind: z.optional(z.string()),
      senderName: z.optional(z.string()),
      /** In a group: who wrote that. */
      senderId: z.optional(z.string()),
    }),
  ),
  /** Whom the text calls by digits; people are shown names. */
  mentions: z.optional(z.array(Mention)),
  /** One for each person who reacted. */
  reactions: z.optional(z.array(Reaction)),
  /** When its text was last changed; what it said before is kept. */
  editedAt: z.optional(z.string()),
  /** When it was deleted for everyone; `text` and `content` are empty then, and kept for admins. */
  deletedAt: z.optional(z.string()),
  /** It did not go out, or nobody knows, and somebody decided to leave it so: it is never sent. */
  droppedAt: z.optional(z.string()),
  pending: z.optional(z.array(PendingAmendment)),
  /** Never delivered to us, and found in WhatsApp's history later. */
  recovered: z.optional(z.boolean()),
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

/**
 * Why one of ours did not go out, or may not have: the `error.code` of what we tried to send or to change.
 * A message that WhatsApp took and could not deliver has the provider's own code instead.
 */
export const SendProblem = z.enum([
  // Certainly not sent, and never will be like this.
  'not_on_whatsapp',
  'forbidden',
  'too_large',
  'rejected',
  // The message to be changed is not there any more.
  'gone',
  // Certainly not sent, and worth another try.
  'rate_limited',
  'unreachable',
  // Nobody can tell.
  'timeout',
  'provider_error',
  'unnamed',
  'interrupted',
  // Held back by us: a person took over before the bot's words had left.
  'taken_over',
])
export type SendProblem = z.infer<typeof SendProblem>

/**
 * One of ours that did not go out, or of which nobody knows, and that nobody has dealt with yet. What a person's
 * own deed held back needs nobody.
 */
export const isUnsent = (
  message: Pick<Message, 'sender' | 'status' | 'error' | 'droppedAt' | 'deletedAt'>,
): boolean => {
  const { sender, status, error, droppedAt, deletedAt } = message
  const ours = sender === 'bot' || sender === 'agent'
  const open = (status === 'failed' || status === 'unknown') && error?.code !== 'taken_over'
  return ours && open && !droppedAt && !deletedAt
}

/** What the team writes for itself: it stands in the thread, and is never sent. */
export const isNote = ({ kind }: Pick<Message, 'kind'>): boolean => kind === 'note'

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
  /** A message of this chat that failed, and is dropped as soon as this one is queued. */
  replaces: z.optional(z.string()),
})
export type Draft = z.infer<typeof Draft>
