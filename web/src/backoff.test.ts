import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('waits double to a cap', () => {
  const waits = [0, 1, 2, 5, 6, 100].map((failures) => backoffMs(failures, () => 1))
  expect(waits).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000])
})

test('a wait may be anything down to nothing, so that many do not come at once', () => {
  expect(backoffMs(4, () => 0)).toBe(0)
})
