import { describe, expect, test } from 'vitest'
import { ago, type Finding } from './finding.ts'
import { onChannel, onClock, onLastNews, onOldestUnsent, onQueue, onWebhook } from './verdicts.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

describe('what is wrong is told with what to do', () => {
  test.each<[string, Finding, RegExp, RegExp]>([
    ['a clock', onClock(new Date(now - 400_000).toUTCString(), now), /400 s ahead/, /Set it/],
    ['a number that is logged out', onChannel('QR'), /not linked/, /scan the code/],
    ['a webhook', onWebhook('https://x', ['its secret is not ours']), /secret/, /connect-whapi/],
    [
      'jobs that failed',
      onQueue('bot', { waiting: 2, failed: 3 }),
      /3 jobs failed.*2 wait/,
      /health/,
    ],
    ['a message that waits', onOldestUnsent(minutesAgo(7), true, now), /7 min ago/, /tick/],
    [
      'a message that waits for the phone',
      onOldestUnsent(minutesAgo(7), false, now),
      /waits/,
      /linked/,
    ],
  ])('%s', (_, finding, says, todo) => {
    expect(finding.state).toBe('wrong')
    expect(finding.says).toMatch(says)
    expect(finding.todo).toMatch(todo)
  })
})

test.each<[string, Finding]>([
  ['a clock some seconds off', onClock(new Date(now - 5_000).toUTCString(), now)],
  ['a linked number', onChannel('AUTH')],
  ['a webhook without drift', onWebhook('https://x', [])],
  ['an empty queue', onQueue('bot', { waiting: 0, failed: 0 })],
  ['nothing unsent', onOldestUnsent(undefined, true)],
  ['a message on its way', onOldestUnsent(minutesAgo(0.5), true, now)],
])('%s is fine', (_, { state }) => {
  expect(state).toBe('fine')
})

test('a shop without chats is no fault', () => {
  expect(onLastNews(undefined).state).toBe('note')
  expect(onLastNews(minutesAgo(3 * 60), now).says).toBe('something happened 3 h ago')
})

test.each([
  [0.5, 'just now'],
  [90, '90 min ago'],
  [30 * 60, '30 h ago'],
  [72 * 60, '3 days ago'],
])('%s minutes ago is said so: %s', (minutes, words) => {
  expect(ago(minutesAgo(minutes), now)).toBe(words)
})
