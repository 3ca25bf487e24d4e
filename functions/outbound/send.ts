import { setTimeout as sleep } from 'node:timers/promises'
import { senderFor } from '../channels/channel.ts'
import * as announce from '../domain/announce.ts'
import { tell } from '../domain/channel/channel-news.ts'
import * as ChannelState from '../domain/channel/channel-state.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { findChat } from '../domain/chat/store.ts'
import * as Message from '../domain/message/message.ts'
import { type Outcome, settle, take, transition } from '../domain/sending/sending.ts'
import { log } from '../lib/log.ts'
import type { SendJob } from '../lib/queues.ts'
import { newPatience, type Patience } from './patience.ts'

/**
 * Sends a queued message once, after those queued before it. Whoever finds the lease taken, or the message
 * sent already, has nothing to do; whoever finds a lease that ran out knows that nobody can tell, and says
 * so instead of sending again. While the channel is down all stay queued.
 */
export async function sendInOrder({ chatId, key, after }: SendJob, lastTry: boolean) {
  const patience = newPatience()
  const [earlier, channel] = await Promise.all([queuedUpTo(chatId, after), ChannelState.get()])
  if (await ChannelState.isDown(channel)) return showWaiting({ chatId, key })
  for (const place of [...earlier, { chatId, key }]) {
    // A call that outlives the function leaves everybody in doubt: the queue, then `tick`, brings the rest back.
    if (!patience.lasts()) {
      if (lastTry) return
      throw new Error('No time is left for the next one')
    }
    if ((await send(place, lastTry, patience)) === 'paused') return
  }
}

/** The bot leaves it to us to tell browsers of its reply; this one will not be sent for a while. */
async function showWaiting(place: Message.Place) {
  const [message, chat] = await Promise.all([Message.find(place), findChat(place.chatId)])
  if (chat && message?.sender === 'bot') await announce.messageChanged(chat, message)
}

/** What is still queued up to there, first things first: a job may be lost between the store and the queue. */
async function queuedUpTo(chatId: string, last: string | undefined): Promise<MessageState[]> {
  const waiting: MessageState[] = []
  for (let key = last; key; ) {
    const message = await present({ chatId, key })
    if (message?.status !== 'queued') break
    waiting.unshift(message)
    key = message.after
  }
  return waiting
}

/** A cheap read is enough to see that a message is on its way: from there none comes back by itself. */
async function present(place: Message.Place) {
  const seen = await Message.find(place)
  return seen && seen.status !== 'queued' ? seen : Message.find(place, { consistent: true })
}

/** Tries until the provider takes it, refuses it, or runs our patience out; each try has a lease of its own. */
async function send(place: Message.Place, lastTry: boolean, patience: Patience) {
  for (;;) {
    const message = await take(place)
    if (!message) return expire(place)
    const chat = await findChat(place.chatId, { consistent: true })
    if (!chat) throw new Error('A message without its chat')
    const outcome = isVoid(message, chat) ? tookOver : await hand(message, chat)
    const pauseMs = outcome.is === 'later' ? patience.pause() : undefined
    const givenUp = outcome.is === 'later' && lastTry && pauseMs === undefined
    await write(chat, message, givenUp ? { ...outcome, is: 'failed' } : outcome)
    if (outcome.is === 'paused') {
      await tell({ code: outcome.code })
      return 'paused'
    }
    if (outcome.is !== 'later' || givenUp) return
    if (pauseMs === undefined) throw new Error('The provider asks to try later')
    await sleep(pauseMs)
  }
}

async function write(chat: ChatState, message: MessageState, outcome: Outcome) {
  const settled = await settle(message, chat.channelId, outcome)
  const code = 'code' in outcome ? outcome.code : undefined
  log('send', { chatId: chat.id, outcome: outcome.is, code })
  if (settled) await announce.messageChanged(chat, settled)
}

/** What the bot wrote before a person took over must not go out after. */
const isVoid = ({ sender, takeovers }: MessageState, chat: ChatState) =>
  sender === 'bot' && takeovers !== chat.takeovers

const tookOver: Outcome = {
  is: 'failed',
  code: 'taken_over',
  message: 'A person took over before the bot had answered',
}

/** To the id that wrote last, which for some customers is not the one they began with. */
const hand = ({ text, quotedProviderId }: MessageState, chat: ChatState) =>
  senderFor(chat).sendText({
    to: chat.replyTo ?? chat.providerChatId,
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
