import { expect, test } from 'vitest'
import type { Cost, Figures } from './cost.ts'
import { costTable } from './report.ts'

const figures: Figures = {
  writeUnits: 21,
  readUnits: 4,
  sqsRequests: 6,
  httpCalls: 4,
  invocations: 6,
  frames: 8,
  usdPer1000: 0.04,
}
const cost = {
  sizes: [
    { messages: 10, chats: 2 },
    { messages: 100, chats: 3 },
  ],
  viewers: 2,
  scenarios: {
    'bot turn': {
      usual: [figures, { ...figures, readUnits: 5 }],
      afterAPause: [
        { ...figures, readUnits: 5.5 },
        { ...figures, readUnits: 5.5 },
      ],
      bill: [],
    },
  },
} as unknown as Cost

test('a figure stands there once, unless it changes while the shop grows', () => {
  const [sizes, , turn, pause] = costTable(cost).split('\n')
  expect(sizes).toContain('10 messages in the chat, 2 chats → 100 messages in the chat, 3 chats')
  expect(turn?.split(/ {2,}/)).toEqual(['bot turn', '21', '4 → 5', '6', '4', '6', '8', '0.04'])
  expect(pause?.trim().split(/ {2,}/)).toEqual(['after a pause', '5.5'])
})
