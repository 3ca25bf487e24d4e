import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Numbers } from '../../../shared/numbers.ts'
import { table, tableName } from '../../lib/table.ts'

/** How many customers wait for a person, and since when the first of them. */
export async function waitingNow(): Promise<Numbers['now']['waiting']> {
  let count = 0
  let oldest: string | null = null
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'waiting',
        KeyConditionExpression: 'waiting = :chats',
        ExpressionAttributeValues: { ':chats': 'chats' },
        ExclusiveStartKey,
      }),
    )
    count += Items.length
    oldest ??= Items[0] ? String(Items[0].waitsSince) : null
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return { count, oldest }
}
