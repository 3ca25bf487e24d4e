import * as z from 'zod/mini'
import { ChannelHealth } from '../channel.ts'
import { Channel, Chat, ChatMode, Found, Participant } from '../chat.ts'
import { Message } from '../message.ts'
import { NoteDraft } from '../note.ts'
import { route } from '../route.ts'
import { Sight } from '../sight.ts'
import { cursor, flag, limit, nothing, pageOf } from './parts.ts'

/**
 * The sidebar's numbers: of chats, not of messages, and of those the caller may see. Closed chats count
 * only under `modes`.
 */
export const Counts = z.object({
  all: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  unread: z.int(),
  /** With messages of ours that did not go out, or of which nobody knows; closed chats too. */
  unsent: z._default(z.int(), 0),
  modes: z.record(ChatMode, z.int()),
  channels: z.record(Channel, z.int()),
  channel: ChannelHealth,
})
export type Counts = z.infer<typeof Counts>

/** What the team may say of a customer. */
const CustomerFields = z.partial(
  z.object({
    name: z.string().check(z.maxLength(100)),
    email: z
      .string()
      .check(z.trim(), z.maxLength(200), z.regex(/^$|^\S+@\S+$/, 'That is no email')),
    address: z.string().check(z.maxLength(500)),
    notes: z.string().check(z.maxLength(1000)),
  }),
)

/** The inbox. Answered by the `api` function. */
export const chatsContract = {
  /**
   * Newest first, closed ones too unless `mode` says otherwise. `unsent`: with messages of ours that
   * somebody has to look at. With `since`: all that changed after it, and which chats went out of sight.
   * `sight` tells by which rule they were chosen: of what came into sight by another rule, `since` knows
   * nothing. A call reads only so far: a page may hold less than it could, or nothing, and its cursor leads on.
   */
  listChats: route(
    'GET /api/chats',
    z.object({
      view: z._default(z.enum(['all', 'mine', 'unassigned', 'unsent']), 'all'),
      mode: z.optional(ChatMode),
      channel: z.optional(Channel),
      /** Whose: a user's id, or `none`. */
      assignee: z.optional(z.string().check(z.maxLength(100))),
      /** With something nobody has read. */
      unread: z.optional(flag),
      /** Whose customer waits for a person; those who began to wait last come first. */
      unanswered: z.optional(flag),
      /** `waiting`: of those whose customer waits for a person, the longest wait first. */
      sort: z.optional(z.enum(['newest', 'waiting'])),
      /** Found by name, number and last message; from three letters on also by what was said lately, as far as time allows. */
      q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      since: z.optional(z.iso.datetime()),
      cursor,
      limit,
    }),
    z.extend(pageOf(Chat), {
      hidden: z.optional(z.array(z.object({ chatId: z.string(), rev: z.int() }))),
      /** On the first page of a search: where in the threads the words were said, newest first in each. */
      found: z.optional(z.array(Found)),
      sight: z.optional(Sight),
    }),
  ),
  getChat: route(
    'GET /api/chats/{chatId}',
    z.object({ chatId: z.string() }),
    z.object({ chat: Chat, messages: z.array(Message), cursor: z.nullable(z.string()) }),
  ),
  changeChat: route(
    'PATCH /api/chats/{chatId}',
    z.object({
      chatId: z.string(),
      mode: z.optional(ChatMode),
      assigneeId: z.optional(z.nullable(z.string())),
      /** Whom the caller believes to have it; a wrong belief is a 409 and changes nothing. */
      expectedAssigneeId: z.optional(z.nullable(z.string())),
      /** An empty email, address or note is none. */
      customer: z.optional(CustomerFields),
      /** What the caller believes is there; where somebody has changed it meanwhile: 409 `customer_changed`. */
      expectedCustomer: z.optional(CustomerFields),
      /** What the chat was about: with the mode `closed`, or alone when it has been closed. */
      topic: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      /** A word for whoever has it next: written with the change, or not at all. */
      note: z.optional(NoteDraft),
    }),
    z.object({ chat: Chat }),
  ),
  markRead: route(
    'PUT /api/chats/{chatId}/read',
    z.object({ chatId: z.string(), seq: z.int().check(z.minimum(0)) }),
    z.object({ chat: Chat }),
  ),
  /** To be looked at again: as if nobody had read the newest message. What has unread ones stays as it is. */
  markUnread: route(
    'PUT /api/chats/{chatId}/unread',
    z.object({ chatId: z.string() }),
    z.object({ chat: Chat }),
  ),
  /** How many chats somebody has that are not closed. */
  chatsOfUser: route(
    'GET /api/users/{userId}/chats',
    z.object({ userId: z.string() }),
    z.object({ count: z.int() }),
    { who: 'admin' },
  ),
  /** Nobody has them any more; those that are left are for the next call. */
  releaseChatsOfUser: route(
    'POST /api/users/{userId}/release',
    z.object({ userId: z.string() }),
    z.object({ released: z.int(), left: z.int() }),
    { who: 'admin' },
  ),
  counts: route('GET /api/counts', nothing, Counts),
  listParticipants: route(
    'GET /api/chats/{chatId}/participants',
    z.object({ chatId: z.string() }),
    z.object({ items: z.array(Participant) }),
  ),
  /** Takes two chats apart that were merged as one person's. */
  splitChat: route(
    'POST /api/chats/{chatId}/split',
    z.object({ chatId: z.string(), mergedId: z.string() }),
    z.object({ chat: Chat }),
    { who: 'admin' },
  ),
  /**
   * Shows a chat as part of another one: the same customer, who wrote under two ids. 409 `already_merged`,
   * `other_channel` or `not_a_customer` where that cannot be.
   */
  joinChat: route(
    'POST /api/chats/{chatId}/join',
    z.object({ chatId: z.string(), withId: z.string() }),
    z.object({ chat: Chat }),
  ),
}
