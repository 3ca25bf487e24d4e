import type { InBrowser } from './browser.ts'
import type { Scores } from './lighthouse.ts'

/** Of a hundred points. */
const leastPoints = { performance: 95, accessibility: 100, bestPractices: 95 }

/** As a slow phone on a slow network would have it. */
const most = { lcpMs: 1800, tbtMs: 150, cls: 0.02 }

/** Counts, and how often the work with few may be in the work with many; raw times differ by machine. */
const pace = {
  listRows: 60,
  threadRows: 120,
  growth: { pushesMs: 2.5, keyMs: 2.5, listFrameMs: 2.5, threadFrameMs: 2.5 },
}

const keysOf = <Fields extends object>(fields: Fields) =>
  Object.keys(fields) as (keyof Fields & string)[]

function pageFaults(scores: Scores): string[] {
  return [
    ...keysOf(leastPoints).flatMap((name) =>
      scores[name] < leastPoints[name]
        ? [`${name} is ${scores[name]} of at least ${leastPoints[name]}`]
        : [],
    ),
    ...keysOf(most).flatMap((name) =>
      scores[name] > most[name] ? [`${name} is ${scores[name]} of ${most[name]}`] : [],
    ),
  ]
}

export const isGood = (scores: Scores): boolean => pageFaults(scores).length === 0

/** Names whatever is not as good as it is to be. */
export function outOfBounds({ pages, pace: measured }: InBrowser): string[] {
  const faults = Object.entries(pages).flatMap(([page, scores]) =>
    pageFaults(scores).map((fault) => `the ${page} page: ${fault}`),
  )
  if ('problem' in measured) return [...faults, `very many chats: ${measured.problem}`]
  const { many, growth } = measured
  return [
    ...faults,
    ...(['listRows', 'threadRows'] as const).flatMap((name) =>
      many[name] > pace[name] ? [`${name} in the page are ${many[name]} of ${pace[name]}`] : [],
    ),
    ...keysOf(pace.growth).flatMap((name) =>
      growth[name] > pace.growth[name]
        ? [
            `with very many chats, ${name} is ${growth[name]} times what it is with few; ${pace.growth[name]} may be`,
          ]
        : [],
    ),
  ]
}
