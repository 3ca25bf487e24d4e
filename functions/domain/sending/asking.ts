import { maySee } from '../../../shared/chat.ts'
import type { PendingAmendment } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, forbidden, notFound } from '../../lib/errors.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { findChat } from '../chat/store.ts'
import * as Thread from '../message/thread.ts'
import { done, ask as writeDown } from './asked.ts'

interface Target {
  chatId: string
  messageId: string
}

/** The message, if this user may see its chat; to all others it does not exist. */
export async function find(
  { chatId, messageId }: Target,
  user: User,
  agentsSeeUnassigned: boolean,
) {
  const chat = await findChat(chatId, { consistent: true })
  if (!chat || !maySee(user, chat, agentsSeeUnassigned)) throw notFound('message')
  const message = await Thread.findById(chat, messageId)
  if (!message) throw notFound('message')
  return { chat, message }
}

/**
 * Asks for a change of a message that is out, and writes it down to be done. Answers the message as it is
 * already, when that is what was asked for.
 */
export async function ask(
  target: Target,
  { kind, value }: Pick<PendingAmendment, 'kind' | 'value'>,
  user: User,
  agentsSeeUnassigned: boolean,
): Promise<{ chat: ChatState; message: MessageState; askedAt?: string }> {
  const { chat, message } = await find(target, user, agentsSeeUnassigned)
  const asIs = await unchanged(message, kind, value)
  if (asIs) return { chat, message: asIs }
  allow(message, kind, user)
  const askedAt = new Date().toISOString()
  const wish = { kind, value, userId: user.id, userName: user.name, askedAt }
  const asked = await writeDown(message, wish)
  if (!asked) throw notFound('message')
  return { chat, message: asked, askedAt }
}

/** Lets a change be that WhatsApp refused. */
export async function dropChange(
  target: Target,
  kind: PendingAmendment['kind'],
  user: User,
  agentsSeeUnassigned: boolean,
): Promise<{ chat: ChatState; message: MessageState }> {
  const { chat, message } = await find(target, user, agentsSeeUnassigned)
  const refusal = message.pending?.find((pending) => pending.kind === kind && pending.error)
  const dropped = refusal && (await done(message, refusal))
  if (!dropped) throw conflict('settled', 'Nothing was refused, or it was dropped already')
  return { chat, message: dropped }
}

/**
 * The message, if it is already what it is to become. An edit that was refused is forgotten by asking for
 * the words that stand.
 */
async function unchanged(message: MessageState, kind: PendingAmendment['kind'], value: string) {
  if (kind === 'deletion') return message.deletedAt ? message : undefined
  if (kind !== 'edit' || value !== message.text) return undefined
  const known = message.pending?.find((pending) => pending.kind === kind)
  if (known && !known.error) return undefined
  return (known && (await done(message, known))) ?? message
}

const out: MessageState['status'][] = ['received', 'sent', 'delivered', 'read', 'played']

/** So long WhatsApp takes an edit, and a deletion for everyone. */
const allowedMs = { edit: 15 * 60_000, deletion: 2 * 24 * 3600_000 }

function allow(message: MessageState, kind: PendingAmendment['kind'], user: User) {
  if (message.deletedAt) throw conflict('deleted', 'This message was deleted')
  if (!message.providerId || !out.includes(message.status))
    throw conflict('not_sent', 'This message has not gone out')
  if (kind === 'reaction') return
  if (message.sender === 'customer') throw forbidden('That is the customer’s message')
  const theirs = message.sender === 'bot' || message.userId === user.id
  if (!theirs && user.role !== 'admin') throw forbidden('Only its writer and admins may do that')
  if (kind === 'edit' && message.kind !== 'text')
    throw conflict('not_text', 'Only texts can be edited')
  if (Date.now() - Date.parse(message.sentAt) > allowedMs[kind])
    throw conflict('too_late', 'WhatsApp does not allow that any more')
}

/** What a message said before, oldest first. What a deleted one said is for admins. */
export async function versions(target: Target, user: User, agentsSeeUnassigned: boolean) {
  const { message } = await find(target, user, agentsSeeUnassigned)
  const { deletedAt, text } = message
  if (deletedAt && user.role !== 'admin') throw forbidden('Only admins may read what was deleted')
  const before = message.versions ?? []
  return { items: deletedAt ? [...before, { text, until: deletedAt }] : before }
}
