import type { BotTexts } from '../../shared/answering/texts.ts'
import type { Language } from '../../shared/preferences.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { type Answer, botSaid } from '../domain/sending/from-bot.ts'
import { isAdmin } from './duty.ts'

/** So often the bot answers in one chat; who writes more talks to a person, or is a machine. */
export const most = { inTenMinutes: 6, inADay: 40 }

/** So often a customer may say the very same before somebody has a look. */
const mostAlike = 3

/** What is said to the team, where the bot stopped (web/src/text/thread/bot-problem.ts). */
const reasons = {
  often: 'It answered 6 times in ten minutes',
  today: 'It answered 40 times today',
  alike: 'The customer said the same 3 times',
}

/** Two machines that talk to each other say the same for ever. */
function isLoop(recent: MessageState[]): boolean {
  const said = recent
    .filter(({ sender }) => sender === 'customer')
    .toSorted((a, b) => b.seq - a.seq)
    .slice(0, mostAlike)
    .map(({ text }) => text.trim().toLowerCase())
  // Where people wrote in between, it is no machine that answers.
  const answered = recent.filter(({ sender }) => sender === 'bot').length >= mostAlike - 1
  return answered && said.length === mostAlike && said[0] !== '' && new Set(said).size === 1
}

export interface Left {
  /** How many more answers this chat may have; the last one hands it over. */
  answers: number
  why: string
}

/** How much the bot may still say in a chat. */
export function leftFor(chat: ChatState, recent: MessageState[], now = Date.now()): Left {
  // Whoever may give commands is answered however often.
  if (isAdmin(chat.customer.phone)) return { answers: Number.POSITIVE_INFINITY, why: '' }
  const { lately, today } = botSaid(chat, now)
  const often = most.inTenMinutes - lately.length
  const inDay = most.inADay - today
  if (Math.min(often, inDay) > 1 && isLoop(recent)) return { answers: 1, why: reasons.alike }
  return often <= inDay
    ? { answers: often, why: reasons.often }
    : { answers: inDay, why: reasons.today }
}

/** The last answer tells that a person comes, whatever it was going to be. */
export const handedOver = (texts: BotTexts, language: Language, { why }: Left): Answer => ({
  text: texts.handover.text[language],
  mode: 'agent',
  handover: true,
  botProblem: why,
})
