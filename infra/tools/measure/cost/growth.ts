import type { Cost, Figures } from './cost.ts'

/** What of a page is less while there is less than a page. */
const pageable: (keyof Figures)[] = ['readUnits']

/** The price follows from these. */
const names: (keyof Figures)[] = [
  'writeUnits',
  'readUnits',
  'sqsRequests',
  'httpCalls',
  'invocations',
  'frames',
]

/**
 * Names each figure that is not the same however long a history is. What is read by pages (the bot looks
 * back on twenty messages, a chat opens with fifty, so does the list) may rise up to the second size, where
 * all pages are full, and from there on no more.
 */
export function grown({ sizes, scenarios }: Cost): string[] {
  const size = (i: number) => `${sizes[i]?.messages} messages and ${sizes[i]?.chats} chats`
  return Object.entries(scenarios).flatMap(([name, { usual }]) =>
    names.flatMap((figure) => {
      const first = pageable.includes(figure) ? 1 : 0
      const values = usual.slice(first).map((figures) => figures[figure])
      const [least = 0] = values
      const at = values.findIndex((value) => value !== least)
      if (at < 0) return []
      return `${name}: ${figure} is ${least} at ${size(first)}, and ${values[at]} at ${size(first + at)}`
    }),
  )
}
