import { usualBack } from '../../bot/back.ts'
import { botOwes } from '../../bot/duty.ts'
import * as announce from '../../domain/announce.ts'
import {
  type ChatState,
  chatIdOf,
  type MessageState,
  providerRef,
} from '../../domain/chat/chat-state.ts'
import * as Group from '../../domain/chat/group.ts'
import * as Hidden from '../../domain/chat/hidden.ts'
import * as Person from '../../domain/chat/person.ts'
import { findChat } from '../../domain/chat/store.ts'
import type { Arrival, Rules } from '../../domain/message/arrival.ts'
import { fillIn } from '../../domain/message/fill-in.ts'
import { receive } from '../../domain/message/incoming.ts'
import * as Message from '../../domain/message/message.ts'
import * as Thread from '../../domain/message/thread.ts'
import { sent } from '../../domain/sending/sending.ts'
import type * as Connection from '../../domain/team/connection.ts'
import * as Settings from '../../domain/team/settings.ts'
import { enqueueBot, enqueueResolve } from '../../lib/queues.ts'

/** Who listens, asked for once per delivery. */
export type Listeners = () => ReturnType<typeof Connection.list>

/** What the shop has decided, for this message. Nobody answers by machine what was found only later. */
async function rulesFor({ recovered }: Arrival): Promise<Rules> {
  const { reopenAs, bot, hours } = await Settings.get()
  const texts = { back: bot.back ?? usualBack }
  return {
    reopenAs,
    botOwes: (chat, arrival) => !recovered && botOwes(chat, arrival, texts, { hours }),
  }
}

/** Somebody whose number is hidden: the provider may know it, now or later. Asked ever more rarely. */
async function askForNumber(chat: ChatState, { id, seq }: MessageState) {
  if (!Hidden.isUnresolved(chat)) return
  if (Number.isInteger(Math.log2(seq))) await enqueueResolve(chat.id, id)
  else await Hidden.askAgain(chat)
}

/** Who writes in a group tells the others' names; who writes as the shop, the shop's own id. */
async function rememberWriter({ channelId, senderId, senderName, ourId }: Arrival) {
  if (senderId && senderName) await Person.remember(channelId, senderId, senderName)
  if (ourId) await Person.rememberUs(channelId, ourId)
}

/** Stores a message, gives the bot its job, and tells the dashboards. */
export async function takeArrival(arrival: Arrival, listeners: Listeners) {
  const rules = await rulesFor(arrival)
  const received = await receive(await Group.named(arrival), rules)
  const { fresh, message: known, before } = received.result
  const filled = fresh
    ? undefined
    : await fillIn({ message: known, chat: received.chat }, arrival, rules)
  const { chat, message } = filled ?? { chat: received.chat, message: known }
  const owed = chat.botDue === message.id
  await Promise.all([
    // Also for a redelivery: a crash may have come between the store and the queue.
    owed ? enqueueBot({ chatId: chat.id, messageId: message.id }) : undefined,
    askForNumber(chat, message),
    rememberWriter(arrival),
    fresh || filled ? announce.messageChanged(chat, message, listeners(), before) : undefined,
  ])
}

/**
 * An echo of our own send is recognised by its id, or, when it is faster than the answer to the send, by
 * its words. Anything else was sent by another program on the same number.
 */
export async function takeEcho(echo: Arrival, listeners: Listeners) {
  await meet(echo, listeners)
  await rememberWriter(echo)
}

async function meet(echo: Arrival, listeners: Listeners) {
  const ref = providerRef(echo.channelId, echo.providerId)
  // A stale answer costs nothing but the closer look below.
  const place = await Message.place(ref, { consistent: false })
  if (place?.chatId && place.key) {
    const { chatId, key, amendments } = place
    return complete({ chatId, key }, echo, amendments !== undefined)
  }
  const ours = await saidByUs(echo)
  if (!ours) return takeArrival(echo, listeners)
  if (ours.message.providerId === echo.providerId) return
  const message = await sent(ours.message, echo.channelId, echo.providerId)
  if (message) await announce.messageChanged(ours.chat, message, listeners())
}

/** How far back one of ours is looked for; what had to wait may stand above much that came since. */
const lookBack = [30, 300]

/** Which of ours an echo is of: by its name, if it has been told meanwhile, or by its words. */
async function saidByUs({ channelId, providerChatId, providerId, text }: Arrival) {
  for (const limit of lookBack) {
    const chatId = chatIdOf(channelId, providerChatId)
    const { chat, messages } = await Thread.recent(chatId, limit, { consistent: true })
    const waiting = messages.filter(
      (message) => isNameless(message) && message.text.trim() === text.trim(),
    )
    // Who is being sent right now; of those that were interrupted, the oldest.
    const now = new Date().toISOString()
    const message =
      messages.find((known) => known.providerId === providerId) ??
      waiting.find(({ leaseUntil = '' }) => leaseUntil > now) ??
      waiting.at(-1)
    if (chat && message) return { chat, message }
    if (messages.length < limit) return undefined
  }
  return undefined
}

/** It may be out, and nobody knows its name. Of a sent one without a name a person said that it is. */
const isNameless = ({ sender, status, providerId }: MessageState) =>
  (sender === 'bot' || sender === 'agent') &&
  (status === 'sending' || status === 'unknown' || status === 'sent') &&
  !providerId

/**
 * Also for a redelivery: a crash may have come between the writes by which a send learns its name, and what
 * was done to it before.
 */
async function complete(place: Message.Place, { channelId, providerId }: Arrival, early: boolean) {
  const message = await Message.find(place)
  if (!message || (message.providerId && !early)) return
  const named = await sent(place, channelId, providerId)
  const chat = named && (await findChat(place.chatId))
  if (chat) await announce.messageChanged(chat, named)
}
