import { type ChatMode, maySee } from '../../../shared/chat.ts'
import type { Draft } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import {
  type ChatState,
  keyOf,
  type MessageState,
  orderOf,
  partsOf,
  seqIn,
  takenOver,
  timeOf,
  withMessage,
} from '../chat/chat-state.ts'
import { changeChat, findChat } from '../chat/store.ts'
import * as Message from '../message/message.ts'
import { claimRef, putMessage } from '../message/put-message.ts'
import { chatAfter, writesOf } from '../message/rewrite.ts'
import { replaced } from './drop.ts'

/** Our clock, but never before what the chat already shows: an answer stands below its question. */
function sentAtFor(chat: ChatState, now: number): string {
  const last = chat.lastMessage ? Date.parse(timeOf(chat.lastMessage.key)) : 0
  const aheadMs = last - now
  return new Date(aheadMs >= 0 && aheadMs < 5 * 60_000 ? last + 1 : now).toISOString()
}

type Written = Pick<MessageState, 'id' | 'sender' | 'text'> &
  Partial<Pick<MessageState, 'userId' | 'senderName' | 'quoted' | 'quotedProviderId' | 'takeovers'>>

/** A message of ours, queued: the message, and the chat with it. */
function queued(chat: ChatState, written: Written, nowMs: number) {
  const now = new Date(nowMs).toISOString()
  const sentAt = sentAtFor(chat, nowMs)
  const order = orderOf(sentAt, 0, written.id)
  const message: MessageState = {
    ...written,
    chatId: chat.id,
    key: keyOf(order),
    seq: chat.lastSeq + 1,
    kind: 'text',
    status: 'queued',
    sentAt,
    order,
    rev: 1,
    changedAt: now,
    // However long ago: while the channel is down, all that is queued waits.
    after: chat.lastQueued?.key,
  }
  const next = withMessage(chat, message, now)
  return { message, chat: { ...next, lastQueued: { key: message.key, at: now } } }
}

/** In the outbox until it is certainly sent or certainly not. */
export const inOutbox = (dueAt: string) => ({ outbox: 'due', dueAt })
export const outOfOutbox = { outbox: undefined, dueAt: undefined }

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
      return {
        chat: { ...takenOver(mine, 'agent'), readSeq: chat.lastSeq, waitingSince: null },
        writes: [
          putMessage(message, inOutbox(message.changedAt)),
          claimRef(draft.id, message),
          ...(failed ? writesOf(failed) : []),
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
        if (!partsOf(chat).includes(message.chatId)) throw conflict('id_taken', 'That id is taken')
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
  const quoted = quotedId ? await Message.findById(chat, quotedId) : undefined
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
  const { messages } = await Message.recent(chat.id, 50)
  const again = messages.find((message) => message.id === draft.id)
  if (again) return again
  const { seenSeq } = draft
  if (messages.some((message) => seqIn(chat, message) > seenSeq && message.userId !== user.id))
    throw conflict('unseen', 'Somebody wrote since you last looked')
  return undefined
}

/** The name of the one reply of the bot to a message. */
export const answerId = (messageId: string) => `bot-${messageId}`

export interface Answer {
  text: string
  mode: ChatMode
  botProblem?: string
  /** The customer still waits for a person. */
  handover?: boolean
}

/**
 * Queues the bot's reply to a message, once: only while the chat still owes it. Undefined when a person
 * took over, or a newer message came, before it was written.
 */
export async function answer(
  known: ChatState,
  messageId: string,
  { text, mode, botProblem, handover }: Answer,
) {
  const nowMs = Date.now()
  return changeChat<MessageState | undefined>(
    known.id,
    (before) => {
      if (before?.botDue !== messageId || before.takeovers !== known.takeovers)
        return { chat: before ?? known, result: undefined }
      const { takeovers } = before
      const written = { id: answerId(messageId), sender: 'bot' as const, text, takeovers }
      const { message, chat } = queued(before, written, nowMs)
      return {
        chat: {
          ...chat,
          mode,
          botProblem,
          botDue: undefined,
          readSeq: Math.min(before.readSeq + 1, chat.lastSeq),
          waitingSince: handover ? before.waitingSince : null,
        },
        writes: [putMessage(message, inOutbox(message.changedAt))],
        result: message,
      }
    },
    { first: async () => known },
  )
}
