import * as z from 'zod/mini'

const clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write it like 09:00'))

/** Open from one time of the day to another; one that is not later is that of the next day. */
export const Span = z.object({ from: clock, to: clock })
export type Span = z.infer<typeof Span>

/** Node and every browser know the same names of time zones. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** When the shop is open, from Monday to Sunday; null is a day on which it stays closed. */
export const Hours = z.object({
  timeZone: z.string().check(z.maxLength(64), z.refine(isTimeZone, 'There is no such time zone')),
  days: z.array(z.nullable(Span)).check(
    z.length(7),
    z.refine((days) => days.some(Boolean), 'Open on one day at least'),
  ),
})
export type Hours = z.infer<typeof Hours>

const nineToFive = { from: '09:00', to: '17:00' }

/** What a shop starts from that has never said when it is open. */
export const usualHours: Hours = {
  timeZone: 'Asia/Jakarta',
  days: [...Array.from({ length: 6 }, () => nineToFive), null],
}
