import type { Language } from '../../../text/language.ts'

/** What can stand in a prepared reply for something that is known only when it is used. */
export const variables = ['name', 'agent', 'greeting'] as const
export type Values = Record<(typeof variables)[number], string>

const hole = /( ?)\{\{\s*(\w+)\s*\}\}/g
const isKnown = (name: string): name is keyof Values =>
  (variables as readonly string[]).includes(name)

/** The reply as it is sent. What is not known leaves no gap; what is no variable stays as it stands. */
export const filled = (text: string, values: Values): string =>
  text
    .replace(hole, (whole, space: string, name: string) => {
      if (!isKnown(name)) return whole
      return values[name] && space + values[name]
    })
    .replace(/^[\s,]+/, '')

/** Whatever looks like a variable and is none. */
export const unknownIn = (text: string): string[] =>
  Array.from(text.matchAll(hole), ([, , name = '']) => name).filter((name) => !isKnown(name))

const greetings = {
  en: ['Good morning', 'Good afternoon', 'Good afternoon', 'Good evening'],
  id: ['Selamat pagi', 'Selamat siang', 'Selamat sore', 'Selamat malam'],
} as const

const indonesian =
  /\b(kak|kami|anda|yang|ada|dengan|untuk|bisa|di|ke|ini|itu|bapak|ibu|silakan|terima|kasih|saya|tidak|dan)\b/gi
const english =
  /\b(you|your|we|our|the|is|are|to|for|with|and|please|thank|thanks|can|this|it|my)\b/gi
const count = (text: string, words: RegExp) => text.match(words)?.length ?? 0

/** The language of a prepared reply, by its small words; a customer is not greeted in another one. */
export function languageOf(text: string, otherwise: Language): Language {
  const lead = count(text, indonesian) - count(text, english)
  if (lead === 0) return otherwise
  return lead > 0 ? 'id' : 'en'
}

/** By the writer's clock. */
export function greetingAt(hour: number, language: Language): string {
  const part = hour < 4 || hour >= 18 ? 3 : hour < 11 ? 0 : hour < 15 ? 1 : 2
  return greetings[language][part]
}

/** A number is no name to be greeted by. */
export const spokenName = (name: string): string => (/\p{L}/u.test(name) ? name : '')
