import { globSync, readFileSync } from 'node:fs'

const folder = new URL('../../..', import.meta.url)

/** Every expression that our code says word for word; not those that it puts together. */
export function expressionsOfCode(): string[] {
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['simulation/**', '**/*.test.ts'] })
  const texts = files.map((file) => readFileSync(new URL(file, folder), 'utf8'))
  return [...new Set(texts.flatMap(expressionsIn))]
}

/** A property runs to the next line that begins with a word or a bracket. */
const property = /\w+Expression:\s*([\s\S]*?)\n\s*[\w.)}\]]/g
const quoted = /'([a-z#]\w*[ (.,][^'\n]*)'/gi

const expressionsIn = (text: string): string[] =>
  [...text.matchAll(property)].flatMap(([, value = '']) =>
    value.includes('`') ? [] : [...value.matchAll(quoted)].map(([, expression = '']) => expression),
  )

/** Every expression in a command still to be. */
export const expressionsOf = (spec: unknown): string[] => {
  if (typeof spec !== 'object' || spec === null) return []
  return Object.entries(spec).flatMap(([name, value]) =>
    name.endsWith('Expression') ? [String(value)] : expressionsOf(value),
  )
}
