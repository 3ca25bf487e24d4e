import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, forbidden, notFound } from '../../lib/errors.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { findNoted, noted } from '../message/note.ts'
import { ChatState, chatKey, type MessageState } from './chat-state.ts'
import { asBelieved, type Patch, patched } from './patch.ts'
import { changeChat, findChat } from './store.ts'

/** The chat, if this user may see it; to all others it does not exist. */
export async function get(
  chatId: string,
  user: User,
  agentsSeeUnassigned: boolean,
): Promise<ChatState> {
  const chat = await findChat(chatId, { consistent: true })
  if (!chat || !maySee(user, chat, agentsSeeUnassigned)) throw notFound('chat')
  return chat
}

export interface Changed {
  /** Whose it was. */
  before: Pick<ChatState, 'assigneeId'>
  /** What was written with the change. */
  note?: MessageState
}

/**
 * Two people may reach for the same chat; the write is conditional on what was read, so exactly one has
 * it and the other is told who. A note is written with the change, or neither is.
 */
export async function change(
  chatId: string,
  { note, ...patch }: Patch,
  user: User,
  agentsSeeUnassigned: boolean,
  nameOf: (userId: string) => Promise<string | undefined>,
) {
  return changeChat<Changed>(chatId, async (known) => {
    if (!known) throw notFound('chat')
    // A repeated call: the first one did all of it, and whoever has the chat by now keeps it.
    const done = note && (await findNoted(known, note.id))
    const before = { assigneeId: known.assigneeId }
    if (done && maySee(user, known, agentsSeeUnassigned))
      return { chat: known, result: { before, note: done } }
    await allow(known, patch, user, agentsSeeUnassigned, nameOf)
    asBelieved(known, patch)
    const next = patched(known, patch, user)
    if (!note) return { chat: next, result: { before } }
    const { chat, writes, message } = noted(next, note, user)
    return { chat, writes, result: { before, note: message } }
  })
}

async function allow(
  { assigneeId }: ChatState,
  patch: Patch,
  user: User,
  agentsSeeUnassigned: boolean,
  nameOf: (userId: string) => Promise<string | undefined>,
) {
  const claims = patch.assigneeId === user.id
  const visible = maySee(user, { assigneeId }, agentsSeeUnassigned)
  // Whoever reached for a chat a moment too late is told who has it; to all others it does not exist.
  if (!visible && !claims) throw notFound('chat')
  const expected = patch.expectedAssigneeId
  if ((expected !== undefined && expected !== assigneeId) || !visible)
    throw conflict('already_assigned', 'Somebody else has this chat', {
      assigneeId,
      assigneeName: assigneeId ? await nameOf(assigneeId) : undefined,
    })
  const handsOn = patch.assigneeId !== undefined && patch.assigneeId !== null && !claims
  if (handsOn && user.role !== 'admin') throw forbidden('Only admins may assign chats to others')
}

/** Never backwards, never beyond the newest message; answers whether it moved at all. */
export const markRead = (chatId: string, seq: number, user?: User, agentsSeeUnassigned = true) =>
  changeChat(chatId, (before) => {
    if (!before || (user && !maySee(user, before, agentsSeeUnassigned))) throw notFound('chat')
    const readSeq = Math.max(before.readSeq, Math.min(seq, before.lastSeq))
    if (readSeq === before.readSeq) return { chat: before, result: false }
    return { chat: { ...before, readSeq, updatedAt: new Date().toISOString() }, result: true }
  })

/** To be looked at again: the newest message counts as unread, if nothing does already; answers whether it moved. */
export const markUnread = (chatId: string, user: User, agentsSeeUnassigned: boolean) =>
  changeChat(chatId, (before) => {
    if (!before || !maySee(user, before, agentsSeeUnassigned)) throw notFound('chat')
    const readSeq = Math.min(before.readSeq, Math.max(0, before.lastSeq - 1))
    if (readSeq === before.readSeq) return { chat: before, result: false }
    return { chat: { ...before, readSeq, updatedAt: new Date().toISOString() }, result: true }
  })

/** So long after its last write, a new tick moves the chat in the inbox, so that `since` finds it. */
export const tickMovesAfterMs = 5 * 60_000

/** A late tick of the chat's last message counts as a change of the chat. */
export async function ticked(chat: ChatState, { id }: MessageState): Promise<ChatState> {
  const now = Date.now()
  if (chat.lastMessage?.id !== id || now - Date.parse(chat.updatedAt) < tickMovesAfterMs)
    return chat
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: chatKey(chat.id),
        UpdateExpression: 'SET updatedAt = :now ADD rev :one',
        ConditionExpression: 'lastMessage.id = :id',
        ExpressionAttributeValues: { ':now': new Date(now).toISOString(), ':one': 1, ':id': id },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return ChatState.parse(Attributes)
  } catch (error) {
    if (isConditionFailure(error)) return chat
    throw error
  }
}
