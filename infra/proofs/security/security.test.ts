import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('SECURITY.md', 'utf8')

/** The rows that say what holds, and which test shows it. */
const rows = [
  ...page.matchAll(
    /^\| (?<items>[\d., ]+) \| .+ \| \[.+?\]\((?<file>.+?)\): \*(?<name>.+)\* \|$/gm,
  ),
].map(({ groups = {} }) => ({
  items: (groups.items ?? '').split(', '),
  file: groups.file ?? '',
  name: groups.name ?? '',
}))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A test, or one of a table of tests, that is run under this name. */
const isTested = (source: string, name: string) =>
  new RegExp(`\\b(test|describe|each\\([^]*?\\))\\(\\s*['"\`]${escaped(name)}['"\`]`).test(
    source,
  ) && !/\b(test|describe)\.(skip|todo|only)\b/.test(source)

test('every line of the table is understood', () => {
  const lines = page.match(/^\| [\d.]+\.\d.*$/gm) ?? []
  expect(rows).toHaveLength(lines.length)
  expect(rows.length).toBeGreaterThan(40)
})

test.each(rows)('$file has “$name”', ({ file, name }) => {
  expect(existsSync(file)).toBe(true)
  expect(isTested(readFileSync(file, 'utf8'), name)).toBe(true)
})

test('a test that is not there, or that is only spoken of, is missed', () => {
  const source = "test('it holds', () => {})\n// test: 'it may hold'"
  expect(isTested(source, 'it holds')).toBe(true)
  expect(isTested(source, 'it may hold')).toBe(false)
  expect(isTested(source.replace('test(', 'test.skip('), 'it holds')).toBe(false)
})

test('every subject that applies is spoken of', () => {
  const chapters = new Set(rows.flatMap(({ items }) => items.map((item) => item.split('.')[0])))
  // Encoding, input, pages, API and sockets, files, authentication, sessions, rights, tokens, cryptography,
  // configuration, data, code, logs.
  const applying = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '11', '13', '14', '15', '16']
  expect(applying.filter((chapter) => !chapters.has(chapter))).toEqual([])
})
