import { afterEach, expect, test } from 'vitest'
import * as ProviderCalls from './provider-calls.ts'

/** A day for each test, so that none meets another's calls. */
let day = Date.UTC(2031, 0, 1) + Math.floor(Math.random() * 1e5) * 86_400_000
const hour = 3_600_000
afterEach(() => {
  day += 86_400_000
})

const spendAll = async (on: 'ledger' | 'check' | 'number', at: number) => {
  for (let made = 0; ; made++) if (!(await ProviderCalls.spend(on, at))) return made
}

test('no day has more calls than it is allowed', async () => {
  expect(await spendAll('ledger', day + hour)).toBe(30)
  expect(await ProviderCalls.get(day + 2 * hour)).toEqual({ today: 30, allowed: 30 })
  expect(await ProviderCalls.spend('check', day + 3 * hour)).toBe(false)
})

test('checks leave to the ledger what it needs until midnight', async () => {
  expect(await spendAll('check', day)).toBe(18)
  expect(await spendAll('check', day + 12 * hour)).toBe(6)
  expect(await spendAll('ledger', day + 12 * hour)).toBe(6)
})

test('hidden numbers are asked for with a fifth of the day’s calls', async () => {
  expect(await spendAll('number', day)).toBe(6)
  expect(await spendAll('check', day)).toBe(12)
  expect(await spendAll('number', day + 23 * hour)).toBe(0)
})

test('many at once do not get past the limit', async () => {
  const asked = Array.from({ length: 50 }, () => ProviderCalls.spend('ledger', day))
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(30)
})

test('a new day is a new budget', async () => {
  await spendAll('ledger', day)
  day += 86_400_000
  expect(await ProviderCalls.get(day)).toEqual({ today: 0, allowed: 30 })
  expect(await ProviderCalls.spend('ledger', day)).toBe(true)
})
