import { ulid } from 'ulid'
import { create } from 'zustand'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { messagesContract } from '../../../shared/contract/messages.ts'
import type { InboxEvent } from '../../../shared/events.ts'
import type { Message } from '../../../shared/message.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'
import { apply, applyAll, type Draft, emptyInbox, withMessage } from './apply.ts'
import { applyNewest } from './apply-page.ts'
import { messagesOf, newestSeqOf } from './select.ts'

export const useInbox = create(() => emptyInbox)

export const receive = (event: InboxEvent) => useInbox.setState((inbox) => apply(inbox, event))

export const receiveAll = (events: InboxEvent[]) =>
  useInbox.setState((inbox) => applyAll(inbox, events))

export const receiveMessage = (message: Message) =>
  useInbox.setState((inbox) => withMessage(inbox, message))

/** A chat we may not see is a chat that is not there: it leaves the screen. */
function leaveIfRefused(chatId: string, error: unknown): never {
  const rev = useInbox.getState().chats[chatId]?.rev ?? 0
  if (['not_found', 'forbidden'].includes(codeOf(error)))
    receive({ type: 'chat.hidden', chatId, rev })
  throw error
}

/** Answers under which id the conversation is known: of two chats that became one, both ids lead to it. */
export async function loadThread(chatId: string): Promise<string> {
  const page = await call(chatsContract.getChat, { chatId }).catch((error) =>
    leaveIfRefused(chatId, error),
  )
  receive({ type: 'chat.changed', chat: page.chat })
  useInbox.setState((inbox) => applyNewest(inbox, page.chat.id, page))
  return page.chat.id
}

/** We name the message and the server keeps the name, so trying again can never send it twice. */
export async function sendMessage(
  draftOf: Pick<Draft, 'chatId' | 'text' | 'seenSeq' | 'quotedId' | 'replaces' | 'note'>,
  id = ulid(),
  writtenAt = new Date().toISOString(),
): Promise<void> {
  const { chatId, text, seenSeq, quotedId, replaces, note } = draftOf
  const more = { ...(quotedId && { quotedId }), ...(replaces && { replaces }) }
  const draft: Draft = { id, chatId, text, seenSeq, writtenAt, ...more, ...(note && { note }) }
  useInbox.setState(({ outbox }) => ({ outbox: { ...outbox, [id]: draft } }))
  try {
    await inTurn(chatId, async () =>
      receiveMessage(
        note
          ? await call(messagesContract.addNote, { id, chatId, text })
          : await call(messagesContract.sendMessage, { id, chatId, text, seenSeq, ...more }),
      ),
    )
  } catch (error) {
    if (['unseen', 'settled'].includes(codeOf(error))) await loadThread(chatId).catch(() => {})
    // The reply can be lost after the message arrived over the socket; then there is nothing left to fail.
    useInbox.setState((inbox) =>
      inbox.outbox[id]
        ? { outbox: { ...inbox.outbox, [id]: { ...draft, problem: codeOf(error) } } }
        : inbox,
    )
  }
}

const turns = new Map<string, Promise<unknown>>()

/** What was written first in a chat is handed over first, however slow the network is. */
function inTurn(chatId: string, send: () => Promise<void>): Promise<void> {
  const sent = (turns.get(chatId) ?? Promise.resolve()).then(send, send)
  turns.set(chatId, sent)
  return sent
}

/**
 * Whoever tries again after somebody else wrote has read that by now; or has seen what became of the message
 * that this one was to replace.
 */
export function tryAgain(draft: Draft): Promise<void> {
  const known = newestSeqOf(messagesOf(useInbox.getState(), draft.chatId))
  const seenSeq = draft.problem === 'unseen' ? known : draft.seenSeq
  const { replaces, ...alone } = draft
  const again = draft.problem === 'settled' ? alone : draft
  return sendMessage({ ...again, seenSeq }, draft.id, draft.writtenAt)
}

export const discard = (draftId: string) =>
  useInbox.setState(({ outbox: { [draftId]: _, ...outbox } }) => ({ outbox }))

/** A person decides about a message that failed or is in doubt. */
export async function resolveMessage(
  messageId: string,
  as: 'sent' | 'resend' | 'drop',
): Promise<void> {
  receiveMessage(await call(messagesContract.resolveMessage, { messageId, as }))
}
