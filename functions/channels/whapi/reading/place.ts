import * as z from 'zod/mini'
import type { IgnoredName } from '../../../../shared/ignored.ts'
import { e164 } from '../../../domain/phone.ts'

/** A conversation's id as WHAPI writes it: digits, or a user at a server. */
export const ChatId = z.string().check(z.regex(/^[\w.+:-]{1,100}(@[\w.]{1,40})?$/))

export interface Place {
  providerChatId: string
  /** The id as it was written, where that is not how we spell it. */
  writtenAs?: string
  isGroup?: boolean
  /** Null for groups, and where WhatsApp hides the number: the digits of an `@lid` are none. */
  phone: string | null
}

/** One spelling for a conversation: `@c.us`, bare digits and a device all mean the private chat. */
export function placeOf(chatId: string): Place {
  const [address = '', named = 's.whatsapp.net'] = chatId.split('@')
  const [user = ''] = address.split(':')
  const server = named === 'c.us' ? 's.whatsapp.net' : named
  const phone = server === 's.whatsapp.net' && /^\+?\d+$/.test(user) ? e164(user) : null
  const providerChatId = `${phone?.slice(1) ?? user}@${server}`
  const writtenAs = `${user}@${server}`
  return {
    providerChatId,
    phone,
    ...(writtenAs === providerChatId ? {} : { writtenAs }),
    ...(server === 'g.us' ? { isGroup: true } : {}),
  }
}

/** What is no conversation, by its name; undefined for those that are. */
export function noiseIn(chatId: string): IgnoredName | undefined {
  if (chatId.endsWith('@newsletter')) return 'newsletters'
  if (/^(status|stories)\b|^0@/.test(chatId)) return 'stories'
  return chatId.endsWith('@broadcast') ? 'broadcasts' : undefined
}

/** A person's id as it is written of participants, authors and contacts. */
export const personOf = (id: string | undefined) => (id ? placeOf(id) : undefined)

/** A name that is only a number is none. */
export const nameIn = (name: string | undefined): string | undefined =>
  name && /[^\d\s+()-]/.test(name) ? name : undefined
