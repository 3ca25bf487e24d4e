import { expect, test } from 'vitest'
import { monthlyEstimate } from './estimate.ts'

test('whoever deploys is told what the budgets hold a month to', () => {
  expect(monthlyEstimate()).toEqual([
    'at most $0.20 in a month in which nobody writes',
    'at most $1.50 with 1,000 messages a day and 3 agents',
  ])
})
