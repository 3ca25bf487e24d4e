import { expect, test } from 'vitest'
import type { Health } from '../../../shared/health.ts'
import { wellHealth } from '../test/well-health.ts'
import { type Trouble, troublesOf } from './health.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')
const compared = { ...wellHealth.ledger[0], received: 5, stored: 5 } as Health['ledger'][0]
const { channel, queues } = wellHealth
const lost = { ...channel, state: 'disconnected' as const }
const because = (code: string) => ({ ...compared, stored: 4, problem: 'Why', cause: { code } })
const longAgo = '2026-11-21T09:00:00.000Z'

test.each<[string, Partial<Health>, Trouble[]]>([
  ['all is well', {}, []],
  ['WhatsApp is lost', { channel: lost }, ['channel']],
  [
    'the channel is set up otherwise',
    { settings: { checkedAt: longAgo, drift: ['no webhook'] } },
    ['settings'],
  ],
  ['it was set up right', { settings: { checkedAt: longAgo, drift: [] } }, []],
  ['jobs failed', { queues: { ...queues, bot: { waiting: 0, failed: 2 } } }, ['queues']],
  ['a message waits for an hour', { oldestUnsentAt: longAgo }, ['unsent']],
  ['a message waits a minute', { oldestUnsentAt: '2026-11-21T09:59:00.000Z' }, []],
  ['what waits, waits for WhatsApp', { channel: lost, oldestUnsentAt: longAgo }, ['channel']],
  ['nobody knows of a message', { unknown: 1 }, ['unknown']],
  ['a message failed', { failed: 1 }, ['failed']],
  ['a delivery could not be read', { parked: 1 }, ['parked']],
  ['messages are missing', { ledger: [{ ...compared, stored: 3, recovered: 1 }] }, ['ledger']],
  ['missing messages were recovered', { ledger: [{ ...compared, stored: 3, recovered: 2 }] }, []],
  ['the comparison failed', { ledger: [{ ...compared, problem: 'No answer' }] }, ['ledger']],
  ['what could not be stored was dismissed', { ledger: [because('not_stored')] }, []],
  ['it could not be compared without WhatsApp', { ledger: [because('channel_lost')] }, []],
])('when %s, so much needs somebody', (_, fields, wrong) => {
  expect(troublesOf({ ...wellHealth, ...fields }, now)).toEqual(wrong)
})
