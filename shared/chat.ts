import * as z from 'zod/mini'
import { MessageStatus, Sender } from './message.ts'
import type { User } from './user.ts'

/** Who answers: the bot; people; nobody for now; nobody any more (a new message reopens it). */
export const ChatMode = z.enum(['bot', 'agent', 'paused', 'closed'])
export type ChatMode = z.infer<typeof ChatMode>

export const Channel = z.enum(['whatsapp', 'telegram', 'email'])
export type Channel = z.infer<typeof Channel>

export const Customer = z.object({
  name: z.string(),
  /** E.164 with its plus; null while WhatsApp hides the number, and for groups. */
  phone: z.nullable(z.string()),
  email: z.optional(z.string()),
  address: z.optional(z.string()),
  avatar: z.optional(z.string()),
  /** What the team wants to remember of this customer. */
  notes: z.optional(z.string()),
})
export type Customer = z.infer<typeof Customer>

/** A member of a group. */
export const Participant = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  phone: z.nullable(z.string()),
  isAdmin: z._default(z.boolean(), false),
  /** The shop itself. */
  isUs: z.optional(z.boolean()),
})
export type Participant = z.infer<typeof Participant>

/** What a list shows of the newest message. */
export const LastMessage = z.object({
  id: z.string(),
  /** As of the message; `deleted` once it was deleted for everyone. */
  kind: z.string(),
  text: z.string(),
  sender: Sender,
  status: MessageStatus,
  sentAt: z.string(),
  /** In a group: who wrote it. */
  senderName: z.optional(z.string()),
  /** It did not go out, and somebody decided to leave it so. */
  dropped: z.optional(z.boolean()),
})

/** How many of our messages failed, and of how many nobody knows, until somebody deals with them. */
export const Unsent = z.object({ failed: z.int(), unknown: z.int() })
export type Unsent = z.infer<typeof Unsent>

/** What a chat was about when it was closed, and who said so. */
export const Topic = z.object({ text: z.string(), closedAt: z.string(), by: z.string() })
export type Topic = z.infer<typeof Topic>

/** A conversation with one customer on one channel. */
export const Chat = z.object({
  id: z.string(),
  channel: Channel,
  customer: Customer,
  /** A group has participants, no phone, and no bot. */
  isGroup: z.optional(z.boolean()),
  labels: z.optional(z.array(z.object({ name: z.string(), color: z.optional(z.string()) }))),
  /** Chats of the same person under another id, shown as one with this; an admin can take them apart. */
  merged: z.optional(z.array(z.object({ chatId: z.string(), mergedAt: z.string() }))),
  /** What it was about before, oldest first. */
  topics: z.optional(z.array(Topic)),
  mode: ChatMode,
  /** The user who has it; null when nobody has. */
  assigneeId: z.nullable(z.string()),
  lastSeq: z.int(),
  readSeq: z.int(),
  /** Always lastSeq − readSeq, never negative. */
  unread: z.int().check(z.minimum(0)),
  lastMessage: z.nullable(LastMessage),
  /** Since when the customer waits for an answer; null when answered. */
  waitingSince: z.nullable(z.string()),
  /** Ours that somebody has to look at; left out when there are none. */
  unsent: z.optional(Unsent),
  /** Why the bot could not answer as it should have; gone with its next good answer. */
  botProblem: z.optional(z.string()),
  rev: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Chat = z.infer<typeof Chat>

/** Words that were searched for, and the message in which they were said. */
export const Found = z.object({
  chatId: z.string(),
  messageId: z.string(),
  text: z.string(),
  sentAt: z.string(),
})
export type Found = z.infer<typeof Found>

/** Its customer waits for a person: not for the bot, and it is not closed. */
export const isUnanswered = ({
  mode,
  waitingSince,
}: Pick<Chat, 'mode' | 'waitingSince'>): boolean =>
  waitingSince !== null && (mode === 'agent' || mode === 'paused')

/** Admins see every chat; agents their own, and those nobody has if the shop lets them. */
export const maySee = (
  { id, role }: Pick<User, 'id' | 'role'>,
  { assigneeId }: Pick<Chat, 'assigneeId'>,
  agentsSeeUnassigned = true,
): boolean => role === 'admin' || assigneeId === id || (assigneeId === null && agentsSeeUnassigned)
