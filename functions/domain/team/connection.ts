import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { Role } from '../../../shared/user.ts'
import { table, tableName } from '../../lib/table.ts'
import * as Settings from './settings.ts'
import { sightKey } from './sight.ts'

/** A browser that listens, and whose it is. */
export const Connection = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  role: Role,
})
export type Connection = z.infer<typeof Connection>

/** API Gateway cuts every socket after two hours; ten minutes are for its clock. */
const livesS = 130 * 60

export const key = (id: string) => ({ pk: 'connections', sk: id })

export async function add(connection: Connection, now = Date.now()): Promise<void> {
  const expiresAt = Math.floor(now / 1000) + livesS
  await table.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...connection, ...key(connection.id), expiresAt },
    }),
  )
}

export async function find(id: string): Promise<Connection | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(id) }))
  return Item && Connection.parse(Item)
}

export async function remove(id: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key(id) }))
}

/** A browser that listens, and whether it may hear of the chats that nobody has. */
export interface Listener extends Connection {
  seesUnassigned: boolean
}

/** Everyone who listens now. The table forgets late, so what has expired is left out here. */
export async function list({ consistent = false, now = Date.now() } = {}): Promise<Listener[]> {
  const items: Record<string, unknown>[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_not_exists(expiresAt) OR expiresAt > :now',
        ExpressionAttributeValues: { ':pk': 'connections', ':now': Math.floor(now / 1000) },
        ExclusiveStartKey,
        ConsistentRead: consistent,
      }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  const decided = items.find(({ sk }) => sk === sightKey.sk)
  // Nobody has decided anything since this is kept here.
  const agentsSee = decided?.agentsSeeUnassigned ?? (await Settings.get()).agentsSeeUnassigned
  return items
    .filter((item) => item !== decided)
    .map((item) => Connection.parse(item))
    .map((it) => ({ ...it, seesUnassigned: it.role === 'admin' || Boolean(agentsSee) }))
}
