import type { ChatMode } from '../../../shared/chat.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { takenOver } from '../chat/chat-state.ts'
import { changeChat } from '../chat/store.ts'
import { putMessage } from '../message/put-message.ts'

import { inOutbox, queued } from './outgoing.ts'

/** The name of the one reply of the bot to a message. */
export const answerId = (messageId: string) => `bot-${messageId}`

export interface Answer {
  text: string
  mode: ChatMode
  botProblem?: string
  /** The customer still waits for a person. */
  handover?: boolean
  /** It tells that the shop is closed, and which time of being closed that is. */
  awayFor?: string
}

const tenMinutesMs = 10 * 60_000

/** How often the bot has answered in a chat, today and lately. */
export function botSaid({ botSaid }: Pick<ChatState, 'botSaid'>, now: number) {
  const day = new Date(now).toISOString().slice(0, 10)
  return {
    day,
    today: botSaid?.day === day ? botSaid.today : 0,
    lately: (botSaid?.lately ?? []).filter((at) => at > now - tenMinutesMs),
  }
}

function once(chat: ChatState, now: number): ChatState['botSaid'] {
  const { day, today, lately } = botSaid(chat, now)
  return { day, today: today + 1, lately: [...lately, now] }
}

/** The bot has said enough here: it keeps quiet, and the customer waits for a person. */
export const stop = (known: ChatState, messageId: string, why: string) =>
  changeChat(known.id, (before = known) => {
    const settled = before.botDue !== messageId || before.takeovers !== known.takeovers
    const mode = before.mode === 'bot' ? 'agent' : before.mode
    const chat = settled ? before : { ...takenOver(before, mode), botProblem: why }
    return { chat, result: !settled }
  })

/** Of this time of being closed the customer need not be told: somebody of the team is there. */
export const keepSilent = (known: ChatState, messageId: string, awayFor: string) =>
  changeChat(known.id, (before = known) => {
    const settled = before.botDue !== messageId || before.takeovers !== known.takeovers
    const chat = settled ? before : { ...before, botDue: undefined, awayFor }
    return { chat, result: undefined }
  })

/**
 * Queues the bot's reply to a message, once: only while the chat still owes it. Undefined when a person
 * took over, or a newer message came, before it was written.
 */
export async function answer(
  known: ChatState,
  messageId: string,
  { text, mode, botProblem, handover, awayFor }: Answer,
) {
  const nowMs = Date.now()
  return changeChat<MessageState | undefined>(
    known.id,
    (before) => {
      if (before?.botDue !== messageId || before.takeovers !== known.takeovers)
        return { chat: before ?? known, result: undefined }
      const { takeovers } = before
      const written = { id: answerId(messageId), sender: 'bot' as const, text, takeovers }
      const { message, chat } = queued(before, written, nowMs)
      return {
        chat: {
          ...chat,
          mode,
          botProblem,
          botDue: undefined,
          botSaid: once(before, nowMs),
          awayFor: awayFor ?? before.awayFor,
          readSeq: Math.min(before.readSeq + 1, chat.lastSeq),
          waitingSince: handover ? before.waitingSince : null,
        },
        writes: [putMessage(message, inOutbox(message.changedAt))],
        result: message,
      }
    },
    { first: async () => known },
  )
}
