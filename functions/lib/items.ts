import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from './table.ts'

type Item = Record<string, unknown>

/** All items under one key, page by page, in their order. The SDK's `paginateQuery` fails in our bundles. */
export async function* itemsUnder(pk: string, { consistent = false } = {}): AsyncGenerator<Item> {
  let ExclusiveStartKey: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ExclusiveStartKey,
        ConsistentRead: consistent,
      }),
    )
    yield* Items
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}
