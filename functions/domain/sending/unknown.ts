import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { messageKey } from '../chat/chat-state.ts'
import type { Place } from '../message/message.ts'

/** A row of their own in the outbox: what nobody can decide never stands before what can go out. */
export const toLookUp = (dueAt: string) => ({ outbox: 'unknown', dueAt })

/** Later than any time: looked up no more, only a person can decide. */
const never = '9'

const inIndex = {
  IndexName: 'outbox',
  ExpressionAttributeValues: { ':unknown': 'unknown' },
}

/** Messages of which nobody knows whether they went out, whose turn it is to be looked up. */
export async function due(before: string, limit: number): Promise<Place[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      ...inIndex,
      TableName: tableName(),
      KeyConditionExpression: 'outbox = :unknown AND dueAt <= :before',
      ExpressionAttributeValues: { ...inIndex.ExpressionAttributeValues, ':before': before },
      Limit: limit,
    }),
  )
  return Items.map(({ pk, sk }) => ({ chatId: String(pk).slice('chat#'.length), key: String(sk) }))
}

/** All of which nobody knows whether they went out. */
export async function count(): Promise<number> {
  let counted = 0
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Count = 0, LastEvaluatedKey } = await table.send(
      new QueryCommand({
        ...inIndex,
        TableName: tableName(),
        KeyConditionExpression: 'outbox = :unknown',
        Select: 'COUNT',
        ExclusiveStartKey,
      }),
    )
    counted += Count
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return counted
}

/** When it is looked up next; without a time, never again. */
export async function lookUpAt({ chatId, key }: Place, at?: number): Promise<void> {
  const dueAt = at === undefined ? never : new Date(at).toISOString()
  const next = toLookUp(dueAt)
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: 'SET outbox = :outbox, dueAt = :dueAt',
        ConditionExpression: '#status = :unknown',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':outbox': next.outbox,
          ':dueAt': next.dueAt,
          ':unknown': 'unknown',
        },
      }),
    )
  } catch (error) {
    // Decided meanwhile.
    if (!isConditionFailure(error)) throw error
  }
}
