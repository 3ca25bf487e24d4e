import { describe, expect, test } from 'vitest'
import { isDue } from './check-channel.ts'
import { minute } from './example.ts'

const now = Date.UTC(2026, 10, 21, 12)
const ago = (minutes: number) => new Date(now - minutes * minute).toISOString()

const channel = (state: 'connected' | 'disconnected', since: number, checked: number) => ({
  state,
  code: '',
  since: ago(since),
  checkedAt: ago(checked),
  rev: 1,
})

/** It was asked so many minutes ago, and did not answer. */
const unheard = (checked: number) => ({
  ...channel('connected', 0, checked),
  state: 'unknown' as const,
  since: null,
})

describe('the provider is asked how the channel is', () => {
  test.each([
    ['when nobody ever told', { ...channel('connected', 0, 0), checkedAt: null }, false, true],
    ['soon again when it could not be asked', unheard(15), false, true],
    ['but not at once', unheard(10), false, false],
    ['not while what we know is fresh', channel('connected', 600, 59), true, false],
    ['once an hour', channel('connected', 600, 60), false, true],
    ['every quarter of an hour while something waits', channel('disconnected', 90, 15), true, true],
    ['once an hour while nothing waits', channel('disconnected', 90, 45), false, false],
    ['once an hour when it was lost long ago', channel('disconnected', 121, 45), true, false],
  ])('%s', (_, known, somethingWaits, due) => {
    expect(isDue(known, somethingWaits, now)).toBe(due)
  })
})
