import { messagesContract } from '../../../shared/contract/messages.ts'
import { type AmendmentKind, isNote, type Message } from '../../../shared/message.ts'
import type { User } from '../../../shared/user.ts'
import { call } from '../api.ts'
import { receiveMessage } from './store.ts'

type Named = Pick<Message, 'id' | 'chatId'>

/** An empty emoji takes ours back. */
export async function react({ id, chatId }: Named, emoji: string): Promise<void> {
  receiveMessage(await call(messagesContract.react, { chatId, messageId: id, emoji }))
}

export async function edit({ id, chatId }: Named, text: string): Promise<void> {
  receiveMessage(await call(messagesContract.editMessage, { chatId, messageId: id, text }))
}

export async function remove({ id, chatId }: Named): Promise<void> {
  receiveMessage(await call(messagesContract.deleteMessage, { chatId, messageId: id }))
}

/** What WhatsApp refused is let be, for everybody. */
export async function dropChange({ id, chatId }: Named, kind: AmendmentKind): Promise<void> {
  receiveMessage(await call(messagesContract.dropChange, { chatId, messageId: id, kind }))
}

export const versionsOf = async ({ id, chatId }: Named) =>
  (await call(messagesContract.listVersions, { chatId, messageId: id })).items

/** WhatsApp lets words be changed, and messages be deleted for everyone, for so long. */
const editableMs = 15 * 60_000
const deletableMs = 2 * 24 * 3600_000

const isOut = ({ sender, status }: Message) =>
  sender !== 'customer' && ['sent', 'delivered', 'read', 'played'].includes(status)

/** What this user may ask to be done with a message. The server decides. */
export function actionsFor(message: Message, { id, role }: User, now = Date.now()) {
  const { sender, userId, status, kind, text, sentAt, deletedAt } = message
  // A note is nowhere but here: there is nothing WhatsApp could be asked to do with it.
  const there = !deletedAt && !isNote(message) && (status === 'received' || isOut(message))
  const theirs = role === 'admin' || sender === 'bot' || (sender === 'agent' && userId === id)
  const mayChange = there && isOut(message) && theirs
  const age = now - Date.parse(sentAt)
  return {
    react: there,
    reply: there,
    edit: mayChange && kind === 'text' && age <= editableMs,
    remove: mayChange && age <= deletableMs,
    copy: !deletedAt && text !== '',
  }
}
