import { maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { findChat } from '../chat/store.ts'
import * as Message from '../message/message.ts'
import { drop } from './drop.ts'
import { transition } from './sending.ts'

export type Decision = 'sent' | 'resend' | 'drop'

/**
 * A person decides about a message that failed, or of which nobody knows whether it went out. `sent`: it
 * went out, or was said in another way; `resend` queues it once more; `drop` lets it be.
 */
export async function resolve(
  messageId: string,
  as: Decision,
  user: User,
  agentsSeeUnassigned: boolean,
): Promise<{ chat: ChatState; message: MessageState }> {
  const message = await Message.findByRef(messageId)
  const known = message && (await findChat(message.chatId, { consistent: true }))
  if (!known || !maySee(user, known, agentsSeeUnassigned)) throw notFound('message')
  const isOpen = ['unknown', 'failed'].includes(message.status) && !message.droppedAt
  if (!isOpen) throw settled()
  const next = await decided(message, as, known)
  if (!next) throw settled()
  return { chat: (await findChat(known.id, { consistent: true })) ?? known, message: next }
}

const settled = () => conflict('settled', 'This message needs no decision any more')

function decided(message: MessageState, as: Decision, { takeovers }: ChatState) {
  if (as === 'drop') return drop(message)
  return as === 'sent'
    ? transition(message, 'sent', ['unknown', 'failed'])
    : transition(message, 'queued', ['unknown', 'failed'], { takeovers })
}
