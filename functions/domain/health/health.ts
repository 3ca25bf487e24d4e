import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Health } from '../../../shared/health.ts'
import { depthsOf } from '../../lib/queues.ts'
import { table, tableName } from '../../lib/table.ts'
import * as ChannelSettings from '../channel/channel-settings.ts'
import * as ChannelState from '../channel/channel-state.ts'
import * as Ledger from '../channel/ledger.ts'
import * as ProviderCalls from '../channel/provider-calls.ts'
import * as Unknown from '../sending/unknown.ts'
import * as Ignored from './ignored.ts'
import * as ParkedList from './parked-list.ts'
import * as Undecided from './undecided.ts'

/** So many comparisons are shown. */
const shownEntries = 20

/** Since when the oldest of what is still to go out waits. */
export async function oldestUnsentAt(): Promise<string | null> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'outbox',
      KeyConditionExpression: 'outbox = :due',
      ExpressionAttributeValues: { ':due': 'due' },
      Limit: 1,
    }),
  )
  return Items[0] ? String(Items[0].dueAt) : null
}

/** How the whole is doing, in the words of the contract. */
export async function get(): Promise<Health> {
  const channel = await ChannelState.get()
  const isDown = channel.state === 'disconnected'
  const [
    bot,
    outbound,
    oldest,
    unsent,
    failed,
    undecided,
    unknown,
    parked,
    ignored,
    ledger,
    calls,
    settings,
  ] = await Promise.all([
    depthsOf('bot'),
    depthsOf('outbound'),
    oldestUnsentAt(),
    Undecided.countUnsent(),
    Undecided.countFailed(),
    Undecided.list({ isDown }),
    Unknown.count(),
    ParkedList.count(),
    Ignored.get(),
    Ledger.list(shownEntries),
    ProviderCalls.get(),
    ChannelSettings.get(),
  ])
  return {
    channel,
    queues: { bot, outbound },
    oldestUnsentAt: oldest,
    unknown,
    unsent,
    failed,
    undecided,
    parked,
    ignored,
    ledger,
    calls,
    ...(settings && { settings }),
  }
}
