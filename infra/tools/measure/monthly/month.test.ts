import { expect, test } from 'vitest'
import type { Cost, Figures } from '../cost/cost.ts'
import { monthOf } from './month.ts'

const figures = (usdPer1000: number, frames = 0): Figures => ({
  writeUnits: 0,
  readUnits: 0,
  sqsRequests: 0,
  httpCalls: 1,
  invocations: 1,
  frames,
  usdPer1000,
})

const always = (usdPer1000: number, frames?: number) => ({
  usual: [figures(usdPer1000, frames)],
  afterAPause: [figures(usdPer1000, frames)],
  bill: [],
})

const cost = {
  sizes: [{ messages: 1, chats: 1 }],
  viewers: 2,
  scenarios: {
    'inbound text': always(0.01, 2),
    'bot turn': always(0.04, 8),
    'agent turn': always(0.04, 8),
    'opening a chat with news': always(0.015),
    'loading the list': always(0.006),
    "the sidebar's numbers": always(0.01),
  },
} as unknown as Cost

test('a month is made of what happens in it: three messages are a burst of two and its answer', () => {
  const { perPart, total } = monthOf(cost, { messagesADay: 30_000, agents: 0 }, 0.17)
  // 10,000 turns a day; what always was free is taken off.
  const turns = 300_000
  const before = (turns / 2) * ((0.04 + 0.01) / 1000) + (turns / 2) * ((0.04 + 0.02) / 1000)
  expect(perPart.answers).toBeLessThan(before)
  expect(perPart.answers).toBeGreaterThan(before - 7)
  expect(perPart).toMatchObject({ news: 0, browsers: 0, idle: 0.17 })
  expect(total).toBeCloseTo(Object.values(perPart).reduce((sum, part) => sum + part))
})

test('whoever listens costs frames, and being there', () => {
  const few = monthOf(cost, { messagesADay: 30_000, agents: 4 }, 0)
  const many = monthOf(cost, { messagesADay: 30_000, agents: 40 }, 0)
  expect(few.perPart.news).toBe(0)
  // 18 more than were counted, 5 frames each for every second turn.
  expect(many.perPart.news).toBeCloseTo((18 * 5 * 150_000) / 1e6)
  expect(many.perPart.browsers).toBeCloseTo(10 * few.perPart.browsers)
})
