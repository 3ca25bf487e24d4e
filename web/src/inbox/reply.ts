import { create } from 'zustand'

/** Which message of a chat the next reply will quote. */
export const useReply = create<Record<string, string>>(() => ({}))

export const quote = (chatId: string, messageId: string) =>
  useReply.setState({ [chatId]: messageId })

export const unquote = (chatId: string) =>
  useReply.setState(({ [chatId]: _, ...others }) => others, true)
