import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { Chat, type ChatMode, LastMessage, Unsent } from '../../../shared/chat.ts'
import { withNames } from '../../../shared/mention.ts'
import { Message, type MessageStatus, Reaction } from '../../../shared/message.ts'
import { timesOf } from '../message/times.ts'
import { Tally, tallied } from '../numbers/tally.ts'
import { unsentOf } from './unsent.ts'

/** A chat that is shown with another one. Until `upTo` its messages counted for themselves: they stand behind `offset`. */
export const Merged = z.object({
  chatId: z.string(),
  mergedAt: z.string(),
  offset: z.int(),
  upTo: z.int(),
})

/**
 * A chat as the table holds it. Its last message's status stands with the message alone and is joined on
 * the way out, so a tick costs one write; `rev` counts the writes of this item.
 */
export const ChatState = z.extend(z.omit(Chat, { unread: true, unsent: true }), {
  channelId: z.string(),
  providerChatId: z.string(),
  /** The id that wrote last, where it is not `providerChatId`: an answer goes to it. */
  replyTo: z.optional(z.string()),
  /** `storedIn`: the chat it is stored with, where that is a merged one. */
  lastMessage: z.nullable(
    z.extend(LastMessage, { key: z.string(), storedIn: z.optional(z.string()) }),
  ),
  /** Somebody of the team chose the name; what WhatsApp says does not replace it. */
  namedByUs: z.optional(z.boolean()),
  merged: z.optional(z.array(Merged)),
  /** This chat is shown as part of that one; its messages stay where they are. */
  mergedInto: z.optional(z.string()),
  /** An admin took it apart from another; it is not merged again by itself. */
  keptApart: z.optional(z.boolean()),
  /** Ours that somebody has to look at, by the chat they are stored with; moved with the message itself. */
  unsentIn: z.optional(z.record(z.string(), Unsent)),
  /** Of a closed chat: since when its customer waited as it was closed. */
  waitedSince: z.optional(z.string()),
  /** The customer's message the bot still owes an answer. */
  botDue: z.optional(z.string()),
  /** How often the bot answered here: on that day (UTC), and when in the last ten minutes. */
  botSaid: z.optional(z.object({ day: z.string(), today: z.int(), lately: z.array(z.int()) })),
  /** For which time of being closed the customer has been told. */
  awayFor: z.optional(z.string()),
  /** How often a person took over or decided something here: what the bot wrote before must not go out after. */
  takeovers: z.int(),
  /** What was written here lately. */
  tally: z.optional(Tally),
  /** A person has answered since it began, or since its customer came back to it. */
  answered: z.optional(z.boolean()),
  /** Key and time of what was queued last, so that what is queued next leaves after it. */
  lastQueued: z.optional(z.object({ key: z.string(), at: z.string() })),
})
export type ChatState = z.infer<typeof ChatState>

/** A message as the table holds it, with what only we need to know of it. `chatId` is the chat it is stored with. */
export const MessageState = z.extend(z.omit(Message, { times: true }), {
  /** Its sort key. */
  key: z.string(),
  providerId: z.optional(z.string()),
  /** When it last changed. */
  changedAt: z.string(),
  /** For a message of the bot: the chat's `takeovers` when it was written. */
  takeovers: z.optional(z.int()),
  leaseUntil: z.optional(z.string()),
  quotedProviderId: z.optional(z.string()),
  after: z.optional(z.string()),
  /** What it said before, oldest first. */
  versions: z.optional(z.array(z.object({ text: z.string(), until: z.string() }))),
  /** The newest reaction of each person; an empty emoji is one that was taken back. */
  reactionsBy: z.optional(
    z.record(
      z.string(),
      z.extend(Reaction, { at: z.string(), replaced: z.optional(z.array(z.string())) }),
    ),
  ),
  /** When `content` last changed. */
  contentAt: z.optional(z.string()),
  // Apart, so that each is set in the one write that brings it, whatever is there already.
  sentTime: z.optional(z.string()),
  deliveredTime: z.optional(z.string()),
  readTime: z.optional(z.string()),
})
export type MessageState = z.infer<typeof MessageState>

/** Opaque, stable, and the same for every delivery that ever names this conversation. */
export const chatIdOf = (channelId: string, providerChatId: string) =>
  createHash('sha256').update(`${channelId}\n${providerChatId}`).digest('hex').slice(0, 32)

/** Sorts behind every message of its chat, so one descending query reads the chat and its newest page. */
export const chatKey = (chatId: string) => ({ pk: `chat#${chatId}`, sk: 'state' })

export const messageKey = (chatId: string, key: string) => ({ pk: `chat#${chatId}`, sk: key })

/** Where a message stands: its time, then its place in its delivery, then its id. */
export const orderOf = (time: string, index: number, id: string) =>
  `${time}#${String(index).padStart(4, '0')}#${id}`

export const keyOf = (order: string) => `message#${order}`
export const timeOf = (key: string) => key.split('#')[1] ?? ''

/** Where a message of ours is found by its own id, or any message by its provider's. */
export const refKey = (id: string) => ({ pk: `ref#${id}`, sk: 'ref' })
export const providerRef = (channelId: string, providerId: string) => `${channelId}#${providerId}`

/** Rises with every status a reader can tell apart; below ten, see `viewOf`. */
const rankInRev: Record<MessageStatus, number> = {
  received: 0,
  queued: 0,
  sending: 0,
  unknown: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  read: 5,
  played: 6,
}

/** What of a message the chat's view shows. */
export type Tick = Pick<MessageState, 'id' | 'status' | 'changedAt'>

/** The chat as others see it. A new tick of its last message raises its `rev` too, without a write. */
export function viewOf(state: ChatState, tick?: Tick): Chat {
  const last = state.lastMessage
  const known = last && tick?.id === last.id ? tick : undefined
  const status = known?.status ?? last?.status ?? 'received'
  return Chat.parse({
    ...state,
    unread: state.lastSeq - state.readSeq,
    unsent: unsentOf(state),
    lastMessage: last && { ...last, status },
    rev: state.rev * 10 + rankInRev[status],
    updatedAt: known && known.changedAt > state.updatedAt ? known.changedAt : state.updatedAt,
  })
}

type Conversation = Pick<ChatState, 'id' | 'merged'>

/** Unique and rising within a conversation, also where two chats were merged. */
export function seqIn({ merged }: Conversation, { chatId, seq }: MessageState): number {
  const part = merged?.find((other) => other.chatId === chatId)
  return part && seq <= part.upTo ? seq + part.offset : seq
}

/** The message as others see it, in the conversation it is shown in. A deleted one says nothing any more. */
export function messageView(state: MessageState, chat: Conversation): Message {
  const shown = { ...state, chatId: chat.id, seq: seqIn(chat, state), times: timesOf(state) }
  if (state.deletedAt)
    return Message.parse({ ...shown, text: '', content: undefined, quoted: undefined })
  const reactions = Object.values(state.reactionsBy ?? {}).filter(({ emoji }) => emoji)
  return Message.parse({ ...shown, reactions: reactions.length ? reactions : undefined })
}

/** The chats a conversation's messages are stored with. */
export const partsOf = ({ id, merged = [] }: Conversation): string[] => [
  id,
  ...merged.map(({ chatId }) => chatId),
]

/** More would make each message of the chat dearer, and nobody reads that far. */
export const keptTopics = 10

/** A preview never needs more; it keeps the chat's item small. */
const previewOf = (text: string) => Array.from(text).slice(0, 100).join('')

/** What a list shows of a message. */
export function lastMessageOf(
  message: MessageState,
  chat: Pick<ChatState, 'id' | 'isGroup'>,
): ChatState['lastMessage'] {
  const { id, kind, text, sender, senderName, status, sentAt, key, deletedAt, droppedAt } = message
  const { mentions } = message
  return {
    id,
    kind: deletedAt ? 'deleted' : kind,
    text: deletedAt ? '' : previewOf(withNames(text, mentions)),
    sender,
    senderName: chat.isGroup ? senderName : undefined,
    status,
    sentAt,
    dropped: droppedAt ? true : undefined,
    key,
    storedIn: message.chatId === chat.id ? undefined : message.chatId,
  }
}

/** The chat after this message: `seq` rises by one; only the newest in time becomes its last message. */
export function withMessage(chat: ChatState, message: MessageState, now: string): ChatState {
  const newest = !chat.lastMessage || chat.lastMessage.key < message.key
  return {
    ...chat,
    lastSeq: message.seq,
    lastMessage: newest ? lastMessageOf(message, chat) : chat.lastMessage,
    tally: tallied(chat.tally, message, now),
    updatedAt: now,
  }
}

/** A person acted: what the bot still owed, had queued or could not do is void. */
export function takenOver(chat: ChatState, mode: ChatMode): ChatState {
  return { ...chat, mode, takeovers: chat.takeovers + 1, botDue: undefined, botProblem: undefined }
}
