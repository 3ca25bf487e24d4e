import type { ComposerWords } from '../../../text/composer/en.ts'

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

/** By the writer's clock. */
export function greetingAt(hour: number, { greeting }: ComposerWords): string {
  if (hour < 4 || hour >= 18) return greeting.evening
  if (hour < 11) return greeting.morning
  return hour < 15 ? greeting.noon : greeting.afternoon
}

/** A number is no name to be greeted by. */
export const spokenName = (name: string): string => (/\p{L}/u.test(name) ? name : '')
