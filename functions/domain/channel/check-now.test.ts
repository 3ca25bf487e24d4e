import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { table, tableName } from '../../lib/table.ts'
import { askNow } from './check-now.ts'
import * as ProviderCalls from './provider-calls.ts'

/** A day of its own for each test: what it spends is nobody else's. */
let now: number
beforeEach(() => {
  now = Date.UTC(2030, 0, 1 + Math.floor(Math.random() * 10_000), 9)
  vi.stubEnv('PROVIDER_CALLS_A_DAY', '30')
})
const forget = () =>
  table.send(
    new DeleteCommand({ TableName: tableName(), Key: { pk: 'settings', sk: 'check-now' } }),
  )
beforeEach(forget)
afterAll(forget)

test('of many who press at once, one has the provider asked; half a minute later the next one', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => askNow(now)))
  expect(answers.toSorted()).toEqual(['asked', 'lately', 'lately', 'lately'])
  expect(await askNow(now + 29_000)).toBe('lately')
  expect(await askNow(now + 30_000)).toBe('asked')
  expect((await ProviderCalls.get(now)).today).toBe(2)
})

test('however often people press, calls are left for what must be asked without them', async () => {
  let asked = 0
  for (let at = now; (await askNow(at)) === 'asked'; at += 60_000) asked++
  expect(asked).toBeGreaterThan(5)
  expect(await askNow(now + 30 * 60_000)).toBe('used_up')
  for (let i = 0; i < 4; i++) expect(await ProviderCalls.spend('check', now)).toBe(true)
  expect(await ProviderCalls.spend('check', now)).toBe(false)
  expect(await ProviderCalls.spend('ledger', now)).toBe(true)
})
