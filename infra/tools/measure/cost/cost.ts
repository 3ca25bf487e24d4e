import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { round } from '../figures.ts'
import { priceOf, type Usage } from '../prices.ts'
import type { Counted } from './count.ts'
import { bundleForCounting } from './functions.ts'
import type { Size } from './furnish.ts'
import type { ScenarioName } from './scenarios.ts'
import { viewers } from './shop.ts'

/** What a scenario takes, all of it counted; the price is in US dollars. */
export interface Figures {
  writeUnits: number
  readUnits: number
  sqsRequests: number
  /** Into the HTTP API. */
  httpCalls: number
  invocations: number
  /** To both viewers together. */
  frames: number
  usdPer1000: number
}

/** One of each for each size. */
export interface ScenarioCost {
  usual: Figures[]
  /** By functions that have just been started, or whose memory of settings and secrets has run out. */
  afterAPause: Figures[]
  /** What the table is asked for in the usual case, and what that takes; at the largest size. */
  bill: string[]
}

export interface Cost {
  sizes: Size[]
  viewers: number
  scenarios: Record<ScenarioName, ScenarioCost>
}

/** From a new shop to one of some years. From the second on, all that is read by pages fills its page. */
const sizes: Size[] = [
  { messages: 10, chats: 10 },
  { messages: 1_000, chats: 1_000 },
  { messages: 100_000, chats: 10_000 },
]

const figuresOf = (usage: Usage): Figures => ({
  writeUnits: usage.writeUnits,
  readUnits: usage.readUnits,
  sqsRequests: usage.queueRequests,
  httpCalls: usage.httpCalls,
  invocations: Object.values(usage.invocations).reduce((sum, count) => sum + count, 0),
  frames: usage.frames,
  usdPer1000: round(priceOf(usage) * 1000, 4),
})

/** Plays what happens all day, with the real functions, and counts what AWS would be asked for. Bundles in `dir`. */
export async function measureCost(dir: string): Promise<Cost> {
  await bundleForCounting(dir)
  const child = fork(
    join(import.meta.dirname, 'count.ts'),
    [dir, ...sizes.map((size) => JSON.stringify(size))],
    { env: {} },
  )
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`Counting ended with ${code}`)
  })
  const [counted] = (await Promise.race([once(child, 'message'), ended])) as [
    Record<ScenarioName, Counted>[],
  ]
  const names = Object.keys(counted[0] ?? {}) as ScenarioName[]
  const costOf = (name: ScenarioName): ScenarioCost => ({
    usual: counted.map((at) => figuresOf(at[name].usual)),
    afterAPause: counted.map((at) => figuresOf(at[name].afterAPause)),
    bill: counted.at(-1)?.[name].bill ?? [],
  })
  const scenarios = Object.fromEntries(names.map((name) => [name, costOf(name)]))
  return { sizes, viewers: viewers.length, scenarios: scenarios as Cost['scenarios'] }
}
