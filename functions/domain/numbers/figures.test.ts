import { describe, expect, test } from 'vitest'
import { quantile, sidesOf } from './figures.ts'
import { hoursOf, localDay } from './local-day.ts'
import { hourMs, isOpen, type Tally, tallied } from './tally.ts'

test.each([
  [[], 0.5, null],
  [[7], 0.9, 7],
  [[3, 1], 0.5, 2],
  [[10, 1, 100], 0.5, 10],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
  [[0, 10], 0.9, 9],
])('of %j the share %d is at %d, as a spreadsheet says', (values, share, is) => {
  expect(quantile(values, share)).toBe(is)
})

test('whoever is not customer, bot or phone is of the team', () => {
  expect(sidesOf([{ c: 2, b: 1 }, { c: 1, p: 4, '1f0a9c2e': 3 }, { '77aa01bc': 1 }])).toEqual({
    customer: 3,
    bot: 1,
    agent: 4,
    phone: 4,
  })
})

describe('a day of the shop', () => {
  const beginsAt = (timeZone: string, day: string) =>
    new Date((hoursOf(timeZone, day)[0] ?? 0) * hourMs).toISOString()

  test('begins at its own midnight', () => {
    expect(beginsAt('Asia/Jakarta', '2026-11-22')).toBe('2026-11-21T17:00:00.000Z')
    expect(beginsAt('America/Los_Angeles', '2026-11-22')).toBe('2026-11-22T08:00:00.000Z')
    expect(beginsAt('Pacific/Kiritimati', '2026-11-22')).toBe('2026-11-21T10:00:00.000Z')
    expect(localDay('Asia/Jakarta', Date.parse('2026-11-21T16:59:59.999Z'))).toBe('2026-11-21')
  })

  test('has 24 hours, and one more or less when the clocks are changed', () => {
    expect(hoursOf('Asia/Jakarta', '2026-11-22')).toHaveLength(24)
    expect(hoursOf('Europe/Berlin', '2026-03-29')).toHaveLength(23)
    expect(hoursOf('Europe/Berlin', '2026-10-25')).toHaveLength(25)
  })

  test.each(['Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Jakarta', 'Europe/Berlin'])(
    'leaves no hour of %s out, and has none twice',
    (timeZone) => {
      const days = ['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']
      const hours = days.flatMap((day) => hoursOf(timeZone, day))
      expect(hours).toEqual(hours.map((_, at) => (hours[0] ?? 0) + at))
    },
  )
})

describe('the tally of a chat', () => {
  const at = (hour: number) => new Date(hour * hourMs + 1000).toISOString()
  const said = (sentAt: string, kind = 'text') => ({ sender: 'customer', kind, sentAt }) as const

  test('counts in the hour in which something was written, until ten minutes after', () => {
    expect(tallied({}, said(at(100)), at(100))).toEqual({ 100: { c: 1 } })
    const soon = new Date(101 * hourMs + 9 * 60_000).toISOString()
    expect(tallied({}, said(at(100)), soon)).toEqual({ 100: { c: 1 } })
    expect(isOpen(100, 101 * hourMs + 10 * 60_000)).toBe(false)
    expect(tallied({}, said(at(100)), at(103))).toEqual({})
  })

  test('does not believe in the future', () => {
    expect(tallied({}, said('2199-01-01T00:00:00.000Z'), at(100))).toEqual({})
  })

  test('stays small however much is written', () => {
    let tally: Tally = {}
    for (let hour = 1000; hour < 1300; hour++) tally = tallied(tally, said(at(hour)), at(hour))
    expect(Object.keys(tally)).toEqual([
      '1292',
      '1293',
      '1294',
      '1295',
      '1296',
      '1297',
      '1298',
      '1299',
    ])
    expect(Object.keys(tallied(tally, said(at(1345)), at(1345)))).toEqual(['1298', '1299', '1345'])
  })
})
