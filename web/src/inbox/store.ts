import { monotonicFactory } from 'ulid'
import type * as z from 'zod/mini'
import { create } from 'zustand'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { messagesContract } from '../../../shared/contract/messages.ts'
import type { InboxEvent } from '../../../shared/events.ts'
import type { Message } from '../../../shared/message.ts'
import { call } from '../api.ts'
import { codeOf, waitsAfter } from '../api-error.ts'
import { apply, applyAll, type Draft, emptyInbox, withMessage } from './apply.ts'
import { applyNewest } from './apply-page.ts'
import { draftsOf, isDue, messagesOf, newestSeqOf } from './select.ts'

type Page = typeof chatsContract.listChats.output

export const useInbox = create(() => emptyInbox)

/** Of two names the later one sorts behind, also within a millisecond. */
const nameNext = monotonicFactory()

const put = (draft: Draft) =>
  useInbox.setState(({ outbox }) => ({ outbox: { ...outbox, [draft.id]: draft } }))

export const receive = (event: InboxEvent) => useInbox.setState((inbox) => apply(inbox, event))

export const receiveAll = (events: InboxEvent[]) =>
  useInbox.setState((inbox) => applyAll(inbox, events))

/** A page of the list: by which rule of sight it was chosen, what is in it, and what is out of sight now. */
export function receivePage({ sight, items, hidden = [] }: z.infer<Page>) {
  if (sight) receive({ type: 'settings.changed', sight })
  receiveAll([
    ...items.map((chat) => ({ type: 'chat.changed', chat }) as const),
    ...hidden.map((gone) => ({ type: 'chat.hidden', ...gone }) as const),
  ])
}

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

/**
 * We name the message and the server keeps the name, so trying again can never send it twice. What finds no
 * server waits, and goes out in its order once there is one again.
 */
export function sendMessage(
  draftOf: Pick<Draft, 'chatId' | 'text' | 'seenSeq' | 'quotedId' | 'replaces' | 'note'>,
  id = nameNext(),
  writtenAt = new Date().toISOString(),
): Promise<void> {
  const { chatId, text, seenSeq, quotedId, replaces, note } = draftOf
  const more = { ...(quotedId && { quotedId }), ...(replaces && { replaces }) }
  put({ id, chatId, text, seenSeq, writtenAt, ...more, ...(note && { note }) })
  return flush(chatId)
}

const turns = new Map<string, Promise<void>>()

/** What was written first in a chat is handed over first, however slow the network is. */
async function handOver(chatId: string): Promise<void> {
  for (;;) {
    const due = draftsOf(useInbox.getState(), chatId).filter(isDue)
    const [draft] = due
    if (!draft) return
    const error = await hand(draft)
    if (!error) {
      discard(draft.id)
      continue
    }
    // The reply can be lost after the message arrived over the socket; then there is nothing left to fail.
    const open = due.filter(({ id }) => useInbox.getState().outbox[id])
    if (waitsAfter(error)) {
      for (const one of open) put({ ...one, problem: codeOf(error), waits: true })
      return
    }
    const { waits: _, ...decided } = draft
    if (open.includes(draft)) put({ ...decided, problem: codeOf(error) })
  }
}

/** Answers why it was not taken. */
async function hand(draft: Draft): Promise<unknown> {
  const { id, chatId, text } = draft
  const { writtenAt: _, problem: __, waits: ___, note, ...fields } = draft
  try {
    receiveMessage(
      note
        ? await call(messagesContract.addNote, { id, chatId, text })
        : await call(messagesContract.sendMessage, fields),
    )
    return undefined
  } catch (error) {
    if (['unseen', 'settled'].includes(codeOf(error))) await loadThread(chatId).catch(() => {})
    return error
  }
}

/** Hands over what a chat has to say, after what it is handing over just now. */
export function flush(chatId: string): Promise<void> {
  const handed = (turns.get(chatId) ?? Promise.resolve()).then(() => handOver(chatId))
  turns.set(chatId, handed)
  return handed
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
  useInbox.setState(({ outbox }) => {
    const { [draftId]: _, ...others } = outbox
    return draftId in outbox ? { outbox: others } : {}
  })

/** A person decides about a message that failed or is in doubt. */
export async function resolveMessage(
  messageId: string,
  as: 'sent' | 'resend' | 'drop',
): Promise<void> {
  receiveMessage(await call(messagesContract.resolveMessage, { messageId, as }))
}
