import { expect, test } from 'vitest'
import { monthlyBudget } from './estimate.ts'

test('a month in which nobody writes costs cents', () => {
  expect(monthlyBudget().idle).toBeGreaterThan(0)
  expect(monthlyBudget().idle).toBeLessThanOrEqual(0.2)
})
