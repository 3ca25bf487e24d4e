import { maySee } from '../../../shared/chat.ts'
import { isNote } from '../../../shared/message.ts'
import type { NoteDraft } from '../../../shared/note.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import { type ChatState, keyOf, type MessageState, orderOf, partsOf } from '../chat/chat-state.ts'
import { changeChat, findChat } from '../chat/store.ts'
import * as Message from './message.ts'
import { claimRef, putMessage } from './put-message.ts'
import { sentAtFor } from './sent-at.ts'

/**
 * A note, and the chat that counts it. It stands in no outbox and is `received` from the start: no lease can
 * be taken on it. To the customer and to the list nothing was said, and what was unread stays so.
 */
export function noted(chat: ChatState, { id, text }: NoteDraft, user: User, nowMs = Date.now()) {
  const now = new Date(nowMs).toISOString()
  const sentAt = sentAtFor(chat, nowMs)
  const order = orderOf(sentAt, 0, id)
  const message: MessageState = {
    id,
    chatId: chat.id,
    key: keyOf(order),
    order,
    seq: chat.lastSeq + 1,
    sender: 'agent',
    userId: user.id,
    senderName: user.name,
    kind: 'note',
    text,
    status: 'received',
    sentAt,
    rev: 1,
    changedAt: now,
  }
  return {
    message,
    chat: { ...chat, lastSeq: message.seq, readSeq: chat.readSeq + 1, updatedAt: now },
    writes: [putMessage(message), claimRef(id, message)],
  }
}

/** The note of this id in this conversation, if it is written already; the id may be nothing else's. */
export async function findNoted(chat: ChatState, id: string): Promise<MessageState | undefined> {
  const known = await Message.findByRef(id)
  if (known && !(isNote(known) && partsOf(chat).includes(known.chatId)))
    throw conflict('id_taken', 'That id is taken')
  return known
}

/** Writes a note. The same id again answers with the same note. */
export const add = (chatId: string, draft: NoteDraft, user: User, agentsSeeUnassigned: boolean) =>
  changeChat<MessageState>(
    chatId,
    (before) => {
      if (!before || !maySee(user, before, agentsSeeUnassigned)) throw notFound('chat')
      const { chat, writes, message } = noted(before, draft, user)
      return { chat, writes, result: message }
    },
    {
      otherwise: async () => {
        const chat = await findChat(chatId, { consistent: true })
        const known = chat && (await findNoted(chat, draft.id))
        return chat && known && { chat, result: known }
      },
    },
  )
