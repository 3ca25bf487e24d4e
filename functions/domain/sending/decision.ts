import { maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { changeChat } from '../chat/store.ts'
import * as Message from '../message/message.ts'
import { transition } from './sending.ts'

/**
 * A person decides about a message that failed, or of which nobody knows whether it went out. `sent`
 * believes it did; `resend` queues it once more.
 */
export async function resolve(
  messageId: string,
  as: 'sent' | 'resend',
  user: User,
  agentsSeeUnassigned: boolean,
): Promise<{ chat: ChatState; message: MessageState }> {
  const message = await Message.findByRef(messageId)
  if (!message) throw notFound('message')
  const decided = async ({ takeovers }: ChatState) => {
    const next =
      as === 'sent'
        ? await transition(message, 'sent', ['unknown', 'failed'])
        : await transition(message, 'queued', ['unknown', 'failed'], { takeovers })
    if (!next) throw conflict('settled', 'This message needs no decision any more')
    return next
  }
  // The chat is written as well: its last message may have gone back to queued, which is news of its own.
  let settled: MessageState | undefined
  const { chat } = await changeChat(message.chatId, async (before) => {
    if (!before || !maySee(user, before, agentsSeeUnassigned)) throw notFound('message')
    if (message.status !== 'unknown' && message.status !== 'failed')
      throw conflict('settled', 'This message needs no decision any more')
    settled ??= await decided(before)
    return { chat: { ...before, updatedAt: settled.changedAt }, result: undefined }
  })
  return { chat, message: settled ?? message }
}
