import { maySee } from '../../../shared/chat.ts'
import { type Draft, isNote } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import { type ChatState, type MessageState, partsOf, seqIn, takenOver } from '../chat/chat-state.ts'
import { changeChat, findChat } from '../chat/store.ts'
import * as Message from '../message/message.ts'
import { claimRef, putMessage } from '../message/put-message.ts'
import { chatAfter, writesOf } from '../message/rewrite.ts'
import * as Thread from '../message/thread.ts'
import { answering } from '../numbers/answer.ts'
import { replaced } from './drop.ts'

import { inOutbox, queued, type Written } from './outgoing.ts'

/**
 * Queues what a person wrote. The same id again answers with the same message, and queues nothing. `before`
 * is the chat as it was, if anything was queued.
 */
export async function queue(draft: Draft, user: User, agentsSeeUnassigned: boolean) {
  const nowMs = Date.now()
  let known: ChatState | undefined
  const outcome = await changeChat<MessageState>(
    draft.chatId,
    async (before) => {
      known = undefined
      if (!before || !maySee(user, before, agentsSeeUnassigned)) throw notFound('chat')
      const again = await unseen(before, draft, user)
      if (again) return { chat: before, result: again }
      const failed = draft.replaces ? await replaced(before, draft.replaces) : undefined
      if (draft.replaces && !failed)
        return { chat: before, result: await inItsPlace(before, draft) }
      known = before
      const { message, chat } = queued(before, await writtenBy(before, draft, user), nowMs)
      const mine = {
        ...(failed ? chatAfter(chat, failed) : chat),
        assigneeId: chat.assigneeId ?? user.id,
      }
      const answered = { ...takenOver(mine, 'agent'), readSeq: chat.lastSeq, waitingSince: null }
      const answer = answering(before, answered, message)
      return {
        chat: answer.chat,
        writes: [
          putMessage(message, inOutbox(message.changedAt)),
          claimRef(draft.id, message),
          ...(failed ? writesOf(failed) : []),
          ...answer.writes,
        ],
        result: message,
      }
    },
    {
      otherwise: async () => {
        known = undefined
        const [message, chat] = await Promise.all([
          Message.findByRef(draft.id),
          findChat(draft.chatId, { consistent: true }),
        ])
        if (!message || !chat) return undefined
        if (!partsOf(chat).includes(message.chatId) || isNote(message))
          throw conflict('id_taken', 'That id is taken')
        return { chat, result: message }
      },
    },
  )
  return { ...outcome, before: known }
}

/** The other one is settled already: by this very message, if that is handed over once more. */
async function inItsPlace(chat: ChatState, { id }: Draft) {
  const found = await Message.findByRef(id)
  if (found && partsOf(chat).includes(found.chatId)) return found
  throw conflict('settled', 'This message needs no decision any more')
}

async function writtenBy(chat: ChatState, draft: Draft, user: User): Promise<Written> {
  const { id, text, quotedId } = draft
  const quoted = quotedId ? await Thread.findById(chat, quotedId) : undefined
  if (quoted && isNote(quoted)) throw conflict('private', 'A note is not quoted to the customer')
  return {
    id,
    sender: 'agent',
    text,
    userId: user.id,
    senderName: user.name,
    quoted: quotedId
      ? { id: quotedId, text: quoted?.text.slice(0, 200), kind: quoted?.kind }
      : undefined,
    quotedProviderId: quoted?.providerId,
  }
}

/**
 * Has somebody written since the writer last looked? Then nothing is sent. A retry of what was queued
 * already is no such case: it answers with that message.
 */
async function unseen(chat: ChatState, draft: Draft, user: User) {
  if (draft.seenSeq === undefined || chat.lastSeq <= draft.seenSeq) return undefined
  const { messages } = await Thread.recent(chat.id, 50)
  const again = messages.find((message) => message.id === draft.id)
  if (again) return again
  const { seenSeq } = draft
  if (messages.some((message) => seqIn(chat, message) > seenSeq && message.userId !== user.id))
    throw conflict('unseen', 'Somebody wrote since you last looked')
  return undefined
}
