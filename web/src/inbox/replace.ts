import { create } from 'zustand'
import type { Message } from '../../../shared/message.ts'
import { compose } from './composer/composing.ts'
import { draftText } from './composer/draft-text.ts'
import { quote } from './reply.ts'

interface Replacement {
  /** The failed message that is dropped when the new one is queued. */
  messageId: string
  /** What it said. */
  text: string
  /** What stood in the composer before, and stands there again after. */
  before: string
}

/** Which failed message of a chat is being written anew. */
export const useReplace = create<Record<string, Replacement>>(() => ({}))

/** Puts the words of a message that was not sent, and what it quoted, into the composer. */
export function replace({
  id,
  chatId,
  text,
  quoted,
}: Pick<Message, 'id' | 'chatId' | 'text' | 'quoted'>) {
  const before = useReplace.getState()[chatId]?.before ?? draftText(chatId)
  compose(chatId, 'reply')
  useReplace.setState({ [chatId]: { messageId: id, text, before } })
  if (quoted) quote(chatId, quoted.id)
}

export const stopReplacing = (chatId: string) =>
  useReplace.setState(({ [chatId]: _, ...others }) => others, true)
