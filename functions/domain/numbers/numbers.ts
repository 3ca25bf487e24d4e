import { usualHours } from '../../../shared/hours.ts'
import type { Numbers } from '../../../shared/numbers.ts'
import type { User } from '../../../shared/user.ts'
import * as Settings from '../team/settings.ts'
import * as Users from '../team/user.ts'
import type { Answer } from './answer.ts'
import { timeOf } from './close.ts'
import { activeIn, countsIn, openedIn, quantile, sidesOf, spreadOf } from './figures.ts'
import type { HourPart } from './hour.ts'
import { hoursOf, localDay } from './local-day.ts'
import { hourMs, hourOf, tagOf } from './tally.ts'
import { waitingNow } from './waiting.ts'
import { answersIn, writtenIn } from './written.ts'

export const zoneOfShop = async () => ((await Settings.getNew()).hours ?? usualHours).timeZone

/** The last 24 hours: the present one, and those before it. */
export const latelyAt = (now: number) =>
  Array.from({ length: 24 }, (_, at) => hourOf(now) - 23 + at)

/** What happened on a day of the shop, and how it is now. */
export async function ofDay(wanted: string | undefined, now = Date.now()): Promise<Numbers> {
  const timeZone = await zoneOfShop()
  const today = localDay(timeZone, now)
  const day = wanted ?? today
  const hours = hoursOf(timeZone, day)
  const lately = latelyAt(now)
  const [written, answers, users, waiting] = await Promise.all([
    // Today's hours are among the last ones: nothing is read twice.
    writtenIn([...new Set([...hours, ...lately])].sort()),
    answersIn(hours),
    Users.list(),
    waitingNow(),
  ])
  const partsOf = (some: number[]) => some.flatMap((hour) => written.get(hour) ?? [])
  const all = partsOf(hours)
  return {
    day,
    today,
    timeZone,
    chats: { active: activeIn(all).size, opened: openedIn(all).size },
    messages: sidesOf(countsIn(all)),
    hours: hours.map((hour) => {
      const parts = partsOf([hour])
      return { at: timeOf(hour), messages: sidesOf(countsIn(parts)), chats: activeIn(parts).size }
    }),
    first: spreadOf(answers.filter(({ first }) => first)),
    response: spreadOf(answers),
    agents: agentsOf(all, answers, users),
    now: { waiting, lately: activeIn(partsOf(lately)).size },
  }
}

/** Whoever wrote or answered, those first who wrote most. */
function agentsOf(parts: HourPart[], answers: Answer[], users: User[]): Numbers['agents'] {
  const written = new Map<string, number>()
  for (const counts of countsIn(parts))
    for (const [mark, count] of Object.entries(counts))
      written.set(mark, (written.get(mark) ?? 0) + count)
  const whose = (userId: string | null, name: string | null, mark: string) => {
    const times = answers.filter((one) => (one.userId ?? null) === userId).map(({ ms }) => ms)
    const messages = written.get(mark) ?? 0
    return { userId, name, messages, answers: times.length, median: quantile(times, 0.5) }
  }
  return [...users.map(({ id, name }) => whose(id, name, tagOf(id))), whose(null, null, 'p')]
    .filter(({ messages, answers }) => messages > 0 || answers > 0)
    .sort((a, b) => b.messages - a.messages)
}

/** The beginning of an hour, as callers name it, to the hour. */
export const hourAt = (time: string) => Math.floor(Date.parse(time) / hourMs)
