import * as z from 'zod/mini'
import { tableName } from '../../lib/table.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import type { Write } from '../chat/store.ts'
import { keptMs } from './hour.ts'

/** One human answer to customers who waited. */
export const Answer = z.object({
  chatId: z.string(),
  messageId: z.string(),
  at: z.string(),
  /** Nobody's: it was written on the phone. */
  userId: z.optional(z.string()),
  /** Since the first message that nobody had answered. */
  ms: z.number(),
  /** The first since the chat began, or since its customer came back to it once it was closed. */
  first: z.boolean(),
})
export type Answer = z.infer<typeof Answer>

export const answersPk = (day: string) => `answers#${day}`

/** The chat after words of a person, and what is written down of them if the customer waited for them. */
export function answering(
  before: ChatState | undefined,
  next: ChatState,
  message: MessageState,
): { chat: ChatState; writes: Write[] } {
  const isHuman = message.sender === 'agent' || message.sender === 'phone'
  if (!before?.waitingSince || next.waitingSince || !isHuman) return { chat: next, writes: [] }
  const answer: Answer = {
    chatId: next.id,
    messageId: message.id,
    at: message.sentAt,
    userId: message.userId,
    ms: Math.max(0, Date.parse(message.sentAt) - Date.parse(before.waitingSince)),
    first: !before.answered,
  }
  return { chat: { ...next, answered: true }, writes: [putAnswer(answer)] }
}

const putAnswer = (answer: Answer): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...answer,
      pk: answersPk(answer.at.slice(0, 10)),
      sk: `${answer.at}#${answer.messageId}`,
      expiresAt: Math.floor((Date.parse(answer.at) + keptMs) / 1000),
    },
  },
})
