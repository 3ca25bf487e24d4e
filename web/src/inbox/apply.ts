import type { Chat } from '../../../shared/chat.ts'
import type { InboxEvent } from '../../../shared/events.ts'
import type { Message } from '../../../shared/message.ts'
import type { Sight } from '../../../shared/sight.ts'
import { madeFrom } from './in-order.ts'

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
  /** For the team alone. */
  note?: boolean
  problem?: string
  /** Only the way there failed: it goes out by itself, after what was written before it. */
  waits?: true
}

/** All messages from the `order` of `reach` on are known; undefined: none yet; '': all there are. `cursor` leads to older ones. */
export interface Thread {
  messages: ById<Message>
  reach?: string
  cursor: string | null
  /** Older messages that somebody went to, while what lies between them and `reach` is not known. */
  stretch?: Stretch
}

/** All messages from one `order` to another. `before` and `after` lead further, up and down. */
export interface Stretch {
  from: string
  to: string
  before: string | null
  after: string | null
}

export interface Inbox {
  /** What the server has told us. Only `apply` and `apply-page` write these three. */
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
    case 'message.changed':
      return withChanges(inbox, [event])
    case 'chat.hidden':
      return without(inbox, event.chatId, event.rev)
    case 'settings.changed':
      return withSight(inbox, event.sight)
    case 'typing':
    case 'presence':
    case 'viewing':
    case 'channel.changed':
    case 'signed.out':
    case 'tested':
    case 'pong':
      return inbox
    default:
      return event satisfies never
  }
}

type Change = Extract<InboxEvent, { chat: Chat }>
const isChange = (event: InboxEvent): event is Change =>
  event.type === 'chat.changed' || event.type === 'message.changed'

/** News that came together, in their order; many changes cost hardly more than one. */
export function applyAll(inbox: Inbox, events: InboxEvent[]): Inbox {
  const runs: InboxEvent[][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run?.every(isChange) && isChange(event)) run.push(event)
    else runs.push([event])
  }
  return runs.reduce(
    (next, run) => (run.every(isChange) ? withChanges(next, run) : run.reduce(apply, next)),
    inbox,
  )
}

function withChanges(inbox: Inbox, changes: Change[]): Inbox {
  const newest = keepNewest<Chat>(
    {},
    changes.map(({ chat }) => chat),
  )
  const next = withChats(inbox, Object.values(newest))
  // Late news of a chat whose customer was erased is none of the chat that began anew.
  const isOfNow = ({ chat }: Change) => (next.chats[chat.id] ?? chat).createdAt === chat.createdAt
  const messages = changes.flatMap((change) =>
    'message' in change && isOfNow(change) ? [change.message] : [],
  )
  return withMessages(next, messages)
}

/** Older news is no news: the record keeps its identity and nothing re-renders. Copies once, however many come. */
export function keepNewest<Entity extends { id: string; rev: number }>(
  known: ById<Entity>,
  entities: Entity[],
): ById<Entity> {
  let next = known
  const changed: string[] = []
  for (const entity of entities) {
    const current = next[entity.id]
    if (current && current.rev >= entity.rev) continue
    if (next === known) next = { ...known }
    next[entity.id] = entity
    changed.push(entity.id)
  }
  if (next !== known) madeFrom(known, next, changed)
  return next
}

/** What is not for us any more goes; what may be for us again is no longer kept away by older news. */
function withSight(inbox: Inbox, sight: Sight): Inbox {
  if (sight.rev <= inbox.sight.rev) return inbox
  const next = { ...inbox, sight }
  // Also where we had not heard that it was otherwise: what was refused to us meanwhile may come back.
  if (sight.unassigned) return { ...next, gone: {} }
  if (!inbox.sight.unassigned) return next
  return Object.values(inbox.chats)
    .filter(({ assigneeId }) => assigneeId === null)
    .reduce((rest, { id, rev }) => without(rest, id, rev), next)
}

/** At most one state of each chat. */
function withChats(inbox: Inbox, chats: Chat[]): Inbox {
  // Whoever sent it had not heard yet what we may see.
  const isHidden = ({ assigneeId }: Chat) => assigneeId === null && !inbox.sight.unassigned
  const rest = chats.filter(isHidden).reduce((seen, { id, rev }) => without(seen, id, rev), inbox)
  const isNews = ({ id, rev }: Chat) => rev > (rest.gone[id] ?? -1)
  const known = rest.chats
  const next = keepNewest(
    known,
    chats.filter((chat) => !isHidden(chat) && isNews(chat)),
  )
  if (next === known) return rest
  const changed = chats.filter((chat) => next[chat.id] === chat)
  // Taken apart, or two that became one, or begun anew after its customer was erased: what is its own is fetched anew.
  const isOther = (chat: Chat) => {
    const before = known[chat.id]
    return before && (partsIn(before) !== partsIn(chat) || before.createdAt !== chat.createdAt)
  }
  return {
    ...rest,
    chats: next,
    threads: changed.filter(isOther).reduce((all, { id }) => dropped(all, id), rest.threads),
    gone: changed.reduce((all, { id }) => dropped(all, id), rest.gone),
  }
}

const partsIn = ({ merged }: Chat) => merged?.length ?? 0

/** The reply can come over the socket before it comes as an answer: either takes the draft out of the outbox. */
export const withMessage = (inbox: Inbox, message: Message): Inbox => withMessages(inbox, [message])

/** Of any chats; what belongs to a chat that is out of sight is left out. */
export function withMessages(inbox: Inbox, messages: Message[]): Inbox {
  const inSight = messages.filter(({ chatId }) => inbox.gone[chatId] === undefined)
  const threads = { ...inbox.threads }
  let isNew = false
  for (const [chatId, its] of Map.groupBy(inSight, (message) => message.chatId)) {
    const thread = threads[chatId] ?? emptyThread
    const known = keepNewest(thread.messages, its)
    if (known === thread.messages) continue
    threads[chatId] = { ...thread, messages: known }
    isNew = true
  }
  const outbox = inSight.reduce((rest, { id }) => dropped(rest, id), inbox.outbox)
  return isNew || outbox !== inbox.outbox
    ? { ...inbox, threads: isNew ? threads : inbox.threads, outbox }
    : inbox
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
