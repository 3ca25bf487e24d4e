import type { Chat } from '../../../shared/chat.ts'
import type { Message } from '../../../shared/message.ts'
import { readable } from '../../../shared/phone.ts'
import type { Text } from '../text/en.ts'
import type { ThreadWords } from '../text/thread/en.ts'

interface Words {
  text: Text
  words: ThreadWords
}

/** Who wrote a message, in words. Who has neither a name nor a number gets no invented one. */
export function writerOf(message: Message, chat: Chat, me: string, { text, words }: Words): string {
  const { sender, userId, senderName, senderPhone } = message
  if (sender === 'agent') return userId === me ? text.thread.you : (senderName ?? text.thread.agent)
  if (sender !== 'customer') return text.thread[sender]
  if (!chat.isGroup) return chat.customer.name
  return senderName || (senderPhone ? readable(senderPhone) : words.hiddenSender)
}

/** A customer's number, or why there is none. */
export const numberOf = ({ customer, isGroup }: Chat, { text, words }: Words): string =>
  isGroup ? text.list.group : customer.phone ? readable(customer.phone) : words.hiddenNumber
