import { DeleteCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { viewingLastsMs } from '../../../shared/viewing.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import * as Connection from './connection.ts'
import * as Settings from './settings.ts'

const Viewer = z.extend(Connection.Connection, {
  /** The chat that is open there, and when that was said last. */
  viewing: z.optional(z.string()),
  viewingAt: z.optional(z.number()),
})
export type Viewer = z.infer<typeof Viewer>
type Listener = Viewer & Pick<Connection.Listener, 'seesUnassigned'>

/** Everyone who looks at some chat. */
export async function list(): Promise<Listener[]> {
  const items: Record<string, unknown>[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'attribute_exists(viewing)',
        ExpressionAttributeValues: { ':pk': Connection.key('').pk },
        ExclusiveStartKey,
        ConsistentRead: true,
      }),
    )
    items.push(...(page.Items ?? []))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  const { agentsSeeUnassigned } = await Settings.get()
  return items
    .map((item) => Viewer.parse(item))
    .map((it) => ({ ...it, seesUnassigned: it.role === 'admin' || agentsSeeUnassigned }))
}

/** Who looks at a chat: where to tell of it, and whom to tell of. */
export interface Viewers {
  /** All who said so once. Who is still there answers by saying so again. */
  audience: Viewer[]
  /** Those who said so lately. */
  userIds: string[]
  names: Record<string, string>
}

export function viewersOf(chatId: string, listeners: Viewer[], now = Date.now()): Viewers {
  const audience = listeners.filter(({ viewing }) => viewing === chatId)
  const fresh = audience.filter(({ viewingAt = 0 }) => now - viewingAt < viewingLastsMs)
  const names = Object.fromEntries(fresh.map(({ userId, name }) => [userId, name]))
  return { audience, userIds: Object.keys(names), names }
}

/** Forgets a connection that ended. Answers what it was, if it was there. */
export async function hungUp(id: string): Promise<Viewer | undefined> {
  const { Attributes } = await table.send(
    new DeleteCommand({
      TableName: tableName(),
      Key: Connection.key(id),
      ReturnValues: 'ALL_OLD',
    }),
  )
  return Attributes?.userId ? Viewer.parse(Attributes) : undefined
}

/** Writes down which chat is open there. Answers what was before; undefined when the connection is gone. */
export async function view(
  id: string,
  chatId: string | null,
  now = Date.now(),
): Promise<Viewer | undefined> {
  const open = chatId !== null
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: Connection.key(id),
        UpdateExpression: open
          ? 'SET viewing = :chatId, viewingAt = :now'
          : 'REMOVE viewing, viewingAt',
        ConditionExpression: 'attribute_exists(pk)',
        ...(open && { ExpressionAttributeValues: { ':chatId': chatId, ':now': now } }),
        ReturnValues: 'ALL_OLD',
      }),
    )
    return Viewer.parse(Attributes)
  } catch (error) {
    if (isConditionFailure(error)) return undefined
    throw error
  }
}
