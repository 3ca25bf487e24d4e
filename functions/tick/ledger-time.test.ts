import { describe, expect, test } from 'vitest'
import { isDue, lossAfter, spanOf } from './ledger-time.ts'

const minute = 60_000
const now = Date.UTC(2026, 10, 21, 12)
const ago = (minutes: number) => new Date(now - minutes * minute).toISOString()
const progress = (fields = {}) => ({ partly: false, nextAt: '', rev: 1, ...fields })
const connected = { state: 'connected' as const, since: ago(6000) }

describe('the ledger is kept', () => {
  test.each([
    ['when it never was', connected, progress(), true],
    ['not before its time', connected, progress({ nextAt: ago(-5), ranAt: ago(115) }), false],
    ['when its time has come', connected, progress({ nextAt: ago(0), ranAt: ago(120) }), true],
    [
      'at once when the channel is back',
      { state: 'connected' as const, since: ago(2) },
      progress({ nextAt: ago(-60), ranAt: ago(60) }),
      true,
    ],
    [
      'not while the channel is down',
      { state: 'disconnected' as const, since: ago(2) },
      progress({ nextAt: ago(10) }),
      false,
    ],
  ])('%s', (_, channel, known, due) => {
    expect(isDue(channel, known, now)).toBe(due)
  })
})

describe('it covers the time', () => {
  const minutesAgo = ({ from, to }: ReturnType<typeof spanOf>) =>
    [from, to].map((at) => (now - at) / minute)

  test.each([
    ['of its last two hours at first', progress(), [130, 2]],
    ['since the last run, with an overlap', progress({ coveredTo: ago(122) }), [132, 2]],
    ['that is left of the last run', progress({ coveredTo: ago(50), partly: true }), [50, 2]],
    [
      'since the channel was lost, if the last run came after',
      progress({ coveredTo: ago(122), lostAt: ago(300) }),
      [310, 2],
    ],
    ['that is no shorter than none', progress({ coveredTo: ago(0), partly: true }), [2, 2]],
  ])('%s', (_, known, span) => {
    expect(minutesAgo(spanOf(known, now))).toEqual(span)
  })
})

test('a loss is remembered until the provider has had time to fill up', () => {
  const lost = progress({ lostAt: ago(300) })
  expect(lossAfter(lost, { ...connected, since: ago(5) }, now)).toBe(ago(300))
  expect(lossAfter(lost, { ...connected, since: ago(45) }, now)).toBeUndefined()
})
