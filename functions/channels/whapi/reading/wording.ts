import { Spoken } from './values.ts'

/** Fields that hold what something says, in the order in which they are looked for. */
const sayings = ['body', 'caption', 'title', 'text', 'name', 'address', 'comment'] as const

/** The words of whatever it is: its text, its caption, or what of it reads best. */
export function wordsIn(content: unknown, depth = 0): string {
  if (typeof content === 'string') return Spoken.parse(content) ?? ''
  if (!content || typeof content !== 'object' || depth > 3) return ''
  const fields = content as Record<string, unknown>
  for (const name of sayings) {
    const said = Object.hasOwn(fields, name) ? wordsIn(fields[name], depth + 1) : ''
    if (said) return said
  }
  return ''
}
