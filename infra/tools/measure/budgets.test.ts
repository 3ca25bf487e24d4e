import { expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import { budgets, type Measured, overBudget } from './budgets.ts'
import type { Cost, Figures } from './cost/cost.ts'
import type { Month } from './monthly/month.ts'

const size = (kb: number) => ({
  kb,
  importMs: 900,
  byDefault: { kb: 1, importMs: 1 },
  importRatio: 900,
})

const turn: Figures = { ...budgets.botTurn, frames: budgets.botTurn.frames * 2 }
/** A page is full from the second size on. */
const usual = [{ ...turn, readUnits: 4 }, turn, turn]

const costing = (name: string, last: Partial<Figures>, at = 2): { cost: Cost } => ({
  cost: {
    sizes: [10, 1_000, 100_000].map((messages) => ({ messages, chats: 10 })),
    viewers: 2,
    scenarios: {
      'bot turn': { usual, afterAPause: [], bill: [] },
      [name]: { usual: usual.with(at, { ...turn, ...last }), afterAPause: [], bill: [] },
    } as unknown as Cost['scenarios'],
  },
})
/** Dearer at every size, so that it does not grow. */
const dearer = (figures: Partial<Figures>) => {
  const { cost } = costing('bot turn', {})
  const all = usual.map((it) => ({ ...it, ...figures }))
  return {
    cost: {
      ...cost,
      scenarios: { ...cost.scenarios, 'bot turn': { ...cost.scenarios['bot turn'], usual: all } },
    },
  }
}

const frugal: Measured = {
  functions: Object.fromEntries(
    handlerIds.map((id) => [id, size(budgets.functionKb[id] ?? budgets.otherFunctionKb)]),
  ) as Measured['functions'],
  dashboard: { initialJsKb: budgets.initialJsKb, signInJsKb: 500, cssKb: budgets.cssKb },
  ...costing('bot turn', {}),
  monthly: {
    pricesAsOf: '',
    idle: budgets.month.idle,
    worst: budgets.month.worst,
    shops: budgets.month.shops.map((total) => ({
      messagesADay: 1,
      agents: 1,
      total,
      perPart: {} as Month['perPart'],
    })),
  },
  browser: null,
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
  ['an idle month', { monthly: { ...frugal.monthly, idle: 0.21 } }],
  ['the worst month', { monthly: { ...frugal.monthly, worst: 151 } }],
  [
    'a month of 1 messages a day',
    {
      monthly: {
        ...frugal.monthly,
        shops: frugal.monthly.shops.map((shop) => ({ ...shop, total: 141 })).slice(1, 2),
      },
    },
  ],
  ['the bundle of tick', { functions: { ...frugal.functions, tick: size(401) } }],
  ['initial JS', { dashboard: { ...frugal.dashboard, initialJsKb: 121 } }],
  ['CSS', { dashboard: { ...frugal.dashboard, cssKb: 12.1 } }],
  ['calls in a row', { inbound: { ...frugal.inbound, sequentialCalls: 4 } as never }],
  ['write units', { inbound: { ...frugal.inbound, writeUnits: 9 } as never }],
  ['bot turn is 23 of 22 writeUnits', dearer({ writeUnits: 23 })],
  ['bot turn is 9.5 of 9 readUnits', dearer({ readUnits: 9.5 })],
  ['bot turn is 4.5 of 4 frames per viewer', dearer({ frames: 9 })],
  ['bot turn is 0.0451 of 0.045 usdPer1000', dearer({ usdPer1000: 0.0451 })],
  [
    'loading the list: readUnits is 9 at 1000 messages',
    costing('loading the list', { readUnits: 9.5 }),
  ],
  ['one status: frames is 8 at 10 messages', costing('one status', { frames: 9 }, 1)],
])('%s over its budget is named', (name, change) => {
  const over = overBudget({ ...frugal, ...change })
  expect(over).toHaveLength(1)
  expect(over[0]).toContain(name)
})
