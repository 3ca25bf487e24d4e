import { announceChat } from '../api/chats.ts'
import { keep, meet } from '../api/sends.ts'
import { newMessageId, seconds } from '../ids.ts'
import { WhapiProblem } from '../problem.ts'
import type { Message } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { storedOf, threadOf, type World } from '../world.ts'
import { show } from './bubble.ts'
import { live, statusOf } from './statuses.ts'

export interface OwnerWriting {
  text: string
  source: 'mobile' | 'web' | 'api'
  id?: string | undefined
  timestamp?: number | undefined
}

/** The owner writes on the phone itself, past every inbox; `api` is another program on the channel. */
export function writeAsOwner(world: World, to: string, writing: OwnerWriting): Message {
  const { text, source, id, timestamp } = writing
  if (id && storedOf(world, id)) throw new WhapiProblem(409, 'a message with this id exists')
  const chatId = `${to}@s.whatsapp.net`
  const byHand = source !== 'api'
  meet(world, chatId)
  const stored = keep(world, {
    id: id ?? newMessageId(chatId),
    from_me: true,
    type: 'text',
    chat_id: chatId,
    timestamp: timestamp ?? seconds(),
    source,
    status: byHand ? 'sent' : 'pending',
    text: { body: text },
    from: world.owner.phone,
    ...(byHand ? { from_name: world.owner.name } : { device_id: 12 }),
  })
  const { message } = stored
  announce(world, 'messages', 'post', chatId, { messages: [message] })
  announceChat(world, chatId)
  live(world, stored)
  return structuredClone(message)
}

/** The owner looks at the conversation: what the customer wrote is read, and WHAPI says so. */
export function readOnPhone(world: World, chatId: string): number {
  const unread = threadOf(world, chatId).filter(({ tick }) => tick && tick !== 'read')
  for (const stored of unread) {
    stored.tick = 'read'
    announce(world, 'statuses', 'post', stored.message.chat_id, {
      statuses: [statusOf(stored, 'read')],
    })
    show(world, stored)
  }
  return unread.length
}
