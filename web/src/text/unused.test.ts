import { expect, test } from 'vitest'

/** The dashboard, and where the codes come from that it puts into words. */
const sources = Object.entries(
  import.meta.glob<string>(
    ['../**/*.{ts,tsx}', '../../../shared/**/*.ts', '../../../functions/**/*.ts'],
    { eager: true, query: '?raw', import: 'default' },
  ),
).filter(([file]) => !/\.test\.|(^|[\\/])(en|id)\.ts$/.test(file))
const words = new Set(sources.flatMap(([, source]) => source.match(/\w+/g) ?? []))
const isSaid = (name: string) =>
  words.has(name) || sources.some(([, source]) => source.includes(`'${name}'`))

const tables = import.meta.glob<Record<string, unknown>>('./**/en.ts', { eager: true })

/** The names in a table, and in those inside it. */
const namesIn = (table: unknown): string[] =>
  table && typeof table === 'object'
    ? Object.entries(table).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : []

test.each(Object.entries(tables))('every text of %s is asked for by its name', (_, table) => {
  const names = Object.values(table).flatMap(namesIn)
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !isSaid(name))).toEqual([])
})
