import { prices } from '../measure/prices.ts'

/** An idle queue is asked so often by Lambda, and so many calls a month are free. */
const pollsAMinute = 15
const queues = 2
const freeQueueRequests = 1e6
const minutes = 30 * 24 * 60

/** What a bot's whole turn may cost, times a thousand (infra/tools/measure/budgets.ts). */
const perThousandTurns = 0.045

/** In dollars: a month in which nobody writes, and each 1,000 messages that the bot answers. */
export const monthlyBudget = () => ({
  idle: Math.max(0, queues * pollsAMinute * minutes - freeQueueRequests) * prices.queueRequest,
  perThousand: perThousandTurns,
})

/** Rather a cent too much. */
const dollars = (sum: number) => `$${(Math.ceil(sum * 100) / 100).toFixed(2)}`

/** What it will cost, in lines for people. */
export function monthlyEstimate(): string[] {
  const { idle, perThousand } = monthlyBudget()
  return [
    `about ${dollars(idle)} in a month in which nobody writes`,
    `at most ${dollars(perThousand)} more for each 1,000 messages that the bot answers`,
  ]
}
