import { setTimeout as sleep } from 'node:timers/promises'
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from './table.ts'

type Item = Record<string, unknown>
type Key = { pk: string; sk: string }

/** DynamoDB takes so many keys at once. */
const atOnce = 100
const attempts = 6

const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`

/** The items of these keys that exist, in no order. A key may be named twice. */
export async function batchGet(keys: Key[], { consistent = false } = {}): Promise<Item[]> {
  const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()]
  const found: Item[] = []
  for (let at = 0; at < unique.length; at += atOnce)
    found.push(...(await getSome(unique.slice(at, at + atOnce), consistent)))
  return found
}

/** What the table could not answer at once is asked again, ever later. */
async function getSome(keys: Key[], ConsistentRead: boolean): Promise<Item[]> {
  const name = tableName()
  const found: Item[] = []
  let left: Item[] = keys
  for (let attempt = 0; ; attempt++) {
    const { Responses, UnprocessedKeys } = await table.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: left, ConsistentRead } } }),
    )
    found.push(...(Responses?.[name] ?? []))
    left = UnprocessedKeys?.[name]?.Keys ?? []
    if (left.length === 0) return found
    if (attempt >= attempts) throw new Error('The table does not answer all that it is asked')
    await sleep(Math.random() * 50 * 2 ** attempt)
  }
}
