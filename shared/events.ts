import * as z from 'zod/mini'
import { ChannelHealth } from './channel.ts'
import { Chat } from './chat.ts'
import { Message } from './message.ts'
import { Sight } from './sight.ts'

/**
 * Everything the server ever pushes to a browser. An event carries whole entities with their `rev`,
 * never a diff, so receiving it twice, late or out of order is harmless. Unknown types are ignored. Beside
 * it a frame says its `cause`: the id that the logs have for the delivery or the call that began it all.
 */
export const InboxEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message.changed'), chat: Chat, message: Message }),
  z.object({ type: z.literal('chat.changed'), chat: Chat }),
  /** With this `rev` the chat went to somebody else; the receiver may no longer see it. */
  z.object({ type: z.literal('chat.hidden'), chatId: z.string(), rev: z.int() }),
  z.object({ type: z.literal('typing'), chatId: z.string(), who: z.string() }),
  /** Passing news of a customer; nothing of it is stored. */
  z.object({
    type: z.literal('presence'),
    chatId: z.string(),
    online: z.boolean(),
    lastSeen: z.optional(z.string()),
  }),
  /**
   * Who looks at a chat just now, the receiver too; told only to those who do. Whoever hears of others says
   * `viewing` again every so often, and is forgotten when that stops.
   */
  z.object({
    type: z.literal('viewing'),
    chatId: z.string(),
    userIds: z.array(z.string()),
    /** What they are called, by their ids. */
    names: z.record(z.string(), z.string()),
  }),
  /** WhatsApp was lost or is back. */
  z.object({ type: z.literal('channel.changed'), channel: ChannelHealth }),
  /** The shop decided anew what the receiver may see. */
  z.object({ type: z.literal('settings.changed'), sight: Sight }),
  /** The receiver is signed out: disabled, in another role, or with another password. */
  z.object({ type: z.literal('signed.out') }),
  /** A test delivery of our own tools came through. */
  z.object({ type: z.literal('tested'), id: z.string() }),
  z.object({ type: z.literal('pong'), at: z.string() }),
])
export type InboxEvent = z.infer<typeof InboxEvent>

/** Everything a browser may say over the socket. */
export const SocketAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('ping') }),
  z.object({ action: z.literal('typing'), chatId: z.string() }),
  z.object({ action: z.literal('viewing'), chatId: z.nullable(z.string()) }),
])
export type SocketAction = z.infer<typeof SocketAction>

/** The socket's subprotocol; the access token follows it as a second one, so it is in no URL. */
export const socketProtocol = 'balas.v1'
