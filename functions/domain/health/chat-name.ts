import type { ChatName } from '../../../shared/parked.ts'
import { findChat } from '../chat/store.ts'

/** Whom a chat is with; undefined when there is no such chat. */
export async function chatName(chatId: string): Promise<ChatName | undefined> {
  const chat = await findChat(chatId)
  if (!chat) return undefined
  const { name, phone } = chat.customer
  return { chatId: chat.id, customer: { name, phone }, isGroup: chat.isGroup }
}
