import { expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import { budgets, type Measured, overBudget } from './budgets.ts'

const size = (kb: number) => ({
  kb,
  importMs: 900,
  byDefault: { kb: 1, importMs: 1 },
  importRatio: 900,
})

const frugal: Measured = {
  functions: Object.fromEntries(
    handlerIds.map((id) => [id, size(budgets.functionKb[id] ?? budgets.otherFunctionKb)]),
  ) as Measured['functions'],
  dashboard: { initialJsKb: budgets.initialJsKb, signInJsKb: 500, cssKb: budgets.cssKb },
  inbound: { sequentialCalls: 3, row: [], calls: [], writeUnits: 8, readUnits: 50 },
  delays: { n: 200, ackMs: { p50: 9e3, p95: 9e3 }, socketMs: { p50: 9e3, p95: 9e3 } },
}

test('what just fits is within its budget, and no time is ever over one', () => {
  expect(overBudget(frugal)).toEqual([])
})

test('what was not measured is over no budget', () => {
  expect(overBudget({ ...frugal, inbound: null, delays: null })).toEqual([])
})

test.each<[string, Partial<Measured>]>([
  ['the bundle of socket', { functions: { ...frugal.functions, socket: size(250.1) } }],
  ['the bundle of tick', { functions: { ...frugal.functions, tick: size(401) } }],
  ['initial JS', { dashboard: { ...frugal.dashboard, initialJsKb: 121 } }],
  ['CSS', { dashboard: { ...frugal.dashboard, cssKb: 12.1 } }],
  ['calls in a row', { inbound: { ...frugal.inbound, sequentialCalls: 4 } as never }],
  ['write units', { inbound: { ...frugal.inbound, writeUnits: 9 } as never }],
])('%s over its budget is named', (name, change) => {
  const over = overBudget({ ...frugal, ...change })
  expect(over).toHaveLength(1)
  expect(over[0]).toContain(name)
})
