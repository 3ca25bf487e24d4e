import type { Chat } from '../../../shared/chat.ts'
import type { Message } from '../../../shared/message.ts'
import { readable } from '../../../shared/phone.ts'
import type { Text } from '../text/en.ts'
import type { ThreadWords } from '../text/thread/en.ts'
import { nameOf } from './name.ts'

interface Words {
  text: Text
  words: ThreadWords
}

/** Who wrote a message, in words. Who has neither a name nor a number gets no invented one. */
export function writerOf(message: Message, chat: Chat, me: string, { text, words }: Words): string {
  const { sender, userId, senderName, senderPhone } = message
  if (sender === 'agent') return userId === me ? text.thread.you : (senderName ?? text.thread.agent)
  if (sender !== 'customer') return text.thread[sender]
  if (!chat.isGroup) return nameOf(chat, text)
  return senderName || (senderPhone ? readable(senderPhone) : words.hiddenSender)
}
