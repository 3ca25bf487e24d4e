import { navigate } from 'wouter/use-browser-location'
import type * as z from 'zod/mini'
import type { Chat, ChatMode } from '../../../shared/chat.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import type { NoteDraft } from '../../../shared/note.ts'
import { call } from '../api.ts'
import { ApiError } from '../api-error.ts'
import { hrefOf, placeNow } from '../place.ts'
import { loadThread, receive } from './store.ts'

/** Of several who change the same thing, the losers see at once what the winner made of it. */
export async function changed(
  fields: z.input<typeof chatsContract.changeChat.input>,
): Promise<Chat> {
  try {
    const { chat } = await call(chatsContract.changeChat, fields)
    receive({ type: 'chat.changed', chat })
    return chat
  } catch (error) {
    if (error instanceof ApiError && [404, 409].includes(error.status)) {
      await loadThread(fields.chatId).catch(() => {})
    }
    throw error
  }
}

const change = async (fields: Parameters<typeof changed>[0]): Promise<void> =>
  void (await changed(fields))

/** Whoever takes a chat answers it, so the bot falls silent. */
export const claim = (chatId: string, userId: string) =>
  change({ chatId, assigneeId: userId, expectedAssigneeId: null, mode: 'agent' })

export const assign = (
  chatId: string,
  assigneeId: string | null,
  expectedAssigneeId: string | null,
) => change({ chatId, assigneeId, expectedAssigneeId })

/** Whoever has it next finds the note in the thread; both happen, or neither. */
export const handOver = (
  { id: chatId, assigneeId: expectedAssigneeId }: Pick<Chat, 'id' | 'assigneeId'>,
  assigneeId: string | null,
  note: NoteDraft,
) => change({ chatId, assigneeId, expectedAssigneeId, note })

export const setMode = (chatId: string, mode: ChatMode) => change({ chatId, mode })

/** What the team may say of a customer. */
export type CustomerField = 'name' | 'email' | 'address' | 'notes'

/** `over`: what stood there when somebody began to write; if it does no more, nothing is changed. */
export const changeCustomer = (chatId: string, name: CustomerField, value: string, over: string) =>
  change({ chatId, customer: { [name]: value }, expectedCustomer: { [name]: over } })

/** What a chat was about that has been closed; one that its customer reopened meanwhile stays open. */
export const giveTopic = (chatId: string, topic: string) => change({ chatId, topic })

/** Two chats of one customer are shown as one; answers under which id. */
export async function joinChats(chatId: string, withId: string): Promise<string> {
  const { chat } = await call(chatsContract.joinChat, { chatId, withId })
  receive({ type: 'chat.changed', chat })
  return chat.id
}

/** What went on under another id goes on by itself again. */
export async function splitChat(chatId: string, mergedId: string): Promise<void> {
  const { chat } = await call(chatsContract.splitChat, { chatId, mergedId })
  receive({ type: 'chat.changed', chat })
  await loadThread(chatId).catch(() => {})
}

/** Never fails aloud: what stays unread is marked at the next look. */
export async function markRead(chatId: string, seq: number): Promise<void> {
  const answer = await call(chatsContract.markRead, { chatId, seq }).catch(() => undefined)
  if (answer) receive({ type: 'chat.changed', chat: answer.chat })
}

/** To be looked at again. A chat that is open would be read at once: it is left first. */
export async function markUnread(chatId: string): Promise<void> {
  const { chatId: open, base, filter } = placeNow()
  if (open === chatId) navigate(hrefOf({ base, filter, customer: false }))
  const { chat } = await call(chatsContract.markUnread, { chatId })
  receive({ type: 'chat.changed', chat })
}
