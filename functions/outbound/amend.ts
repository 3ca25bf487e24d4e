import { senderFor } from '../channels/channel.ts'
import * as announce from '../domain/announce.ts'
import { tell as channelTold } from '../domain/channel/channel-news.ts'
import * as ChannelState from '../domain/channel/channel-state.ts'
import type { ChatState } from '../domain/chat/chat-state.ts'
import { findChat } from '../domain/chat/store.ts'
import { amend } from '../domain/message/amendment.ts'
import * as Message from '../domain/message/message.ts'
import * as Asked from '../domain/sending/asked.ts'
import { log } from '../lib/log.ts'
import type { AmendJob } from '../lib/queues.ts'
import { newPatience, persist } from './patience.ts'

/**
 * Changes a message at the provider as somebody asked, and then here. Doing it twice is doing it once, so
 * what nobody can tell is simply done again; while the channel is down it waits.
 */
export async function amendAtProvider({ chatId, key, kind }: AmendJob, lastTry: boolean) {
  const place = { chatId, key }
  const [message, chat, channel] = await Promise.all([
    Message.find(place, { consistent: true }),
    findChat(chatId),
    ChannelState.get(),
  ])
  const wish = message?.pending?.find((pending) => pending.kind === kind && !pending.error)
  if (!chat || !wish || !message?.providerId || (await ChannelState.isDown(channel))) return
  const { providerId } = message
  const answer = await persist(newPatience(), () => atProvider(chat, providerId, wish))
  const code = answer.is === 'done' ? undefined : answer.code
  log('amend', { chatId, kind, outcome: answer.is, code })
  if (answer.is === 'paused') return void (await channelTold({ code: answer.code }))
  if (answer.is === 'done') {
    await amend(Asked.amendmentOf(wish, chat, providerId))
    return tell(chat, await Asked.done(place, wish))
  }
  if (answer.is !== 'failed' && !lastTry) throw new Error('The provider has not confirmed it')
  await tell(chat, await Asked.refused(place, wish, answer))
}

function atProvider(chat: ChatState, providerId: string, { kind, value }: Asked.Wish) {
  const sender = senderFor(chat)
  if (kind === 'reaction') return sender.react(providerId, value)
  if (kind === 'deletion') return sender.deleteMessage(providerId)
  return sender.editText(providerId, { to: chat.replyTo ?? chat.providerChatId, body: value })
}

async function tell(known: ChatState, message: Asked.Changed) {
  // The list may show the message too, and what it says of it is newer than what we read at first.
  const chat = (await findChat(known.id)) ?? known
  if (message) await announce.messageChanged(chat, message)
}
