import { senderFor } from './channels/channel.ts'
import * as announce from './domain/announce.ts'
import type { ChatState, MessageState } from './domain/chat-state.ts'
import * as Message from './domain/message.ts'
import { type Outcome, settle, take, transition } from './domain/sending.ts'
import { findChat } from './domain/store.ts'
import { log } from './lib/log.ts'
import { SendJob } from './lib/queues.ts'
import { worker } from './lib/worker.ts'

/**
 * Sends a queued message once. Whoever finds the lease taken, or the message sent already, has nothing to
 * do; whoever finds a lease that ran out knows that nobody can tell, and says so instead of sending again.
 */
export const handler = worker(SendJob, async ({ chatId, key, after }, lastTry) => {
  if (after) await sendEarlier({ chatId, key: after }, lastTry)
  await send({ chatId, key }, lastTry)
})

/** A job can be lost between the store and the queue; what was queued first still leaves first. */
async function sendEarlier(place: Message.Place, lastTry: boolean) {
  const earlier = await Message.find(place, { consistent: true })
  if (earlier?.status === 'queued') await send(earlier, lastTry)
}

async function send(place: Message.Place, lastTry: boolean) {
  const message = await take(place)
  if (!message) return expire(place)
  const chat = await findChat(place.chatId, { consistent: true })
  if (!chat) throw new Error('A message without its chat')
  const outcome = isVoid(message, chat) ? tookOver : await hand(message, chat)
  const final = outcome.is === 'later' && lastTry ? { ...outcome, is: 'failed' as const } : outcome
  const settled = await settle(message, chat.channelId, final)
  log('send', {
    chatId: chat.id,
    outcome: final.is,
    code: 'code' in final ? final.code : undefined,
  })
  if (settled && settled.status !== 'queued') await announce.messageChanged(chat, settled)
  if (final.is === 'later') throw new Error('The provider asks to try later')
}

/** What the bot wrote before a person took over must not go out after. */
const isVoid = ({ sender, takeovers }: MessageState, chat: ChatState) =>
  sender === 'bot' && takeovers !== chat.takeovers

const tookOver: Outcome = {
  is: 'failed',
  code: 'taken_over',
  message: 'A person took over before the bot had answered',
}

const hand = ({ text, quotedProviderId }: MessageState, chat: ChatState) =>
  senderFor(chat).sendText({
    to: chat.providerChatId,
    body: text,
    ...(quotedProviderId ? { quoted: quotedProviderId } : {}),
  })

/** A crash in the middle of a send: it may or may not have gone out. */
async function expire(place: Message.Place) {
  const message = await Message.find(place, { consistent: true })
  if (message?.status !== 'sending' || !message.leaseUntil) return
  if (message.leaseUntil > new Date().toISOString()) throw new Error('Somebody else is sending it')
  const unknown = await transition(place, 'unknown', ['sending'], {
    error: { code: 'interrupted', message: 'The send was interrupted' },
  })
  const chat = await findChat(place.chatId)
  if (unknown && chat) await announce.messageChanged(chat, unknown)
}
