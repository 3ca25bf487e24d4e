import { hourMs, hourOf } from './tally.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    // Of all, the Swedish write a date as we do.
    new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}

/** The date on the shop's wall. */
export const localDay = (timeZone: string, time: number): string => formatFor(timeZone).format(time)

/**
 * The hours that begin on this day, usually 24. Hours are counted as they begin everywhere: where the clocks
 * are half an hour off, so is the day.
 */
export function hoursOf(timeZone: string, day: string): number[] {
  const from = hourOf(`${day}T00:00:00.000Z`) - 15
  return Array.from({ length: 54 }, (_, at) => from + at).filter(
    (hour) => localDay(timeZone, hour * hourMs) === day,
  )
}
