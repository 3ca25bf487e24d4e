import type { Chat } from '../../../shared/chat.ts'
import type { InboxEvent } from '../../../shared/events.ts'
import type { Message } from '../../../shared/message.ts'
import type { Sight } from '../../../shared/settings.ts'

export type ById<Entity> = Record<string, Entity>

/** What we have asked the server to send and not heard back about; `problem` says why it did not work. */
export interface Draft {
  id: string
  chatId: string
  text: string
  writtenAt: string
  seenSeq: number
  quotedId?: string
  /** The failed message that is dropped in its favour. */
  replaces?: string
  problem?: string
}

/** All messages from the `order` of `reach` on are known; undefined: none yet; '': all there are. `cursor` leads to older ones. */
export interface Thread {
  messages: ById<Message>
  reach?: string
  cursor: string | null
}

export interface Inbox {
  /** What the server has told us. Only `apply` and `applyPage` write these three. */
  chats: ById<Chat>
  threads: ById<Thread>
  /** Chats out of sight, and since which `rev`: older news does not bring them back. */
  gone: ById<number>
  outbox: ById<Draft>
  /** Whether the chats that nobody has are for us. */
  sight: Sight
}

export const emptyInbox: Inbox = {
  chats: {},
  threads: {},
  gone: {},
  outbox: {},
  sight: { unassigned: true, rev: -1 },
}
export const emptyThread: Thread = { messages: {}, cursor: null }

/** The one place where news becomes state. Pure; late, doubled and reordered news end in the same state. */
export function apply(inbox: Inbox, event: InboxEvent): Inbox {
  switch (event.type) {
    case 'chat.changed':
      return withChat(inbox, event.chat)
    case 'message.changed':
      return withMessage(withChat(inbox, event.chat), event.message)
    case 'chat.hidden':
      return without(inbox, event.chatId, event.rev)
    case 'settings.changed':
      return withSight(inbox, event.sight)
    case 'typing':
    case 'presence':
    case 'channel.changed':
    case 'pong':
      return inbox
    default:
      return event satisfies never
  }
}

/** Older news is no news: the record keeps its identity and nothing re-renders. */
export function keepNewest<Entity extends { id: string; rev: number }>(
  known: ById<Entity>,
  entity: Entity,
): ById<Entity> {
  const current = known[entity.id]
  return current && current.rev >= entity.rev ? known : { ...known, [entity.id]: entity }
}

/** What is not for us any more goes; what may be for us again is no longer kept away by older news. */
function withSight(inbox: Inbox, sight: Sight): Inbox {
  if (sight.rev <= inbox.sight.rev) return inbox
  const next = { ...inbox, sight }
  if (sight.unassigned === inbox.sight.unassigned) return next
  if (sight.unassigned) return { ...next, gone: {} }
  return Object.values(inbox.chats)
    .filter(({ assigneeId }) => assigneeId === null)
    .reduce((rest, { id, rev }) => without(rest, id, rev), next)
}

function withChat(inbox: Inbox, chat: Chat): Inbox {
  // Whoever sent it had not heard yet what we may see.
  if (chat.assigneeId === null && !inbox.sight.unassigned) return without(inbox, chat.id, chat.rev)
  const goneAt = inbox.gone[chat.id]
  if (goneAt !== undefined && chat.rev <= goneAt) return inbox
  const chats = keepNewest(inbox.chats, chat)
  if (chats === inbox.chats) return inbox
  const known = inbox.chats[chat.id]
  // Taken apart, or two that became one: what is its own and what is not is fetched anew.
  const threads =
    known && partsIn(chat) !== partsIn(known) ? dropped(inbox.threads, chat.id) : inbox.threads
  if (goneAt === undefined) return { ...inbox, chats, threads }
  const { [chat.id]: _, ...gone } = inbox.gone
  return { ...inbox, chats, threads, gone }
}

const partsIn = ({ merged }: Chat) => merged?.length ?? 0

/** The reply can come over the socket before it comes as an answer: either takes the draft out of the outbox. */
export function withMessage(inbox: Inbox, message: Message): Inbox {
  const { id, chatId } = message
  if (inbox.gone[chatId] !== undefined) return inbox
  const thread = inbox.threads[chatId] ?? emptyThread
  const messages = keepNewest(thread.messages, message)
  const threads =
    messages === thread.messages
      ? inbox.threads
      : { ...inbox.threads, [chatId]: { ...thread, messages } }
  const outbox = dropped(inbox.outbox, id)
  return threads === inbox.threads && outbox === inbox.outbox
    ? inbox
    : { ...inbox, threads, outbox }
}

function without(inbox: Inbox, chatId: string, rev: number): Inbox {
  if ((inbox.gone[chatId] ?? -1) >= rev || (inbox.chats[chatId]?.rev ?? 0) > rev) return inbox
  return {
    ...inbox,
    chats: dropped(inbox.chats, chatId),
    threads: dropped(inbox.threads, chatId),
    gone: { ...inbox.gone, [chatId]: rev },
  }
}

function dropped<Entity>(known: ById<Entity>, id: string): ById<Entity> {
  if (!(id in known)) return known
  const { [id]: _, ...rest } = known
  return rest
}
