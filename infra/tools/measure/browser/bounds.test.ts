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
  complaints: [],
  ...fields,
})

const pace = (fields: Partial<Pace> = {}): Pace => ({
  chats: 10_000,
  messages: 5_000,
  listRows: 60,
  threadRows: 120,
  pushesMs: 9e3,
  keyToPaintMs: 9e3,
  keyMs: 9e3,
  listFrameMs: 9e3,
  threadFrameMs: 9e3,
  longestTaskMs: 9e3,
  longTasks: 99,
  ...fields,
})

const good = (fields: Partial<Pace> = {}, growth: Partial<Growth> = {}): InBrowser => ({
  pages: { 'sign-in': scores(), inbox: scores() },
  pace: {
    few: pace(),
    many: pace(fields),
    growth: { pushesMs: 2, keyMs: 1, listFrameMs: 1, threadFrameMs: 1, ...growth },
  },
})

test('what just fits is within bounds, and no time of this machine is ever out of them', () => {
  expect(outOfBounds(good())).toEqual([])
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
  ['listRows in the page are 61 of 60', good({ listRows: 61 })],
  ['pushesMs is 3 times', good({}, { pushesMs: 3 })],
  ['never comes', { ...good(), pace: { problem: 'The last page never comes' } }],
])('%s is named', (words, measured) => {
  const faults = outOfBounds(measured)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})
