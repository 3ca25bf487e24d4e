import { prices } from '../measure/prices.ts'

/** An idle queue is asked so often by Lambda, and so many calls a month are free. */
const pollsAMinute = 15
const queues = 2
const freeQueueRequests = 1e6
const minutes = 30 * 24 * 60

/** A month in which nobody writes: what polls the queues beyond what is free. */
export const idleMonth = (): number =>
  Math.max(0, queues * pollsAMinute * minutes - freeQueueRequests) * prices.queueRequest

/** What the budget of a bot's whole turn allows (infra/tools/measure/budgets.ts), with its receipts. */
const perThousandTurns = 0.045

/** Rather a cent too much. */
const dollars = (sum: number) => `$${(Math.ceil(sum * 100) / 100).toFixed(2)}`

/** What it will cost a month, in lines for people. */
export const monthlyEstimate = (): string[] => [
  `about ${dollars(idleMonth())} in a month in which nobody writes`,
  `at most ${dollars(perThousandTurns)} more for each 1,000 messages that the bot answers`,
]
