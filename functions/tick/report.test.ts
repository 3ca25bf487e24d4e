import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test, vi } from 'vitest'
import { hear } from '../domain/channel/channel.ts'
import * as ChannelSettings from '../domain/channel/channel-settings.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { out } from '../lib/metrics.ts'
import { table, tableName } from '../lib/table.ts'
import { handler as tick } from '../tick.ts'
import { day, minute, smallWorld } from './example.ts'

const world = smallWorld()
const start = Date.UTC(2026, 10, 21, 9)
beforeEach(() => vi.setSystemTime(start))

/** What the next tick says. */
async function said(at = start) {
  vi.setSystemTime(at)
  vi.mocked(out.write).mockClear()
  await tick(undefined, { awsRequestId: 'run-1' })
  expect(out.write).toHaveBeenCalledOnce()
  return JSON.parse(String(vi.mocked(out.write).mock.calls[0]?.[0]))
}

test('a tick says in numbers that all is well, in a short line of which CloudWatch makes metrics', async () => {
  const line = await said()
  expect(line).toMatchObject({
    event: 'tick',
    cause: 'run-1',
    oldestUnsentS: 0,
    channelDown: 0,
    parked: 0,
    drift: 0,
  })
  const [{ Metrics, Dimensions, Namespace }] = line._aws.CloudWatchMetrics
  expect({ Namespace, Dimensions }).toEqual({ Namespace: 'Balas', Dimensions: [['stage']] })
  for (const { Name } of Metrics) expect(line[Name]).toEqual(expect.any(Number))
  expect(JSON.stringify(line).length).toBeLessThanOrEqual(400)
})

test('since when the oldest waits is told in seconds, and that the channel is lost', async () => {
  const { chat } = await receive(eg.arrival(), eg.rules)
  await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  await hear({ code: 'QR' })
  expect(await said(start + 3 * minute)).toMatchObject({ oldestUnsentS: 180, channelDown: 1 })
})

const asked = () => world.provider.calls.filter((path) => path === '/settings').length

test('once a day it is asked whether the channel still tells us everything', async () => {
  await said()
  await said(start + 5 * minute)
  expect(asked()).toBe(1)
  world.provider.settings = { callback_persist: true, webhooks: [] }
  expect(await said(start + day)).toMatchObject({ drift: 1 })
  expect(await said(start + day + 5 * minute)).toMatchObject({ drift: 1 })
  expect(asked()).toBe(2)
})

test('of what an older version kept it is asked anew, and an alarm stays', async () => {
  const checkedAt = new Date(start).toISOString()
  const Item = { pk: 'settings', sk: 'drift', drift: 1, checkedAt }
  await table.send(new PutCommand({ TableName: tableName(), Item }))
  world.provider.settings = { callback_persist: true, webhooks: [] }
  expect(await said()).toMatchObject({ drift: 1 })
})

test('an admin is told in which way, and while it is wrong it is asked more often', async () => {
  world.provider.settings = { callback_persist: true, webhooks: [] }
  await said()
  expect(await ChannelSettings.get()).toEqual({
    checkedAt: new Date(start).toISOString(),
    drift: ['no webhook'],
  })
  world.provider.settings = { callback_persist: true, webhooks: [ours] }
  expect(await said(start + 4 * 60 * minute)).toMatchObject({ drift: 0 })
  expect((await ChannelSettings.get())?.drift).toEqual([])
})

const ours = { url: 'https://inbox.example/webhook/whapi', headers: { 'x-webhook-secret': 's' } }

test.each([
  ['the webhook is gone', { webhooks: [{ ...ours, url: 'https://other.example/hook' }] }, 1],
  ['it carries no secret', { webhooks: [{ ...ours, headers: {} }] }, 1],
  [
    'it tells of chats only',
    { webhooks: [{ ...ours, events: [{ type: 'chats', method: 'post' }] }] },
    3,
  ],
  ['it drops what is late', { webhooks: [{ ...ours, webhook_max_age_seconds: 60 }] }, 1],
  ['it forgets at a restart', { webhooks: [ours], callback_persist: false }, 1],
  ['others are told, too', { webhooks: [{ url: 'https://other.example/hook' }, ours] }, 0],
])('a channel is seen to drift when %s', async (_, settings, drift) => {
  world.provider.settings = { callback_persist: true, ...settings }
  expect(await said()).toMatchObject({ drift })
})
