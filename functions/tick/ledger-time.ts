import type { ChannelState } from '../domain/channel/channel-state.ts'
import type { Progress } from '../domain/channel/ledger.ts'
import { ledgerEveryMs } from '../domain/channel/provider-calls.ts'

const minute = 60_000

/** What comes late into the provider's history is found by the next run. */
const overlapMs = 10 * minute

/** What is younger may just be under way by the webhook. */
const underWayMs = 2 * minute

/** So long after a reconnect the provider may still be filling up what came in the meantime. */
const fillsUpForMs = 30 * minute

type Known = Pick<ChannelState, 'state' | 'since'>

/** Every two hours, and at once after a reconnect. While the channel is down nobody could answer. */
export function isDue({ state, since }: Known, { nextAt, ranAt }: Progress, now: number): boolean {
  if (state === 'disconnected') return false
  const isBack = state === 'connected' && since !== null && since > (ranAt ?? '')
  return isBack || nextAt <= new Date(now).toISOString()
}

/** From where the last run ended, or from where the channel was lost, until just now. */
export function spanOf({ coveredTo, partly, lostAt }: Progress, now: number) {
  const to = Math.floor((now - underWayMs) / 1000) * 1000
  const covered = coveredTo ? Date.parse(coveredTo) : now - ledgerEveryMs
  const lost = lostAt ? Date.parse(lostAt) : covered
  const from = partly ? covered : Math.min(covered, lost) - overlapMs
  return { from: Math.min(from, to), to }
}

/** What is known of the loss after a run: forgotten when the provider has had time to fill up. */
export const lossAfter = ({ lostAt }: Progress, { since }: Known, now: number) =>
  lostAt && now - Date.parse(since ?? '') < fillsUpForMs ? lostAt : undefined
