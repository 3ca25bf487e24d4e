import { announceChat } from '../api/chats.ts'
import { newMessageId, seconds } from '../ids.ts'
import { WhapiProblem } from '../problem.ts'
import type { Message } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { storedOf, threadOf, type World } from '../world.ts'
import { show } from './bubble.ts'
import { contextOf, keep, meet } from './keeping.ts'
import { live, statusOf } from './statuses.ts'
import { contentOf } from './writing.ts'

export interface OwnerWriting {
  text?: string | undefined
  kind: string
  source: 'mobile' | 'web' | 'api'
  quoted?: string | undefined
  id?: string | undefined
  timestamp?: number | undefined
  [content: string]: unknown
}

/** The owner writes on the phone itself, past every inbox; `api` is another program on the channel. */
export function writeAsOwner(world: World, chatId: string, writing: OwnerWriting): Message {
  const { text = '', kind, source, id, timestamp, quoted, ...raw } = writing
  if (id && storedOf(world, id)) throw new WhapiProblem(409, 'a message with this id exists')
  const byHand = source !== 'api'
  const content = contentOf(world, kind, text, raw[kind])
  meet(world, chatId)
  const stored = keep(world, {
    id: id ?? newMessageId(chatId),
    from_me: true,
    type: kind,
    chat_id: chatId,
    timestamp: timestamp ?? seconds(),
    source,
    status: byHand ? 'sent' : 'pending',
    ...(quoted && { context: contextOf(world, quoted) }),
    ...raw,
    ...(content !== undefined && { [kind]: content }),
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
