import type { ChannelState } from '../domain/channel/channel-state.ts'
import { oldestUnsentAt } from '../domain/health/health.ts'
import * as ParkedList from '../domain/health/parked-list.ts'
import { measure } from '../lib/metrics.ts'

interface Found {
  channel: Pick<ChannelState, 'state'>
  drift: number
  /** What this tick did, for whoever reads the log. */
  done: Record<string, number | undefined>
}

/** Says how the shop is doing in numbers, of which alarms are made (infra/watch). */
export async function report({ channel, drift, done }: Found, now: number): Promise<void> {
  const [oldest, parked] = await Promise.all([oldestUnsentAt(), ParkedList.count(now)])
  const metrics = {
    oldestUnsentS: oldest ? Math.max(0, Math.round((now - Date.parse(oldest)) / 1000)) : 0,
    channelDown: channel.state === 'disconnected' ? 1 : 0,
    parked,
    drift,
  }
  // Mostly there was nothing to do, and nobody pays for saying so.
  const did = Object.fromEntries(Object.entries(done).filter(([, count]) => count))
  const state = channel.state === 'connected' ? undefined : channel.state
  measure('tick', metrics, { ...did, channel: state }, now)
}
