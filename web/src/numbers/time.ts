import type { Text } from '../text/en.ts'

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1000 },
]

/** "45 sec", "4 min 30 sec", "2 hr 5 min": how long somebody waited. */
export function howLong(ms: number, { tag }: Text): string {
  const whole = Math.max(1000, Math.round(ms / 1000) * 1000)
  const at = units.findIndex((one) => whole >= one.ms)
  const [first, second] = units.slice(at, at + 2)
  const say = (count: number, unit: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
  if (!first) return ''
  const count = Math.floor(whole / first.ms)
  const rest = second ? Math.floor((whole % first.ms) / second.ms) : 0
  // Nobody needs the seconds of half an hour.
  const isFine = count < 10 && second && rest > 0
  return [say(count, first.unit), isFine ? say(rest, second.unit) : ''].filter(Boolean).join(' ')
}

/** "09:00", by the clock on the shop's wall. */
export const clockIn = (at: string, timeZone: string, { tag }: Text): string =>
  new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  )

/** The day before or after. */
export const dayBeside = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** "Today, 22 November" or "Friday, 20 November 2026". */
export function dayTitle(day: string, today: string, wordForToday: string, { tag }: Text): string {
  const isToday = day === today
  const format = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    ...(isToday ? {} : { weekday: 'long', year: 'numeric' }),
  })
  const date = format.format(Date.parse(`${day}T00:00:00.000Z`))
  return isToday ? `${wordForToday}, ${date}` : date
}

export const count = (number: number, { tag }: Text): string =>
  new Intl.NumberFormat(tag).format(number)
