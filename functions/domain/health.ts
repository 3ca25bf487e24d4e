import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { Health } from '../../shared/contract.ts'
import { depthOf } from '../lib/queues.ts'
import { table, tableName } from '../lib/table.ts'
import * as Message from './message.ts'
import * as Parked from './parked.ts'
import { findChat } from './store.ts'

const key = { pk: 'settings', sk: 'channel' }

const ChannelState = z.object({ state: z.string(), checkedAt: z.nullable(z.string()) })

/** Remembers what the provider last said of the channel. */
export async function rememberChannel(state: string): Promise<void> {
  const checkedAt = new Date().toISOString()
  await table.send(new PutCommand({ TableName: tableName(), Item: { ...key, state, checkedAt } }))
}

async function channel() {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  return ChannelState.parse(Item ?? { state: 'not checked yet', checkedAt: null })
}

/** Messages that are still to go out or undecided, oldest first. */
export async function outbox(before: string, limit: number) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'outbox',
      KeyConditionExpression: 'outbox = :due AND dueAt < :before',
      ExpressionAttributeValues: { ':due': 'due', ':before': before },
      Limit: limit,
    }),
  )
  return Items.map(({ pk, sk, dueAt }) => ({
    chatId: String(pk).slice('chat#'.length),
    key: String(sk),
    dueAt: String(dueAt),
  }))
}

/** How the whole is doing, in the words of the contract. */
export async function get(): Promise<Health> {
  const [state, botWaiting, botFailed, sendWaiting, sendFailed, [oldest], parked] =
    await Promise.all([
      channel(),
      depthOf('BOT_QUEUE_URL'),
      depthOf('BOT_DLQ_URL'),
      depthOf('OUTBOUND_QUEUE_URL'),
      depthOf('OUTBOUND_DLQ_URL'),
      outbox('9', 1),
      Parked.list(undefined, 100),
    ])
  return {
    channel: state,
    queues: {
      bot: { waiting: botWaiting, failed: botFailed },
      outbound: { waiting: sendWaiting, failed: sendFailed },
    },
    oldestUnsentAt: oldest?.dueAt ?? null,
    parked: parked.items.length,
  }
}

/** The chat and the message of a place in the outbox; undefined for an entry the index still shows. */
export async function inOutbox(place: Message.Place) {
  const [chat, message] = await Promise.all([
    findChat(place.chatId),
    Message.find(place, { consistent: true }),
  ])
  return chat && message ? { chat, message } : undefined
}
