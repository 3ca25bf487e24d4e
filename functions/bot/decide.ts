import { cannedAnswer } from '../../shared/answering/canned.ts'
import { isExactly, languageOf, mentions } from '../../shared/answering/keywords.ts'
import type { BotTexts } from '../../shared/answering/texts.ts'
import { isNote } from '../../shared/message.ts'
import type { Language } from '../../shared/preferences.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import type { Answer } from '../domain/sending/from-bot.ts'
import { log } from '../lib/log.ts'
import { isAdmin, isCommand, owesAway } from './duty.ts'
import type { Closed } from './hours.ts'
import { handedOver, type Left } from './limits.ts'
import { hasModel, modelAnswer, type Turn } from './openai.ts'
import { hasTokens } from './tokens.ts'

interface Context {
  chat: ChatState
  /** The newest messages, newest first. */
  recent: MessageState[]
  texts: BotTexts
  /** What the bot writes in where a message does not show its language. */
  language?: Language
  /** Since when the shop is closed, while it is. */
  closed?: Closed | undefined
  /** How much the bot may still say here. */
  left?: Left
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
  language,
  closed,
  left,
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
  const away = owesAway(chat, closed) && closed ? { awayFor: closed.since } : undefined
  if (chat.mode === 'agent') {
    const back = isExactly(newest.text, texts.back.keywords)
    if (back) return { text: texts.back.text[back], mode: 'bot' }
    if (!away || !closed || isSomebodyThere(recent, closed)) return undefined
    const text = texts.away[languageOf(said, language)]
    return { text, mode: 'agent', handover: true, ...away }
  }
  if (chat.mode !== 'bot') return undefined
  const person = mentions(said, texts.handover.keywords)
  if (!person && left?.answers === 1) return handedOver(texts, languageOf(said, language), left)
  if (person) {
    const text = (away ? texts.away : texts.handover.text)[person]
    return { text, mode: 'agent', handover: true, ...away }
  }
  const answer = await written(said, recent, texts, language)
  if (!away) return { ...answer, mode: 'bot' }
  const text = `${answer.text}\n\n${texts.away[languageOf(said, language)]}`
  return { ...answer, text, mode: 'bot', ...away }
}

/** Whoever wrote after the shop closed is there, and tells the customer what there is to tell. */
const isSomebodyThere = (recent: MessageState[], { forMs }: Closed, now = Date.now()) =>
  recent.some(
    ({ sender, sentAt }) =>
      (sender === 'agent' || sender === 'phone') && now - Date.parse(sentAt) < forMs,
  )

/** By the model if there is one; if it fails, the prepared answer goes out, and why is on the chat. */
async function written(said: string, recent: MessageState[], texts: BotTexts, language?: Language) {
  const text = cannedAnswer(said, texts, language)
  if (!(await hasModel())) return { text }
  if (!(await hasTokens())) return { text, botProblem: 'The tokens of the day are used up' }
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
