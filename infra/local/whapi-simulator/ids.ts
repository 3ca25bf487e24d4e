import { createHash, randomInt } from 'node:crypto'
import { monotonicFactory } from 'ulid'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')

export const messageIdPattern =
  /^[A-Za-z0-9._]{4,30}-[A-Za-z0-9._]{4,14}(-[A-Za-z0-9._]{4,10})?(-[A-Za-z0-9._]{2,10})?$/

const rising = monotonicFactory()

/**
 * Shaped like WHAPI's: opaque, and one part longer in groups. Ours sort as they were made, which real ones
 * need not: an inbox that sorts messages of one second by id shows what is typed in a hurry in its order.
 */
export const newMessageId = (chatId: string): string =>
  `${rising()}-g${letters(10)}${chatId.endsWith('@g.us') ? `-${letters(6)}` : ''}`

export const newMediaId = (extension: string): string =>
  `${extension}-${Array.from({ length: 12 }, () => randomInt(16).toString(16)).join('')}`

/** Digits with the country code, as WHAPI writes numbers; null if it is none. */
export function digitsOf(written: string): string | null {
  const digits = written.replace(/\D/g, '').replace(/^00/, '').replace(/^0/, '62')
  return /^[1-9]\d{6,14}$/.test(digits) ? digits : null
}

/** The identity WhatsApp shows instead of a number it hides; always the same for one number. */
export function lidOf(phone: string): string {
  const digest = createHash('sha256').update(phone).digest()
  return `25${(digest.readUIntBE(0, 6) % 1e13).toString().padStart(13, '0')}@lid`
}

export const chatIdOf = (to: string): string => (to.includes('@') ? to : `${to}@s.whatsapp.net`)

export const seconds = (at = Date.now()): number => Math.floor(at / 1000)
