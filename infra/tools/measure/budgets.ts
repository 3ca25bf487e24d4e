import { type HandlerId, handlerIds } from '../../bundle.ts'
import { outOfBounds } from './browser/bounds.ts'
import type { InBrowser } from './browser/browser.ts'
import type { Cost, Figures } from './cost/cost.ts'
import { grown } from './cost/growth.ts'
import type { ScenarioName } from './cost/scenarios.ts'
import type { DashboardSize } from './dashboard.ts'
import type { Delays } from './delays.ts'
import type { FunctionSize } from './functions.ts'
import type { Inbound } from './inbound.ts'

export interface Measured {
  functions: Record<HandlerId, FunctionSize>
  dashboard: DashboardSize
  cost: Cost
  /** Null where nobody asked for it. */
  browser: InBrowser | null
  /** Null, like the delays, where no stack runs to measure them on. */
  inbound: Inbound | null
  delays: Delays | null
  note?: string
}

/** Sizes and counts are the same on every machine, so they bind. Times are shown and judged by nobody. */
export const budgets = {
  functionKb: { webhook: 300, socket: 250 } as Partial<Record<HandlerId, number>>,
  otherFunctionKb: 400,
  initialJsKb: 120,
  cssKb: 12,
  sequentialCalls: 3,
  writeUnits: 8,
  /** Dearer only where a number of the sidebar moves, or somebody begins to wait. */
  inboundWriteUnits: {
    'inbound text': 8,
    'inbound text, once read': 10,
    'inbound text, once answered': 11,
  } as Partial<Record<ScenarioName, number>>,
  /** With two viewers; see `cost/`. */
  botTurn: {
    writeUnits: 22,
    // Five would leave no room to ask who listens before each of the four pushes.
    readUnits: 9,
    sqsRequests: 6,
    httpCalls: 4,
    invocations: 6,
    /** To each viewer. */
    frames: 4,
    usdPer1000: 0.045,
  },
}

type Judged = [what: string, is: number, budget: number, unit: string]

/** Names whatever is over its budget; what was not measured is over none. */
export function overBudget({ functions, dashboard, cost, inbound, browser }: Measured): string[] {
  const judged: Judged[] = [
    ...handlerIds.map(
      (id): Judged => [
        `the bundle of ${id}`,
        functions[id].kb,
        budgets.functionKb[id] ?? budgets.otherFunctionKb,
        'kB',
      ],
    ),
    ["the dashboard's initial JS", dashboard.initialJsKb, budgets.initialJsKb, 'kB gzip'],
    ["the dashboard's CSS", dashboard.cssKb, budgets.cssKb, 'kB gzip'],
  ]
  if (inbound)
    judged.push(
      ['an inbound message', inbound.sequentialCalls, budgets.sequentialCalls, 'calls in a row'],
      ['an inbound message', inbound.writeUnits, budgets.writeUnits, 'write units'],
    )
  for (const [name, budget] of Object.entries(budgets.inboundWriteUnits))
    for (const { writeUnits } of cost.scenarios[name as ScenarioName]?.usual.slice(-1) ?? [])
      judged.push([`an ${name}`, writeUnits, budget, 'write units'])
  judged.push(...turnOf(cost))
  return [
    ...judged
      .filter(([, is, budget]) => is > budget)
      .map(([what, is, budget, unit]) => `${what} is ${is} of ${budget} ${unit}`),
    ...grown(cost),
    ...(browser ? outOfBounds(browser) : []),
  ]
}

/** A turn of the bot where it costs most. */
function turnOf({ scenarios, viewers }: Cost): Judged[] {
  const worst = (figure: keyof Figures) =>
    Math.max(...scenarios['bot turn'].usual.map((figures) => figures[figure]))
  return Object.entries(budgets.botTurn).map(([name, budget]) => {
    const is = worst(name as keyof Figures)
    const unit = name === 'frames' ? 'frames per viewer' : name
    return ['a bot turn', name === 'frames' ? is / viewers : is, budget, unit]
  })
}
