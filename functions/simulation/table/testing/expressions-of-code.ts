import { globSync, readFileSync } from 'node:fs'

export interface Expression {
  kind: string
  text: string
}

const folder = new URL('../../..', import.meta.url)

/** Every expression that our code says word for word; not those that it puts together. */
export function expressionsOfCode(): Expression[] {
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['simulation/**', '**/*.test.ts'] })
  const all = files.flatMap((file) => expressionsIn(readFileSync(new URL(file, folder), 'utf8')))
  return [...new Map(all.map((it) => [`${it.kind}: ${it.text}`, it])).values()]
}

/** A property runs to the next line that begins with a word or a bracket. */
const property = /(\w+Expression):\s*([\s\S]*?)(?=\n\s*[\w.)}\]])/g
const quoted = /'([a-z#]\w*[ (.,][^'\n]*)'/gi

const expressionsIn = (text: string): Expression[] =>
  [...text.matchAll(property)].flatMap(([, kind = '', value = '']) =>
    value.includes('`') ? [] : [...value.matchAll(quoted)].map(([, text = '']) => ({ kind, text })),
  )
