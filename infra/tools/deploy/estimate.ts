import { budgets } from '../measure/budgets.ts'
import { shops } from '../measure/monthly/report.ts'

const dollars = (sum = 0) => `$${sum.toFixed(2)}`

/** What a month costs at most, in lines for people; `npm run measure -- --check` holds the product to it. */
export function monthlyEstimate(): string[] {
  const [small] = shops
  return [
    `at most ${dollars(budgets.month.idle)} in a month in which nobody writes`,
    `at most ${dollars(budgets.month.shops[0])} with ${small?.messagesADay.toLocaleString('en')} messages a day and ${small?.agents} agents`,
  ]
}
