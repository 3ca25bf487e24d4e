import * as z from 'zod/mini'
import { ChannelHealth } from './channel.ts'
import { Channel, Chat, ChatMode, Customer, Participant } from './chat.ts'
import { Health } from './health.ts'
import { AmendmentKind, Draft, Message, textLimit } from './message.ts'
import { Dismissal, Parked } from './parked.ts'
import { route } from './route.ts'
import { Settings, Sight } from './settings.ts'
import { Password, Role, User, Username } from './user.ts'

const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.nullable(z.string()) })

const limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50)
const cursor = z.optional(z.string())
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))
const nothing = z.object({})
const oneMessage = { chatId: z.string(), messageId: z.string() }

/** What a sign-in or a renewal answers; the refresh token travels in a cookie. */
export const Session = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  user: User,
})
export type Session = z.infer<typeof Session>

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

/** Signing in, staying in, signing out. Answered by the `session` function. */
export const sessionContract = {
  signIn: route(
    'POST /api/session',
    z.object({
      username: z.string().check(z.trim(), z.minLength(1), z.maxLength(128)),
      password: z.string().check(z.minLength(1), z.maxLength(256)),
      /** Needed once by whoever was given a temporary password. */
      newPassword: z.optional(Password),
    }),
    Session,
    { who: 'public' },
  ),
  renew: route('POST /api/session/refresh', nothing, Session, { who: 'public' }),
  signOut: route('DELETE /api/session', nothing, nothing, { who: 'public' }),
}

/** The team, for admins. Answered by the `team` function. */
export const teamContract = {
  listUsers: route('GET /api/users', nothing, pageOf(User), { who: 'admin' }),
  createUser: route(
    'POST /api/users',
    z.object({
      username: Username,
      password: Password,
      name,
      role: Role,
    }),
    User,
    { who: 'admin', status: 201 },
  ),
  changeUser: route(
    'PATCH /api/users/{userId}',
    z.object({
      userId: z.string(),
      name: z.optional(name),
      role: z.optional(Role),
      disabled: z.optional(z.boolean()),
      /** A new password, which the user must change at the next sign-in. */
      password: z.optional(Password),
    }),
    User,
    { who: 'admin' },
  ),
}

/** Everything else. Answered by the `api` function. */
export const inboxContract = {
  me: route('GET /api/me', nothing, User),
  /**
   * Newest first, closed ones too unless `mode` says otherwise. `unsent`: with messages of ours that
   * somebody has to look at. With `since`: all that changed after it, and which chats went out of sight.
   * `sight` tells by which rule they were chosen: of what came into sight by another rule, `since` knows
   * nothing.
   */
  listChats: route(
    'GET /api/chats',
    z.object({
      view: z._default(z.enum(['all', 'mine', 'unassigned', 'unsent']), 'all'),
      mode: z.optional(ChatMode),
      channel: z.optional(Channel),
      q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
      since: z.optional(z.iso.datetime()),
      cursor,
      limit,
    }),
    z.extend(pageOf(Chat), {
      hidden: z.optional(z.array(z.object({ chatId: z.string(), rev: z.int() }))),
      sight: z.optional(Sight),
    }),
  ),
  getChat: route(
    'GET /api/chats/{chatId}',
    z.object({ chatId: z.string() }),
    z.object({ chat: Chat, messages: z.array(Message), cursor: z.nullable(z.string()) }),
  ),
  /** Oldest first; `before` and `after` take a cursor, a message's id or a time. */
  listMessages: route(
    'GET /api/chats/{chatId}/messages',
    z.object({ chatId: z.string(), before: cursor, after: cursor, limit }),
    pageOf(Message),
  ),
  sendMessage: route('POST /api/chats/messages', Draft, Message, { status: 201 }),
  /** An emoji on a message, or none with an empty one. */
  react: route(
    'PUT /api/chats/{chatId}/messages/{messageId}/reaction',
    z.object({ ...oneMessage, emoji: z.string().check(z.maxLength(32)) }),
    Message,
  ),
  /** Changes the words of a message of our side, if WhatsApp still lets us. */
  editMessage: route(
    'PATCH /api/chats/{chatId}/messages/{messageId}',
    z.object({
      ...oneMessage,
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(textLimit)),
    }),
    Message,
  ),
  /** Deletes a message of our side for everyone. */
  deleteMessage: route(
    'DELETE /api/chats/{chatId}/messages/{messageId}',
    z.object(oneMessage),
    Message,
  ),
  /** A change that WhatsApp refused is let be; nobody is shown it any more. */
  dropChange: route(
    'DELETE /api/chats/{chatId}/messages/{messageId}/changes/{kind}',
    z.object({ ...oneMessage, kind: AmendmentKind }),
    Message,
  ),
  /** What an edited message said before, oldest first; of a deleted one, for admins only. */
  listVersions: route(
    'GET /api/chats/{chatId}/messages/{messageId}/versions',
    z.object(oneMessage),
    z.object({ items: z.array(z.object({ text: z.string(), until: z.string() })) }),
  ),
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
  changeChat: route(
    'PATCH /api/chats/{chatId}',
    z.object({
      chatId: z.string(),
      mode: z.optional(ChatMode),
      assigneeId: z.optional(z.nullable(z.string())),
      /** Whom the caller believes to have it; a wrong belief is a 409 and changes nothing. */
      expectedAssigneeId: z.optional(z.nullable(z.string())),
      /** An empty email or address is none. */
      customer: z.optional(z.partial(z.pick(Customer, { name: true, email: true, address: true }))),
    }),
    z.object({ chat: Chat }),
  ),
  markRead: route(
    'PUT /api/chats/{chatId}/read',
    z.object({ chatId: z.string(), seq: z.int().check(z.minimum(0)) }),
    z.object({ chat: Chat }),
  ),
  /**
   * A person decides about a message that failed, or of which nobody knows: it is sent once more, or
   * dropped. Only where nobody knows it may be called sent.
   */
  resolveMessage: route(
    'POST /api/messages/{messageId}/resolve',
    z.object({ messageId: z.string(), as: z.enum(['sent', 'resend', 'drop']) }),
    Message,
  ),
  counts: route('GET /api/counts', nothing, Counts),
  /**
   * Has the provider asked how the channel is, at once; when it is back, what waits goes out. The answer
   * is what was known before: `channel.changed` tells what came of it. `lately`: it was asked moments ago;
   * `used_up`: not today any more.
   */
  checkChannel: route(
    'POST /api/channel/check',
    nothing,
    z.object({ is: z.enum(['asked', 'lately', 'used_up']), channel: ChannelHealth }),
  ),
  listParked: route(
    'GET /api/parked',
    z.object({ cursor, limit, state: z._default(z.enum(['all', 'waiting', 'dismissed']), 'all') }),
    pageOf(Parked),
    { who: 'admin' },
  ),
  replayParked: route(
    'POST /api/parked/{id}/replay',
    z.object({ id: z.string() }),
    z.object({ stored: z.int(), parked: z.int() }),
    { who: 'admin' },
  ),
  /** Nothing is to be done about it; it is kept as it is, and waits no more. Again changes nothing. */
  dismissParked: route(
    'POST /api/parked/{id}/dismiss',
    z.object({ id: z.string() }),
    z.object({ dismissed: Dismissal }),
    { who: 'admin' },
  ),
  health: route('GET /api/health', nothing, Health, { who: 'admin' }),
  /** Puts the jobs that failed three times back on their queue. */
  replayQueue: route(
    'POST /api/queues/{queue}/replay',
    z.object({ queue: z.enum(['bot', 'outbound']) }),
    z.object({ replayed: z.int() }),
    { who: 'admin' },
  ),
  settings: route('GET /api/settings', nothing, Settings),
  changeSettings: route('PATCH /api/settings', z.partial(Settings), Settings, { who: 'admin' }),
}

/** The whole HTTP API. Infra creates these routes, the functions answer them, the web app calls them. */
export const contract = { ...sessionContract, ...teamContract, ...inboxContract }

/** Where the provider delivers; no authorizer, the function itself wants the secret. */
export const webhookAddresses = (['POST', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method) =>
  // The last one takes what has a slash at its end, and endings that nobody has told us of.
  ['', '/{type}', '/{type}/{event}', '/{proxy+}'].map(
    (rest) => `${method} /webhook/whapi${rest}` as const,
  ),
)
