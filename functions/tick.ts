import { senderFor } from './channels/channel.ts'
import { channelState } from './channels/whapi/client.ts'
import * as announce from './domain/announce.ts'
import { type ChatState, type MessageState, providerRef } from './domain/chat-state.ts'
import * as Health from './domain/health.ts'
import * as Inbox from './domain/inbox.ts'
import * as Message from './domain/message.ts'
import { sent, transition } from './domain/sending.ts'
import { log, logBug } from './lib/log.ts'
import { enqueueBot, enqueueSend } from './lib/queues.ts'

/** Whatever is younger is still on its ordinary way. */
const stuckAfterMs = 60_000

/** So long after it was queued, the provider's history is asked about an unknown message; then people are. */
const lookedUpForMs = 60 * 60_000

const atOnce = 50

/**
 * Every five minutes: what a crash left between the store and a queue is put back on its queue, what was
 * interrupted is called unknown, what is unknown is looked up. Each step stands alone.
 */
export async function handler(): Promise<void> {
  const before = new Date(Date.now() - stuckAfterMs).toISOString()
  const stuck = await Health.outbox(before, atOnce)
  const owed = await Inbox.owedByBot(before, atOnce)
  for (const place of stuck) await alone(() => free(place))
  for (const { id, botDue } of owed)
    if (botDue)
      await alone(() => enqueueBot({ chatId: id, messageId: botDue }, `${botDue}#${before}`))
  await alone(async () => Health.rememberChannel(await channelState()))
  log('tick', { stuck: stuck.length, owed: owed.length })
}

async function alone(step: () => Promise<unknown>) {
  try {
    await step()
  } catch (error) {
    logBug(error)
  }
}

async function free(place: Message.Place) {
  const found = await Health.inOutbox(place)
  if (!found) return
  const { chat, message } = found
  if (message.status === 'queued') {
    const { chatId, key, after } = message
    await enqueueSend({ chatId, key, after }, `${key}#${Date.now()}`)
  }
  if (message.status === 'sending') await interrupt(chat, message)
  if (message.status === 'unknown') await lookUp(chat, message)
}

async function interrupt(chat: ChatState, message: MessageState) {
  if ((message.leaseUntil ?? '') > new Date().toISOString()) return
  const unknown = await transition(message, 'unknown', ['sending'], {
    error: { code: 'interrupted', message: 'The send was interrupted' },
  })
  if (unknown) await announce.messageChanged(chat, unknown)
}

/** Found in the provider's history, it went out. Not found proves nothing, so then people decide. */
async function lookUp(chat: ChatState, message: MessageState) {
  const queuedAt = Date.parse(message.sentAt)
  if (Date.now() - queuedAt > lookedUpForMs) return
  const since = new Date(queuedAt - 60_000)
  const history = await senderFor(chat).sentTexts(chat.providerChatId, since)
  const match = await firstOf(history, async ({ providerId, text }) => {
    if (text?.trim() !== message.text.trim()) return false
    // The same words may have been sent before; that message is accounted for.
    return !(await Message.place(providerRef(chat.channelId, providerId)))?.chatId
  })
  if (!match) return
  const found = await sent(message, chat.channelId, match.providerId)
  if (found) await announce.messageChanged(chat, found)
}

async function firstOf<Item>(items: Item[], holds: (item: Item) => Promise<boolean>) {
  for (const item of items) if (await holds(item)) return item
  return undefined
}
