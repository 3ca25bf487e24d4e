import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'

const key = { pk: 'settings', sk: 'ignored' }

/** Marks what is a count, so that no name of a thing left out can be taken for a key of the item. */
const mark = 'of '

/** Adds to the counts of what was left out on purpose, by what it was. */
export async function count(record: Record<string, number>): Promise<void> {
  const entries = Object.entries(record).filter(([, number]) => number > 0)
  if (entries.length === 0) return
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key,
      UpdateExpression: `ADD ${entries.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(
        entries.map(([name], i) => [`#n${i}`, mark + name]),
      ),
      ExpressionAttributeValues: Object.fromEntries(
        entries.map(([, number], i) => [`:n${i}`, number]),
      ),
    }),
  )
}

/** What was left out so far. */
export async function get(): Promise<Record<string, number>> {
  const { Item = {} } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  return Object.fromEntries(
    Object.entries(Item)
      .filter(([name]) => name.startsWith(mark))
      .map(([name, number]) => [name.slice(mark.length), Number(number)]),
  )
}
