import type { HandlerId } from './bundle.ts'
import type { Throttle } from './throttle.ts'

/** What abuse can cost at most. */
export interface Limits {
  api: Throttle
  session: Throttle
  webhook: Throttle
  frames: Throttle
  connect: Throttle
  tableUnitsPerSecond: number
  /** Reserved executions; left out, a function takes what the account has. */
  concurrency: Partial<Record<HandlerId, number>>
}

/**
 * Where nothing else is asked for. Anybody on the internet may try `session`, `webhook` and `connect` all
 * month: what that costs is held to a number (infra/proofs/price). A shop with more than some 50,000
 * messages a day needs more for its webhook.
 */
export const usualLimits: Limits = {
  api: { rate: 20, burst: 40 },
  session: { rate: 1, burst: 40 },
  webhook: { rate: 3, burst: 100 },
  frames: { rate: 50, burst: 100 },
  connect: { rate: 5, burst: 50 },
  tableUnitsPerSecond: 1000,
  concurrency: { webhook: 20, bot: 5, outbound: 5 },
}

/** What a model may read and write in a day, in all chats together. */
export const usualTokensADay = 200_000
