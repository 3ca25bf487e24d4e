import { announceChat } from '../api/chats.ts'
import { seconds } from '../ids.ts'
import type { Customer, Message } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { idOf, privateChatOf, type World } from '../world.ts'
import { keep } from './keeping.ts'
import { composed, type Writing } from './writing.ts'

/** A customer writes, in the private chat or in a group. */
export function writeAsCustomer(world: World, person: Customer, writing: Writing): Message {
  const message = kept(world, person, writing)
  announce(world, 'messages', 'post', message.chat_id, { messages: [message] })
  announceChat(world, message.chat_id)
  return message
}

/** What gathered while the shop's phone was away comes in one delivery. */
export function deliverBacklog(world: World, written: [Customer, Writing][]): Message[] {
  const messages = written.map(([person, writing]) => kept(world, person, writing))
  announce(world, 'messages', 'post', '*', { messages })
  return messages
}

function kept(world: World, person: Customer, writing: Writing): Message {
  const message = composed(world, person, writing)
  keep(world, message, message.from_me ? undefined : 'sent')
  return message
}

/** The same message comes again, now with what could not be read before. */
export function resend(world: World, message: Message, fields: Record<string, unknown>): Message {
  Object.assign(message, fields)
  world.changed()
  announce(world, 'messages', 'put', message.chat_id, { messages: [message] })
  return message
}

/** Whether somebody is online or typing, told to webhooks that want presences. */
export function announcePresence(world: World, person: Customer, status: string): void {
  const chatId = privateChatOf(person)
  if (world.habits.presences === 'subscribed' && !world.subscriptions.has(chatId)) return
  announce(world, 'presences', 'post', chatId, {
    presences: [{ contact_id: idOf(person), status, last_seen: seconds() }],
  })
}

export interface Ringing {
  id: string
  status: 'initiated' | 'ringing' | 'missed' | 'canceled' | 'answered'
  video: boolean
  timestamp?: number | undefined
}

/** A customer calls the shop's phone. WHAPI tells a call's time in milliseconds. */
export function call(world: World, person: Customer, { id, status, video, timestamp }: Ringing) {
  const chatId = privateChatOf(person)
  const told = {
    id,
    from: chatId,
    chat_id: chatId,
    status,
    timestamp: timestamp === undefined ? Date.now() : timestamp * 1000,
    group_call: false,
    video_call: video,
    offline_call: false,
    latency: 0,
  }
  announce(world, 'calls', 'post', chatId, { calls: [told] })
  return told
}
