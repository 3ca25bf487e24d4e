import { botOwes } from '../../bot/duty.ts'
import { Texts } from '../../bot/texts.ts'
import * as announce from '../../domain/announce.ts'
import * as Chat from '../../domain/chat.ts'
import { chatIdOf, providerRef } from '../../domain/chat-state.ts'
import * as Connection from '../../domain/connection.ts'
import * as Health from '../../domain/health.ts'
import { type Arrival, receive } from '../../domain/incoming.ts'
import * as Message from '../../domain/message.ts'
import * as Parked from '../../domain/parked.ts'
import { advance, placeOf, type Receipt } from '../../domain/receipt.ts'
import { sent } from '../../domain/sending.ts'
import * as Settings from '../../domain/settings.ts'
import { findChat } from '../../domain/store.ts'
import { env } from '../../lib/env.ts'
import { enqueueBot } from '../../lib/queues.ts'
import { type Delivery, emptyDelivery, read } from './delivery.ts'

type Listeners = ReturnType<typeof Connection.list>

/**
 * Takes a delivery in: stores what it brings, gives the bot its jobs, tells the dashboards, and parks what
 * cannot be read. Throws only when our own store or queue fails; then the provider must deliver again,
 * and what was done already is found done.
 */
export async function takeIn(body: string, path: string) {
  const delivery = readOrNot(body)
  const listeners = Connection.list()
  // Whoever needs it awaits it; unheard, a failure must not end the process.
  listeners.catch(() => undefined)
  await allOf([
    ...groups(delivery.arrivals, ({ providerChatId }) => providerChatId).map((group) =>
      inOrder(group, (arrival) => takeArrival(arrival, listeners)),
    ),
    ...groups(delivery.echoes, ({ providerChatId }) => providerChatId).map((group) =>
      inOrder(group, (echo) => takeEcho(echo, listeners)),
    ),
    inOrder(delivery.unreadable, ({ reason, item }) =>
      Parked.park({ reason, path, body: typeof item === 'string' ? item : JSON.stringify(item) }),
    ),
    inOrder(delivery.channelNews, async ({ code }) => code && Health.rememberChannel(code)),
  ])
  // After the messages they may be about.
  await allOf(
    groups(delivery.receipts, ({ providerId }) => providerId).map((group) =>
      inOrder(group, (receipt) => takeReceipt(receipt, listeners)),
    ),
  )
  return {
    stored: delivery.arrivals.length + delivery.echoes.length + delivery.receipts.length,
    parked: delivery.unreadable.length,
    ignored: Object.values(delivery.ignored).reduce((sum, count) => sum + count, 0),
  }
}

function readOrNot(body: string): Delivery {
  try {
    return read(body, env('WHAPI_CHANNEL_ID'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const unreadable = [{ reason: 'It is no JSON', item: body }]
    return { ...emptyDelivery(), unreadable }
  }
}

const groups = <Item>(items: Item[], keyOf: (item: Item) => string): Item[][] => [
  ...Map.groupBy(items, keyOf).values(),
]

async function inOrder<Item>(items: Item[], work: (item: Item) => Promise<unknown>) {
  for (const item of items) await work(item)
}

/** Lets every part finish before the first failure is thrown. */
async function allOf(work: Promise<unknown>[]) {
  const results = await Promise.allSettled(work)
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

async function takeArrival(arrival: Arrival, listeners: Listeners) {
  const { reopenAs, bot } = await Settings.get()
  const texts = Texts.parse(bot)
  const { chat, result } = await receive(arrival, {
    reopenAs,
    botOwes: (state, message) => botOwes(state, message, texts),
  })
  const { message, fresh } = result
  const owed = chat.botDue === message.id
  await Promise.all([
    // Also for a redelivery: a crash may have come between the store and the queue.
    owed ? enqueueBot({ chatId: chat.id, messageId: message.id }) : undefined,
    fresh ? announce.messageChanged(chat, message, listeners) : undefined,
  ])
}

/**
 * An echo of our own send is recognised by its id, or, when it is faster than the answer to the send, by
 * its words. Anything else was sent by another program on the same number.
 */
async function takeEcho(echo: Arrival, listeners: Listeners) {
  const ref = providerRef(echo.channelId, echo.providerId)
  if ((await Message.place(ref))?.chatId) return
  const chatId = chatIdOf(echo.channelId, echo.providerChatId)
  const { chat, messages } = await Message.recent(chatId, 30, { consistent: true })
  if (messages.some(({ providerId }) => providerId === echo.providerId)) return
  const waiting = messages.filter(
    ({ sender, status, text, providerId }) =>
      (sender === 'bot' || sender === 'agent') &&
      (status === 'sending' || status === 'unknown') &&
      !providerId &&
      text.trim() === echo.text.trim(),
  )
  const ours = waiting.findLast(({ status }) => status === 'sending') ?? waiting.at(-1)
  if (!ours || !chat) return takeArrival(echo, listeners)
  const message = await sent(ours, echo.channelId, echo.providerId)
  if (message) await announce.messageChanged(chat, message, listeners)
}

async function takeReceipt(receipt: Receipt, listeners: Listeners) {
  const place = await placeOf(receipt)
  if (!place) return
  const message = await advance(place, receipt.status, { error: receipt.error })
  if (!message) return readOnPhone(place, receipt)
  const chat = await findChat(place.chatId)
  if (chat) await announce.messageChanged(await Chat.ticked(chat, message), message, listeners)
}

/** A customer's message that was read on the shop's phone is read here as well. */
async function readOnPhone(place: Message.Place, { status }: Receipt) {
  if (status !== 'read' && status !== 'played') return
  const message = await Message.find(place)
  if (message?.sender !== 'customer') return
  const { chat, result: moved } = await Chat.markRead(place.chatId, message.seq)
  if (moved) await announce.chatChanged(chat)
}
