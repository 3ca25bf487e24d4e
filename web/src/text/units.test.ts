import { expect, test } from 'vitest'
import { text as en } from './en.ts'
import { text as id } from './id.ts'
import { fileSize } from './units.ts'

test.each([
  [9, '9 bytes', '9 byte'],
  [1, '1 byte', '1 byte'],
  [340_000, '340 kB', '340 kB'],
  [1_250_000, '1.3 MB', '1,3 MB'],
])('%i bytes are told in the words of the language', (bytes, english, indonesian) => {
  const said = (text: typeof en) => fileSize(bytes, text).replaceAll('\u00a0', ' ')
  expect(said(en)).toBe(english)
  expect(said(id)).toBe(indonesian)
})
