import type { Hours } from '../../shared/hours.ts'

const dayMinutes = 24 * 60
const weekMinutes = 7 * dayMinutes
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** What the clock on the shop's wall shows. */
function wallClock(timeZone: string, now: number) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(now)
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? ''
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    Number(part(type)),
  ) as [number, number, number, number, number]
  return {
    asIfUtc: Date.UTC(year, month - 1, day, hour, minute),
    minuteOfWeek: weekdays.indexOf(part('weekday')) * dayMinutes + hour * 60 + minute,
  }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** When in the week the shop opens, and for how long. */
function* openings({ days }: Hours) {
  for (const [day, span] of days.entries()) {
    if (!span) continue
    const from = minutesOf(span.from)
    const length = (minutesOf(span.to) - from + dayMinutes) % dayMinutes || dayMinutes
    yield { start: day * dayMinutes + from, length }
  }
}

export interface Closed {
  /** Names this time of being closed: the moment it began, by the clock on the shop's wall. */
  since: string
  forMs: number
}

/** Since when the shop is closed; undefined while it is open. */
export function closedSince(hours: Hours | null, now = Date.now()): Closed | undefined {
  if (!hours) return undefined
  const { asIfUtc, minuteOfWeek } = wallClock(hours.timeZone, now)
  let closedFor = weekMinutes
  for (const { start, length } of openings(hours)) {
    const sinceStart = (minuteOfWeek - start + weekMinutes) % weekMinutes
    if (sinceStart < length) return undefined
    closedFor = Math.min(closedFor, sinceStart - length)
  }
  const since = new Date(asIfUtc - closedFor * 60_000).toISOString().slice(0, 16)
  return { since, forMs: closedFor * 60_000 }
}
