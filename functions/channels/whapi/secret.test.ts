import { expect, test } from 'vitest'
import { isGenuine, secretIn } from './secret.ts'

test('only the secret itself opens the webhook', () => {
  expect(isGenuine('s3cret', 's3cret')).toBe(true)
  for (const wrong of [undefined, '', 's3cre', 's3cret ', 'S3CRET'])
    expect(isGenuine(wrong, 's3cret')).toBe(false)
})

test('a shop without a secret takes nothing in', () => {
  expect(isGenuine('', undefined)).toBe(false)
  expect(isGenuine('', '')).toBe(false)
  expect(isGenuine('', 'a\n')).toBe(false)
})

test('while the secret is changed, the previous one is good as well', () => {
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
