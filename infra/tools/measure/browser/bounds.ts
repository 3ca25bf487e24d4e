import type { InBrowser } from './browser.ts'
import type { Scores } from './lighthouse.ts'

/** Of a hundred points. */
const leastPoints = { accessibility: 100, bestPractices: 95 }

/** The same on every machine: what jumps, and what a first screen asks for, the list once. */
const most = { cls: 0.02, requests: 14, kb: 150, lists: 1 }

/** As a slow phone on a slow network would have it; a busy machine has it worse. */
const leastScores = { performance: 95 }
const mostScores = { lcpMs: 1800, tbtMs: 150 }

/** Counts, and how often the work with few may be in the work with many; raw times differ by machine. */
const pace = {
  listRows: 60,
  threadRows: 120,
  longTasks: 0,
  /** For a hundred pushes. */
  pushCalls: 800_000,
  growth: { pushesMs: 2.5, pushCalls: 2.5, keyMs: 2.5, listFrameMs: 2.5, threadFrameMs: 2.5 },
}

const keysOf = <Fields extends object>(fields: Fields) =>
  Object.keys(fields) as (keyof Fields & string)[]

/** `thorough`: its times on a slow phone, too. */
export function pageFaults(scores: Scores, thorough: boolean): string[] {
  const least: Partial<Scores> = { ...leastPoints, ...(thorough && leastScores) }
  const greatest: Partial<Scores> = { ...most, ...(thorough && mostScores) }
  return [
    ...keysOf(least).flatMap((name) =>
      Number(scores[name]) < Number(least[name])
        ? [`${name} is ${scores[name]} of at least ${least[name]}`]
        : [],
    ),
    ...keysOf(greatest).flatMap((name) =>
      Number(scores[name]) > Number(greatest[name])
        ? [`${name} is ${scores[name]} of ${greatest[name]}`]
        : [],
    ),
  ]
}

/** The same for the inbox with very many chats. */
export function paceFaults(measured: InBrowser['pace']): string[] {
  if ('problem' in measured) return [`very many chats: ${measured.problem}`]
  const { many, growth } = measured
  return [
    ...(['listRows', 'threadRows', 'longTasks', 'pushCalls'] as const).flatMap((name) =>
      many[name] > pace[name]
        ? [`with very many chats, ${name} is ${many[name]} of ${pace[name]}`]
        : [],
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

/** Names whatever is not as good as it is to be. */
export const outOfBounds = ({ pages, pace }: InBrowser, thorough: boolean): string[] => [
  ...Object.entries(pages).flatMap(([page, scores]) =>
    pageFaults(scores, thorough).map((fault) => `the ${page} page: ${fault}`),
  ),
  ...paceFaults(pace),
]
