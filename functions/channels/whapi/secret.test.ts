import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { expect, test, vi } from 'vitest'
import { isGenuine, secretIn } from './secret.ts'

test('how long a comparison takes tells nothing: each secret is compared whole, whatever was given', () => {
  const compared = vi.spyOn(crypto, 'timingSafeEqual')
  syncBuiltinESMExports()
  const secrets = `new\nold 2026-11-22T09:00:00.000Z`
  for (const given of ['new', 'old', 'ne', 'x'.repeat(10_000)]) {
    compared.mockClear()
    isGenuine(given, secrets, 0)
    const lengths = compared.mock.calls.flatMap((sides) => sides.map((side) => side.byteLength))
    expect(lengths).toEqual([32, 32, 32, 32])
  }
  compared.mockRestore()
  syncBuiltinESMExports()
})

test('only the secret itself opens the webhook', () => {
  expect(isGenuine('s3cret', 's3cret')).toBe(true)
  for (const wrong of [undefined, '', 's3cre', 's3cret ', 'S3CRET'])
    expect(isGenuine(wrong, 's3cret')).toBe(false)
})

test('a secret may be several words', () => {
  const until = '2026-11-22T09:00:00.000Z'
  const secrets = `open sesame now\nopen sesame ${until}`
  expect(isGenuine('open sesame now', secrets, 0)).toBe(true)
  expect(isGenuine('open sesame', secrets, 0)).toBe(true)
  expect(isGenuine('open', secrets, 0)).toBe(false)
})

test('a shop without a secret takes nothing in', () => {
  expect(isGenuine('', undefined)).toBe(false)
  expect(isGenuine('', '')).toBe(false)
  expect(isGenuine('', 'a\n')).toBe(false)
})

test('while the secret is changed, the previous one is good as well, until its time is over', () => {
  const until = '2026-11-22T09:00:00.000Z'
  const end = Date.parse(until)
  expect(isGenuine('old', `new\nold ${until}`, end - 1)).toBe(true)
  expect(isGenuine('old', `new\nold ${until}`, end)).toBe(false)
  expect(isGenuine('new', `new\nold ${until}`, end)).toBe(true)
  expect(isGenuine(until, `new\nold ${until}`, end - 1)).toBe(false)
  expect(isGenuine('old', 'new\nold nonsense')).toBe(false)
})

test('a previous secret that was kept without an end is good, as it was when it was kept', () => {
  expect(isGenuine('old', 'new\nold')).toBe(true)
  expect(isGenuine('new', 'new\nold')).toBe(true)
  expect(isGenuine('new\nold', 'new\nold')).toBe(false)
})

test('the header is found however it is spelt', () => {
  expect(secretIn({ 'x-webhook-secret': 'a' })).toBe('a')
  expect(secretIn({ 'X-Webhook-Secret': 'a' })).toBe('a')
  expect(secretIn({ Authorization: 'Bearer a' })).toBe('a')
  expect(secretIn({})).toBeUndefined()
})
