import { isNote } from '../../shared/message.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import type { Answer } from '../domain/sending/from-bot.ts'
import { log } from '../lib/log.ts'
import { cannedAnswer } from './canned.ts'
import { isAdmin, isCommand } from './duty.ts'
import { isExactly, mentions } from './keywords.ts'
import { hasModel, modelAnswer, type Turn } from './openai.ts'
import type { Texts } from './texts.ts'

interface Context {
  chat: ChatState
  /** The newest messages, newest first. */
  recent: MessageState[]
  texts: Texts
  runCommand: (command: string) => Promise<string>
}

/**
 * The message that is owed an answer and what the customer said right before it, oldest first. In the order
 * of arrival: a message that came late stands above our last words, and is owed an answer all the same.
 */
function burstOf(recent: MessageState[], owed: string | undefined): MessageState[] {
  const arrived = recent.toSorted((a, b) => b.seq - a.seq)
  const from = arrived.findIndex(({ id }) => id === owed)
  if (from === -1) return []
  const end = arrived.findIndex(({ sender }, i) => i > from && sender !== 'customer')
  const burst = arrived.slice(from, end === -1 ? undefined : end)
  // What was taken back is not answered.
  return burst.filter(({ deletedAt }) => !deletedAt).toReversed()
}

/** What the bot answers; undefined when it should say nothing. */
export async function decide({
  chat,
  recent: all,
  texts,
  runCommand,
}: Context): Promise<Answer | undefined> {
  // What the team writes for itself is not for the bot, nor for a model elsewhere.
  const recent = all.filter((message) => !isNote(message))
  const burst = burstOf(recent, chat.botDue)
  const newest = burst.at(-1)
  if (!newest) return undefined
  if (isCommand(newest.text) && isAdmin(chat.customer.phone))
    return { text: await runCommand(newest.text), mode: chat.mode }
  const said = burst.map(({ text }) => text).join('\n')
  if (chat.mode === 'agent') {
    const back = isExactly(newest.text, texts.back.keywords)
    return back && { text: texts.back.text[back], mode: 'bot' }
  }
  if (chat.mode !== 'bot') return undefined
  const person = mentions(said, texts.handover.keywords)
  if (person) return { text: texts.handover.text[person], mode: 'agent', handover: true }
  return { ...(await written(said, recent, texts)), mode: 'bot' }
}

/** By the model if there is one; if it fails, the prepared answer goes out, and why is on the chat. */
async function written(said: string, recent: MessageState[], texts: Texts) {
  const text = cannedAnswer(said, texts)
  if (!(await hasModel())) return { text }
  try {
    return { text: await modelAnswer(texts.instructions, turnsOf(recent)) }
  } catch (error) {
    const botProblem = error instanceof Error ? error.name : 'Error'
    log('model failed', { error: botProblem })
    return { text, botProblem: reasonOf(error) }
  }
}

/** Short enough for a line on the chat, and without anything the model's host may have quoted. */
function reasonOf(error: unknown): string {
  const status = (error as { status?: number }).status
  if (status) return `OpenAI answered ${status}`
  return error instanceof Error && /time/i.test(`${error.name} ${error.message}`)
    ? 'OpenAI took too long'
    : 'OpenAI could not be reached'
}

const turnsOf = (recent: MessageState[]): Turn[] =>
  recent
    .filter(({ deletedAt }) => !deletedAt)
    .toReversed()
    .map(({ sender, text, kind }) => ({
      role: sender === 'customer' ? 'user' : 'assistant',
      content: text || `[${kind}]`,
    }))
