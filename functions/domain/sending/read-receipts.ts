import type { Settings } from '../../../shared/settings.ts'
import type { ChatState } from '../chat/chat-state.ts'

type Rule = Settings['readReceipts']

/** Does opening a chat turn the customer's ticks blue? */
export const onOpen = (rule: Rule): boolean => rule === 'on-open'

/**
 * Does this reply? With the first of several: the customer's words have been read by then, whether
 * somebody had opened the chat or not.
 */
export const onReply = (rule: Rule, before: ChatState): boolean =>
  rule === 'on-open'
    ? before.readSeq < before.lastSeq
    : rule === 'on-reply' && before.lastMessage?.sender !== 'agent'
