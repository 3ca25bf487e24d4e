import type { Health } from '../../../shared/health.ts'

/** Nothing is wrong anywhere. */
export const wellHealth: Health = {
  channel: {
    state: 'connected',
    code: 'AUTH',
    since: '2026-11-20T09:00:00.000Z',
    checkedAt: '2026-11-21T09:00:00.000Z',
  },
  queues: { bot: { waiting: 0, failed: 0 }, outbound: { waiting: 0, failed: 0 } },
  oldestUnsentAt: null,
  unknown: 0,
  unsent: 0,
  failed: 0,
  undecided: [],
  parked: 0,
  ignored: {},
  ledger: [
    {
      checkedAt: '2026-11-21T09:00:00.000Z',
      from: '2026-11-21T07:00:00.000Z',
      to: '2026-11-21T09:00:00.000Z',
      received: 41,
      stored: 41,
      recovered: 0,
    },
  ],
  calls: { today: 12, allowed: 30 },
}
