import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { LedgerEntry } from '../../../shared/health.ts'
import { batchGet } from '../../lib/batch-get.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, providerRef, refKey } from '../chat/chat-state.ts'
import type { Place } from '../message/message.ts'

const keptS = 90 * 24 * 3600

/** Writes down one comparison of the provider's history with ours. */
export async function record(entry: LedgerEntry): Promise<void> {
  const expiresAt = Math.floor(Date.parse(entry.checkedAt) / 1000) + keptS
  await table.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...entry, pk: 'ledger', sk: entry.checkedAt, expiresAt },
    }),
  )
}

/** The last comparisons, newest first. */
export async function list(limit: number): Promise<LedgerEntry[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'ledger' },
      ScanIndexForward: false,
      Limit: limit,
    }),
  )
  return Items.map((item) => LedgerEntry.parse(item))
}

/** How far the ledger was kept, and when it is next. */
export const Progress = z.object({
  /** All before this was compared. */
  coveredTo: z.optional(z.string()),
  /** Only a part of what was to be compared was: the rest follows at once. */
  partly: z._default(z.boolean(), false),
  ranAt: z.optional(z.string()),
  nextAt: z._default(z.string(), ''),
  /** Since when the channel was down; what came then may come into the history late. */
  lostAt: z.optional(z.string()),
  rev: z._default(z.int(), 0),
})
export type Progress = z.infer<typeof Progress>

const progressKey = { pk: 'settings', sk: 'ledger' }

export async function progress(): Promise<Progress> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: progressKey, ConsistentRead: true }),
  )
  return Progress.parse(Item ?? {})
}

/** Moves on from what was read; undefined when somebody else did in the meantime. */
export async function move(from: Progress, to: Partial<Progress>): Promise<Progress | undefined> {
  const next = { ...from, ...to, rev: from.rev + 1 }
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...next, ...progressKey },
        ConditionExpression: 'attribute_not_exists(rev) OR rev = :rev',
        ExpressionAttributeValues: { ':rev': from.rev },
      }),
    )
    return next
  } catch (error) {
    if (isConditionFailure(error)) return undefined
    throw error
  }
}

/** Where the messages of these provider's ids lie; those we do not have are left out. */
export async function placesOf(channelId: string, providerIds: string[]) {
  const keys = providerIds.map((id) => refKey(providerRef(channelId, id)))
  const idOf = new Map(keys.map(({ pk }, i) => [pk, providerIds[i]]))
  const places = new Map<string, Place>()
  for (const { pk, chatId, key } of await batchGet(keys, { consistent: true })) {
    const id = idOf.get(String(pk))
    if (id && typeof chatId === 'string' && typeof key === 'string') places.set(id, { chatId, key })
  }
  return places
}

/** What lies there now. */
export async function messagesAt(places: Place[]): Promise<MessageState[]> {
  const items = await batchGet(places.map(({ chatId, key }) => messageKey(chatId, key)))
  return items.map((item) => MessageState.parse(item))
}
