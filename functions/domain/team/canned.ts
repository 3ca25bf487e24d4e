import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { Canned } from '../../../shared/canned.ts'
import { conflict } from '../../lib/errors.ts'
import { table, tableName } from '../../lib/table.ts'

const key = (id: string) => ({ pk: 'canned', sk: `canned#${id}` })

/** The shop's prepared replies, by shortcut. */
export async function list(): Promise<Canned[]> {
  const items: Record<string, unknown>[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'canned' },
        ExclusiveStartKey,
        ConsistentRead: true,
      }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return items
    .map((item) => Canned.parse(item))
    .sort((a, b) => a.shortcut.localeCompare(b.shortcut))
}

/** Writes one, or writes it anew. Two admins at once may give two the same shortcut: both are listed then. */
export async function put(canned: Canned): Promise<Canned> {
  const others = await list()
  if (others.some(({ id, shortcut }) => id !== canned.id && shortcut === canned.shortcut))
    throw conflict('shortcut_taken', 'Another reply has this shortcut')
  await table.send(
    new PutCommand({ TableName: tableName(), Item: { ...canned, ...key(canned.id) } }),
  )
  return canned
}

export async function remove(id: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key(id) }))
}
