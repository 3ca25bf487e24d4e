import { type Chat, maySee } from '../../../shared/chat.ts'
import type { Message } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { world } from '../world.ts'

interface Frame {
  chat?: Chat
  message?: Message
}

/** Whoever was at work when the shop decided may have asked before who may hear of it. */
const settlesMs = 60_000

function agentsSee(): boolean {
  const { records, seen, clock } = world()
  if (clock.now - seen.decidedAt < settlesMs) return true
  return records.items.get('settings shop')?.agentsSeeUnassigned !== false
}

/** News goes only to whoever may see the chat, and only of what is stored. */
export function checkFrame(user: User, { chat, message }: Frame) {
  const { violate, records, seen } = world()
  if (!chat) return
  if (!maySee(user, chat, agentsSee())) violate('sight', `${user.username} is told of ${chat.id}`)
  const stored = records.items.get(`chat#${chat.id} state`)
  // The rev that is shown has a digit more, for the last message's tick.
  const { endedAt, names } = seen.erased
  // What is told of somebody who is erased just then is on its way.
  if (!stored && endedAt.has(chat.id)) return
  if (!stored || Number(stored.rev) < Math.floor(chat.rev / 10))
    violate('news', `${chat.id} is told of with rev ${chat.rev}, stored is ${stored?.rev}`)
  if (message && !names.has(message.id) && !records.messages().some(({ id }) => id === message.id))
    violate('news', `${message.id} is told of and is not stored`)
}
