import { expect, test } from 'vitest'
import { outOfBounds } from './bounds.ts'
import type { Growth, InBrowser } from './browser.ts'
import type { Scores } from './lighthouse.ts'
import type { Pace } from './pace.ts'

const scores = (fields: Partial<Scores> = {}): Scores => ({
  runs: 3,
  performance: 95,
  accessibility: 100,
  bestPractices: 95,
  lcpMs: 1800,
  tbtMs: 150,
  cls: 0.02,
  requests: 14,
  kb: 150,
  lists: 1,
  complaints: [],
  ...fields,
})

const pace = (fields: Partial<Pace> = {}): Pace => ({
  chats: 10_000,
  messages: 5_000,
  listRows: 60,
  threadRows: 120,
  pushesMs: 9e3,
  applyMs: 9e3,
  pushCalls: 8e5,
  keyToPaintMs: 9e3,
  keyMs: 9e3,
  listFrameMs: 9e3,
  threadFrameMs: 9e3,
  longestTaskMs: 9e3,
  longTasks: 0,
  calibrationMs: 9e3,
  ...fields,
})

const good = (fields: Partial<Pace> = {}, growth: Partial<Growth> = {}): InBrowser => ({
  pages: { 'sign-in': scores(), inbox: scores() },
  pace: {
    few: pace(),
    many: pace(fields),
    growth: {
      pushesMs: 1.8,
      pushCalls: 1.2,
      keyMs: 1,
      listFrameMs: 1,
      threadFrameMs: 1,
      ...growth,
    },
  },
})

test('what just fits is within bounds, and no time of this machine is ever out of them', () => {
  expect(outOfBounds(good(), true)).toEqual([])
})

test.each<[string, InBrowser]>([
  [
    'performance is 94 of at least 95',
    { ...good(), pages: { 'sign-in': scores({ performance: 94 }), inbox: scores() } },
  ],
  [
    'accessibility is 99',
    { ...good(), pages: { 'sign-in': scores(), inbox: scores({ accessibility: 99 }) } },
  ],
  [
    'lcpMs is 1801 of 1800',
    { ...good(), pages: { 'sign-in': scores(), inbox: scores({ lcpMs: 1801 }) } },
  ],
  ['listRows is 61 of 60', good({ listRows: 61 })],
  ['longTasks is 1 of 0', good({ longTasks: 1 })],
  ['lists is 2 of 1', { ...good(), pages: { 'sign-in': scores(), inbox: scores({ lists: 2 }) } }],
  ['pushCalls is 3 times', good({}, { pushCalls: 3 })],
  ['pushesMs is 3 times', good({}, { pushesMs: 3 })],
  ['never comes', { ...good(), pace: { problem: 'The last page never comes' } }],
])('%s is named', (words, measured) => {
  const faults = outOfBounds(measured, true)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})

test('what a busy machine has worse is printed, and binds only where somebody asks for it', () => {
  const slow = scores({ performance: 50, lcpMs: 9e3, tbtMs: 9e3 })
  const measured = { ...good(), pages: { 'sign-in': slow, inbox: slow } }
  expect(outOfBounds(measured, false)).toEqual([])
  expect(outOfBounds(measured, true)).toHaveLength(6)
})
