import { isExactly } from '../../shared/answering/keywords.ts'
import type { BotTexts } from '../../shared/answering/texts.ts'
import type { Hours } from '../../shared/hours.ts'
import type { ChatState } from '../domain/chat/chat-state.ts'
import type { Arrival } from '../domain/message/arrival.ts'
import { type Closed, closedSince } from './hours.ts'

/** What is older was waiting for us while we were away: it is stored, and nobody answers it by machine. */
const freshMs = 15 * 60_000

/** Kinds that are no utterance of a person. */
const silent = ['system', 'unknown', 'call', 'pin', 'action']

/** May this number manage chats by message? `WHAPI_ADMINS` lists them, in any spelling of digits. */
export const isAdmin = (phone: string | null, admins = process.env.WHAPI_ADMINS ?? '') =>
  phone !== null &&
  admins.split(',').some((admin) => admin.replace(/\D/g, '') === phone.replace(/\D/g, ''))

export const isCommand = (text: string) => text.trim().startsWith('/')

/** Has the customer still to be told that the shop is closed? Once for each time that it is. */
export const owesAway = (
  { mode, awayFor }: Pick<ChatState, 'mode' | 'awayFor'>,
  closed: Closed | undefined,
) => closed !== undefined && awayFor !== closed.since && (mode === 'bot' || mode === 'agent')

/**
 * Does the bot owe this message an answer? In other modes than its own only to a command or a call for it,
 * and while the shop is closed to whoever has not been told.
 */
export function botOwes(
  { mode, customer, awayFor }: Pick<ChatState, 'mode' | 'customer' | 'awayFor'>,
  arrival: Arrival,
  texts: Pick<BotTexts, 'back'>,
  { hours = null, now = Date.now() }: { hours?: Hours | null; now?: number } = {},
): boolean {
  if (arrival.providerChatId.endsWith('@g.us')) return false
  if (silent.includes(arrival.kind) || now - Date.parse(arrival.sentAt) > freshMs) return false
  if (mode === 'bot') return true
  if (isCommand(arrival.text) && isAdmin(customer.phone)) return true
  if (mode !== 'agent') return false
  const back = isExactly(arrival.text, texts.back.keywords) !== undefined
  return back || owesAway({ mode, awayFor }, closedSince(hours, now))
}
