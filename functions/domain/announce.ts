import { ChannelHealth } from '../../shared/channel.ts'
import { type Chat, maySee } from '../../shared/chat.ts'
import type { InboxEvent } from '../../shared/events.ts'
import { cause } from '../lib/invocation.ts'
import { log } from '../lib/log.ts'
import { post } from '../lib/sockets.ts'
import { type ChatState, type MessageState, messageView, viewOf } from './chat/chat-state.ts'
import { findChat } from './chat/store.ts'
import { markOf } from './chat/unsent.ts'
import * as Thread from './message/thread.ts'
import * as Connection from './team/connection.ts'
import type { Settings } from './team/settings.ts'

/** Who may hear of a chat: the same rule as for reading it. */
export async function audienceOf<Listener extends Connection.Listener>(
  chat: Pick<ChatState, 'assigneeId'>,
  listeners: Promise<Listener[]>,
) {
  return (await listeners).filter(({ userId, role, seesUnassigned }) =>
    maySee({ id: userId, role }, chat, seesUnassigned),
  )
}

export async function push(connections: Connection.Connection[], event: InboxEvent) {
  const results = await Promise.all(
    connections.map(async ({ id }) => {
      const result = await post(id, { ...event, cause: cause() })
      if (result === 'gone') await Connection.remove(id)
      return result
    }),
  )
  const failed = results.filter((result) => result === 'failed').length
  if (failed > 0) log('push failed', { type: event.type, failed, of: results.length })
}

/** Announcing never fails its caller: the write is done, and whoever missed the news will ask. */
export async function quietly(news: () => Promise<void>) {
  try {
    await news()
  } catch (error) {
    log('announce failed', { error: error instanceof Error ? error.name : 'unknown' })
  }
}

/**
 * Tells everyone who may see the chat that a message is new or has changed, and those who no longer may
 * that the chat went.
 */
export const messageChanged = (
  known: ChatState,
  message: MessageState,
  listeners = Connection.list(),
  before?: Pick<ChatState, 'assigneeId'>,
) =>
  quietly(async () => {
    // Both at once: whoever waits for one must hear of it, too, when the other fails.
    const [chat] = await Promise.all([marked(known, message), listeners])
    const [tick, audience] = await Promise.all([
      Thread.tickOf(chat, message),
      audienceOf(chat, listeners),
    ])
    const view = viewOf(chat, tick)
    const event = { chat: view, message: messageView(message, chat) }
    await push(audience, { type: 'message.changed', ...event })
    if (before) await tellLost(view, before, audience, listeners)
  })

/** What fails, or is settled, was written with its chat: that one is newer than what its teller had read. */
const marked = async (chat: ChatState, message: MessageState): Promise<ChatState> =>
  markOf(message) || chat.unsentIn
    ? ((await findChat(chat.id, { consistent: true })) ?? chat)
    : chat

/** Tells everyone who may see the chat, and those who no longer may, that it changed. */
export const chatChanged = (
  chat: ChatState,
  before?: Pick<ChatState, 'assigneeId'>,
  listeners = Connection.list(),
) =>
  quietly(async () => {
    const [tick, audience] = await Promise.all([Thread.tickOf(chat), audienceOf(chat, listeners)])
    const view = viewOf(chat, tick)
    await push(audience, { type: 'chat.changed', chat: view })
    if (before) await tellLost(view, before, audience, listeners)
  })

/** Whoever saw the chat before and may not any more hears that it went. */
async function tellLost(
  { id: chatId, rev, assigneeId }: Chat,
  before: Pick<ChatState, 'assigneeId'>,
  audience: Connection.Listener[],
  listeners: Promise<Connection.Listener[]>,
) {
  if (before.assigneeId === assigneeId) return
  const inSight = new Set(audience.map(({ id }) => id))
  const lost = (await audienceOf(before, listeners)).filter(({ id }) => !inSight.has(id))
  await push(lost, { type: 'chat.hidden', chatId, rev })
}

/** A chat is shown with another one from now on. `before`: the one that stays, as it was. */
export const chatMerged = async (
  chat: ChatState,
  swallowed: ChatState,
  before: Pick<ChatState, 'assigneeId'> | undefined,
) => {
  await chatChanged(chat, before)
  await quietly(async () => {
    const event = { type: 'chat.hidden', chatId: swallowed.id, rev: viewOf(swallowed).rev } as const
    await push(await audienceOf(swallowed, Connection.list()), event)
  })
}

/** A customer was erased; whoever is told twice, or never saw the chat, finds nothing to do. */
export const chatErased = ({ id: chatId, rev }: { id: string; rev: number }) =>
  quietly(async () => push(await Connection.list(), { type: 'chat.hidden', chatId, rev }))

/** The shop decided anew what agents see. Admins see everything whatever is decided. */
export const sightChanged = ({ agentsSeeUnassigned, sightRev }: Settings) =>
  quietly(async () => {
    const listeners = await Connection.list({ consistent: true })
    const agents = listeners.filter(({ role }) => role !== 'admin')
    const sight = { unassigned: agentsSeeUnassigned, rev: sightRev }
    await push(agents, { type: 'settings.changed', sight })
  })

/** Whoever is no longer let in leaves the screen now, and not at the next click. */
export const signedOut = (theirs: Connection.Connection[]) =>
  quietly(() => push(theirs, { type: 'signed.out' }))

/** A customer is there, or gone: passing news for everyone who may see the chat. */
export const presence = (chat: ChatState, online: boolean, lastSeen?: string) =>
  quietly(async () => {
    const audience = await audienceOf(chat, Connection.list())
    await push(audience, { type: 'presence', chatId: chat.id, online, lastSeen })
  })

/** A customer types. */
export const customerTyping = (chat: ChatState) =>
  quietly(async () => {
    const audience = await audienceOf(chat, Connection.list())
    await push(audience, { type: 'typing', chatId: chat.id, who: chat.customer.name })
  })

/** Somebody types: passing news for everyone else in the chat. */
export const typing = (chat: ChatState, { userId, name }: Connection.Connection) =>
  quietly(async () => {
    const audience = await audienceOf(chat, Connection.list())
    await push(
      audience.filter((listener) => listener.userId !== userId),
      { type: 'typing', chatId: chat.id, who: name },
    )
  })

/** WhatsApp was lost or is back, which concerns everybody. */
export const channelChanged = (channel: ChannelHealth) =>
  quietly(async () =>
    push(await Connection.list(), {
      type: 'channel.changed',
      channel: ChannelHealth.parse(channel),
    }),
  )

/** A test delivery came through; whoever sent it listens, too. */
export const testArrived = (id: string) =>
  quietly(async () => push(await Connection.list(), { type: 'tested', id }))
