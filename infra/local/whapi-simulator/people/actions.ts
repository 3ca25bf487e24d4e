import { newMessageId, seconds } from '../ids.ts'
import type { Message, Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import type { World } from '../world.ts'
import { show } from './bubble.ts'

interface By {
  from: string
  from_me: boolean
  source: string
}

const action = (stored: Stored, by: By, what: object): Message => ({
  id: newMessageId(stored.message.chat_id),
  type: 'action',
  chat_id: stored.message.chat_id,
  timestamp: seconds(),
  action: { target: stored.message.id, ...what },
  ...by,
})

export const theShop = (world: World, source = 'api'): By => ({
  from: world.owner.phone,
  from_me: true,
  source,
})

/** An emoji on a message; the empty one takes it away. */
export function react(world: World, stored: Stored, by: By, emoji: string): Message {
  const message = action(stored, by, { type: 'reaction', emoji })
  stored.reactions[by.from_me ? 'shop' : 'customer'] = emoji
  announce(world, 'messages', 'post', message.chat_id, { messages: [message] })
  show(world, stored)
  return message
}

/** Deleted for everyone. */
export function revoke(world: World, stored: Stored, by: By): Message {
  const message = action(stored, by, { type: 'delete' })
  stored.deleted = true
  announce(world, 'messages', 'post', message.chat_id, { messages: [message] })
  show(world, stored)
  return message
}
