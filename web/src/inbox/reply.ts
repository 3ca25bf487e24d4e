import { create } from 'zustand'
import { compose } from './composer/composing.ts'

/** Which message of a chat the next reply will quote. */
export const useReply = create<Record<string, string>>(() => ({}))

/** Only a reply quotes, no note does. */
export function quote(chatId: string, messageId: string) {
  compose(chatId, 'reply')
  useReply.setState({ [chatId]: messageId })
}

export const unquote = (chatId: string) =>
  useReply.setState(({ [chatId]: _, ...others }) => others, true)
