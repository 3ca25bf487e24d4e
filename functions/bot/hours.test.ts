import { expect, test } from 'vitest'
import { type Hours, usualHours } from '../../shared/hours.ts'
import { closedSince } from './hours.ts'

/** 22 November 2026 is a Sunday; Jakarta is seven hours ahead of UTC. */
const at = (time: string, hours: Hours | null = usualHours) => closedSince(hours, Date.parse(time))
const never = [null, null, null, null, null, null, null]

test.each([
  ['a minute before it opens', '2026-11-23T01:59:00Z', '2026-11-21T17:00'],
  ['when it opens', '2026-11-23T02:00:00Z', undefined],
  ['a minute before it closes', '2026-11-23T09:59:00Z', undefined],
  ['when it closes', '2026-11-23T10:00:00Z', '2026-11-23T17:00'],
  ['on a day on which it stays closed', '2026-11-22T05:00:00Z', '2026-11-21T17:00'],
])('%s: closed since %s', (_, time, since) => {
  expect(at(time)?.since).toBe(since)
})

test('all of one night and day off is one time of being closed', () => {
  const names = ['2026-11-21T10:00:00Z', '2026-11-22T12:00:00Z', '2026-11-23T01:00:00Z'].map(
    (time) => at(time)?.since,
  )
  expect(new Set(names).size).toBe(1)
})

test('a shop may be open beyond midnight, also from the last day of the week into the first', () => {
  const night = {
    timeZone: 'Asia/Jakarta',
    days: [...never.slice(1), { from: '18:00', to: '02:00' }],
  }
  expect(at('2026-11-22T18:30:00Z', night)).toBeUndefined()
  expect(at('2026-11-22T19:00:00Z', night)?.since).toBe('2026-11-23T02:00')
})

test('a shop may be open all day', () => {
  const always = {
    timeZone: 'Asia/Jakarta',
    days: never.map(() => ({ from: '00:00', to: '00:00' })),
  }
  expect(at('2026-11-22T17:00:00Z', always)).toBeUndefined()
})

test('the clocks changing in the night makes no second time of being closed', () => {
  const hours = { ...usualHours, timeZone: 'Europe/Berlin' }
  expect(at('2026-10-24T20:00:00Z', hours)?.since).toBe(at('2026-10-25T20:00:00Z', hours)?.since)
})

test('a shop that does not say when it is open is never closed', () => {
  expect(at('2026-11-22T05:00:00Z', null)).toBeUndefined()
})
