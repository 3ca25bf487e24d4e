import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { ClientConfig } from '../cloud/cloud.ts'

/** Writes every item of the table to a new file, one in a line. Answers how many. */
export async function exportTable(
  config: ClientConfig,
  TableName: string,
  file: string,
): Promise<number> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config))
  // Customers' words and numbers are in it: it is for nobody else on this machine, and overwrites nothing.
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  let count = 0
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    for (const item of Items) {
      count++
      if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain')
    }
  stream.end()
  await finished(stream)
  return count
}
