import { expect, test } from 'vitest'
import { Refusal } from '../../local/refusal.ts'
import { plainly } from './plainly.ts'

const named = (name: string, message = 'x') => Object.assign(new Error(message), { name })

test.each([
  ['CredentialsProviderError', /aws configure/],
  ['ExpiredTokenException', /session is over/],
  ['UnrecognizedClientException', /does not know these credentials/],
  ['RequestTimeTooSkewed', /clock/],
  ['AccessDeniedException', /may not do that/],
])('%s is told with what to do', (name, words) => {
  const plain = plainly(named(name))
  expect(plain).toBeInstanceOf(Refusal)
  expect(String(plain)).toMatch(words)
})

test('a missing region is told with examples', () => {
  expect(String(plainly(named('Error', 'Region is missing')))).toMatch(/AWS_REGION=ap-southeast-1/)
})

test('what nobody foresaw is told as it is', () => {
  const bug = new TypeError('x is not a function')
  expect(plainly(bug)).toBe(bug)
})
