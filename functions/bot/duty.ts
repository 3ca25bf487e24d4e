import type { ChatState } from '../domain/chat/chat-state.ts'
import type { Arrival } from '../domain/message/arrival.ts'
import { isExactly } from './keywords.ts'
import type { Texts } from './texts.ts'

/** What is older was waiting for us while we were away: it is stored, and nobody answers it by machine. */
const freshMs = 15 * 60_000

/** Kinds that are no utterance of a person. */
const silent = ['system', 'unknown', 'call', 'pin', 'action']

/** May this number manage chats by message? `WHAPI_ADMINS` lists them, in any spelling of digits. */
export const isAdmin = (phone: string | null, admins = process.env.WHAPI_ADMINS ?? '') =>
  phone !== null &&
  admins.split(',').some((admin) => admin.replace(/\D/g, '') === phone.replace(/\D/g, ''))

export const isCommand = (text: string) => text.trim().startsWith('/')

/** Does the bot owe this message an answer? In other modes than its own only to a command or a call for it. */
export function botOwes(
  { mode, customer }: Pick<ChatState, 'mode' | 'customer'>,
  arrival: Arrival,
  texts: Texts,
  now = Date.now(),
): boolean {
  if (arrival.providerChatId.endsWith('@g.us')) return false
  if (silent.includes(arrival.kind) || now - Date.parse(arrival.sentAt) > freshMs) return false
  if (mode === 'bot') return true
  if (isCommand(arrival.text) && isAdmin(customer.phone)) return true
  return mode === 'agent' && isExactly(arrival.text, texts.back.keywords) !== undefined
}
