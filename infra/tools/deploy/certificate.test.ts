import { expect, test } from 'vitest'
import { covers } from './certificate.ts'

test.each([
  ['chat.example.com', 'chat.example.com', true],
  ['*.example.com', 'chat.example.com', true],
  ['*.example.com', 'a.chat.example.com', false],
  ['*.example.com', 'example.com', false],
  ['example.com', 'chat.example.com', false],
])('a certificate of %s for %s: %s', (name, domain, good) => {
  expect(covers(name, domain)).toBe(good)
})
