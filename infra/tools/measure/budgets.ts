import { type HandlerId, handlerIds } from '../../bundle.ts'
import type { DashboardSize } from './dashboard.ts'
import type { Delays } from './delays.ts'
import type { FunctionSize } from './functions.ts'
import type { Inbound } from './inbound.ts'

export interface Measured {
  functions: Record<HandlerId, FunctionSize>
  dashboard: DashboardSize
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
}

/** Names whatever is over its budget; what was not measured is over none. */
export function overBudget({ functions, dashboard, inbound }: Measured): string[] {
  const judged: [what: string, is: number, budget: number, unit: string][] = [
    ...handlerIds.map((id): [string, number, number, string] => [
      `the bundle of ${id}`,
      functions[id].kb,
      budgets.functionKb[id] ?? budgets.otherFunctionKb,
      'kB',
    ]),
    ["the dashboard's initial JS", dashboard.initialJsKb, budgets.initialJsKb, 'kB gzip'],
    ["the dashboard's CSS", dashboard.cssKb, budgets.cssKb, 'kB gzip'],
  ]
  if (inbound)
    judged.push(
      ['an inbound message', inbound.sequentialCalls, budgets.sequentialCalls, 'calls in a row'],
      ['an inbound message', inbound.writeUnits, budgets.writeUnits, 'write units'],
    )
  return judged
    .filter(([, is, budget]) => is > budget)
    .map(([what, is, budget, unit]) => `${what} is ${is} of ${budget} ${unit}`)
}
