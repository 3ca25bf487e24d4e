import { create } from 'zustand'
import { contract } from '../../../shared/contract.ts'
import type { Health, LedgerEntry } from '../../../shared/health.ts'
import { call } from '../api.ts'
import { codeOf } from '../api-error.ts'

interface Known {
  health?: Health
  /** By our clock. */
  loadedAt: number
  busy: boolean
  problem?: string
}

export const useHealth = create<Known>(() => ({ loadedAt: 0, busy: false }))

/** Asks how the whole is doing. What was known stays on screen until there is something newer. */
export async function loadHealth(): Promise<void> {
  if (useHealth.getState().busy) return
  useHealth.setState(({ problem: _, ...known }) => ({ ...known, busy: true }), true)
  try {
    const health = await call(contract.health, {})
    useHealth.setState({ health, loadedAt: Date.now(), busy: false })
  } catch (error) {
    useHealth.setState({ busy: false, problem: codeOf(error) })
  }
}

export const forgetHealth = () => useHealth.setState({ loadedAt: 0, busy: false }, true)

/** A message that is still to go out after this long is stuck. */
const stuckMs = 15 * 60_000

export const troubles = [
  'channel',
  'settings',
  'queues',
  'unsent',
  'unknown',
  'failed',
  'ledger',
  'parked',
] as const
export type Trouble = (typeof troubles)[number]

/** What could not be stored was set aside, and what waits for the channel is the channel's trouble. */
const isWrong = ({ problem, cause, received, stored, recovered }: LedgerEntry) =>
  cause
    ? cause.code !== 'not_stored' && cause.code !== 'channel_lost'
    : Boolean(problem) || stored + recovered < received

/** What needs somebody. While WhatsApp is lost, what waits for it is no trouble of its own. */
export function troublesOf(health: Health, now = Date.now()): Trouble[] {
  const { channel, queues, oldestUnsentAt, unknown, failed, parked, ledger, settings } = health
  const [last] = ledger
  const lost = channel.state === 'disconnected'
  const waited = oldestUnsentAt ? now - Date.parse(oldestUnsentAt) : 0
  const wrong: Record<Trouble, boolean> = {
    channel: lost,
    settings: Boolean(settings?.drift.length),
    queues: queues.bot.failed + queues.outbound.failed > 0,
    unsent: !lost && waited > stuckMs,
    unknown: unknown > 0,
    failed: failed > 0,
    ledger: last !== undefined && isWrong(last),
    parked: parked > 0,
  }
  return troubles.filter((name) => wrong[name])
}
