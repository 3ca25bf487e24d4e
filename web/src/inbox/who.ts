import type { Chat } from '../../../shared/chat.ts'
import type { Message } from '../../../shared/message.ts'
import { readable } from '../../../shared/phone.ts'
import type { Text } from '../text/en.ts'
import type { ThreadWords } from '../text/thread/en.ts'
import { nameOf } from './name.ts'

/** The other side of a chat, as far as its messages tell of it: seldom another, while the chat is with each of them. */
export type Party = Pick<Chat, 'id' | 'isGroup'> & {
  customer: Pick<Chat['customer'], 'name' | 'phone'>
}

interface Words {
  text: Text
  words: ThreadWords
}

/** Who wrote a message, in words. Who has neither a name nor a number gets no invented one. */
export function writerOf(
  message: Message,
  party: Party,
  me: string,
  { text, words }: Words,
): string {
  const { sender, userId, senderName, senderPhone } = message
  if (sender === 'agent') return userId === me ? text.thread.you : (senderName ?? text.thread.agent)
  if (sender !== 'customer') return text.thread[sender]
  if (!party.isGroup) return nameOf(party, text)
  return senderName || (senderPhone ? readable(senderPhone) : words.hiddenSender)
}
