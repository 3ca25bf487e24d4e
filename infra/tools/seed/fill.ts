import { setTimeout as sleep } from 'node:timers/promises'
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import pLimit from 'p-limit'
import type { Item } from './play.ts'
import type { Target } from './target.ts'

/** All that is of no single chat: the team, the settings, the counters. */
export async function sharedItems({ table, tableName }: Target): Promise<Item[]> {
  const own = ['chat#', 'ref#', 'group#', 'numbers#', 'answers#']
  const items: Item[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: own.map((_, i) => `NOT begins_with(pk, :own${i})`).join(' AND '),
        ExpressionAttributeValues: Object.fromEntries(own.map((it, i) => [`:own${i}`, it])),
        ExclusiveStartKey,
      }),
    )
    items.push(...((page.Items ?? []) as Item[]))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
}

/** The most the table takes in one call. */
const batch = 25
const atOnce = 8
const attempts = 10

/** Writes items as they are, many at once; tells after each call how many are in. */
export async function fill(
  { table, tableName }: Target,
  items: Item[],
  tell: (count: number) => void,
): Promise<void> {
  let count = 0
  async function put(some: Item[]) {
    let rest: BatchWriteCommandInput['RequestItems'] = {
      [tableName]: some.map((Item) => ({ PutRequest: { Item } })),
    }
    for (let attempt = 0; rest?.[tableName]?.length; attempt++) {
      if (attempt >= attempts) throw new Error('The table takes no more for now')
      if (attempt) await sleep(50 * 2 ** attempt)
      rest = (await table.send(new BatchWriteCommand({ RequestItems: rest }))).UnprocessedItems
    }
    count += some.length
    tell(count)
  }
  const limit = pLimit(atOnce)
  const starts = Array.from({ length: Math.ceil(items.length / batch) }, (_, i) => i * batch)
  await Promise.all(starts.map((start) => limit(() => put(items.slice(start, start + batch)))))
}

/** Adds to the counters, whatever they say by now. */
export async function countUp({ table, tableName }: Target, counters: Item[]): Promise<void> {
  for (const { pk, sk, ...numbers } of counters) {
    const names = Object.keys(numbers)
    await table.send(
      new UpdateCommand({
        TableName: tableName,
        Key: { pk, sk },
        UpdateExpression: `ADD ${names.map((name) => `#${name} :${name}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: Object.fromEntries(
          names.map((name) => [`:${name}`, numbers[name]]),
        ),
      }),
    )
  }
}
