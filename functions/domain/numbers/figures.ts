import type { Sides, Spread } from '../../../shared/numbers.ts'
import type { Answer } from './answer.ts'
import type { HourPart } from './hour.ts'
import type { Counts } from './tally.ts'

/** As spreadsheets reckon it: between the two nearest when it falls between them. */
export function quantile(values: number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (at - Math.floor(at))
}

export function spreadOf(answers: Answer[]): Spread {
  const times = answers.map(({ ms }) => ms)
  return { count: times.length, median: quantile(times, 0.5), p90: quantile(times, 0.9) }
}

export const noSides: Sides = { customer: 0, bot: 0, agent: 0, phone: 0 }

const sideOf: Record<string, keyof Sides> = { c: 'customer', b: 'bot', p: 'phone' }

/** Who of the four sides wrote how much. */
export function sidesOf(counts: Counts[]): Sides {
  const sum = { ...noSides }
  for (const one of counts)
    for (const [mark, count] of Object.entries(one)) sum[sideOf[mark] ?? 'agent'] += count
  return sum
}

export const countsIn = (parts: HourPart[]): Counts[] =>
  parts.flatMap(({ chats }) => Object.values(chats))

/** The chats in which something was written. */
export const activeIn = (parts: HourPart[]): Set<string> =>
  new Set(
    parts.flatMap(({ chats }) =>
      Object.entries(chats).flatMap(([id, counts]) => (Object.keys(counts).length > 0 ? [id] : [])),
    ),
  )

export const openedIn = (parts: HourPart[]): Set<string> =>
  new Set(parts.flatMap(({ opened }) => opened))
