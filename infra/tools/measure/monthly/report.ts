import { Template } from 'aws-cdk-lib/assertions'
import * as eg from '../../../example.ts'
import type { Cost } from '../cost/cost.ts'
import { round } from '../figures.ts'
import { pricesAsOf } from '../prices.ts'
import { idleOf, type Resources } from './idle.ts'
import { type Month, monthOf, type Shop } from './month.ts'
import { worstOf } from './worst.ts'

export interface Monthly {
  /** When the prices were asked. */
  pricesAsOf: string
  idle: number
  shops: Month[]
  worst: number
}

/** The shops that have a budget. */
export const shops: Shop[] = [
  { messagesADay: 1_000, agents: 3 },
  { messagesADay: 100_000, agents: 50 },
]

/** A month's bill, from what would be deployed and what was counted. */
export function monthlyOf(cost: Cost): Monthly {
  const { balas, site } = eg.app()
  const resources: Resources = {
    ...Template.fromStack(balas).toJSON().Resources,
    ...Template.fromStack(site).toJSON().Resources,
  }
  const idle = idleOf(resources)
  const rounded = (month: Month): Month => ({
    ...month,
    total: round(month.total, 2),
    perPart: Object.fromEntries(
      Object.entries(month.perPart).map(([part, usd]) => [part, round(usd, 2)]),
    ) as Month['perPart'],
  })
  return {
    pricesAsOf,
    idle: round(idle, 2),
    shops: shops.map((shop) => rounded(monthOf(cost, shop, idle))),
    worst: round(worstOf(resources).total, 2),
  }
}

const usd = (amount: number) => `$${amount.toFixed(2)}`

/** For people. */
export function monthlyTable({ idle, shops: all, worst, pricesAsOf: asOf }: Monthly): string {
  const lines = all.map(
    ({ messagesADay, agents, total, perPart }) =>
      `${messagesADay.toLocaleString('en')} messages a day, ${agents} agents: ${usd(total)} (${Object.entries(
        perPart,
      )
        .map(([part, amount]) => `${part} ${usd(amount)}`)
        .join(', ')})`,
  )
  return [
    `A month, at the prices of ${asOf}:`,
    `nobody writes: ${usd(idle)}`,
    ...lines,
    `the worst that people without a password can make of it: ${usd(worst)}`,
  ].join('\n')
}
