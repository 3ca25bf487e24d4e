import { gunzipSync, gzipSync } from 'node:zlib'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { decodeTime, ulid } from 'ulid'
import type { Parked } from '../../shared/contract.ts'
import { notFound } from '../lib/errors.ts'
import { cursorOf, table, tableName } from '../lib/table.ts'

const keptDays = 30
const dayMs = 24 * 3600 * 1000

/** One item holds 400 kB; what is larger is kept in parts. */
const partBytes = 300_000

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const key = (id: string, part = 0) => ({
  pk: `parked#${dayOf(decodeTime(id))}`,
  sk: part === 0 ? id : `part#${id}#${String(part).padStart(3, '0')}`,
})

/** Keeps a delivery whole, with the reason why nobody could read it. */
export async function park(
  { reason, path, body }: Pick<Parked, 'reason' | 'path' | 'body'>,
  id = ulid(),
): Promise<void> {
  const packed = gzipSync(body)
  const count = Math.max(1, Math.ceil(packed.length / partBytes))
  const expiresAt = Math.floor((decodeTime(id) + keptDays * dayMs) / 1000)
  for (let part = count - 1; part >= 0; part--) {
    const bytes = packed.subarray(part * partBytes, (part + 1) * partBytes)
    const head = part === 0 ? { id, reason, path, parts: count } : {}
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...key(id, part), ...head, bytes, expiresAt },
      }),
    )
  }
}

/** Newest first, day by day. */
export async function list(cursor: string | undefined, limit: number) {
  const items: Parked[] = []
  let before = cursor ? JSON.parse(Buffer.from(cursor, 'base64url').toString()).id : undefined
  let at = before ? decodeTime(before) : Date.now()
  const oldest = Date.now() - keptDays * dayMs
  for (; at > oldest && items.length < limit; at -= dayMs) {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': `parked#${dayOf(at)}`,
          ':before': before && dayOf(decodeTime(before)) === dayOf(at) ? before : 'a',
        },
        ScanIndexForward: false,
        Limit: limit - items.length,
      }),
    )
    for (const item of Items) items.push(await read(item))
  }
  before = items.length === limit ? items.at(-1)?.id : undefined
  return { items, cursor: before ? cursorOf({ id: before }) : null }
}

export async function get(id: string): Promise<Parked> {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) throw notFound('parked delivery')
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(id) }))
  if (!Item) throw notFound('parked delivery')
  return read(Item)
}

async function read(head: Record<string, unknown>): Promise<Parked> {
  const { id, reason, path, parts } = head as {
    id: string
    reason: string
    path: string
    parts: number
  }
  const rest = await Promise.all(
    Array.from({ length: parts - 1 }, (_, i) =>
      table.send(new GetCommand({ TableName: tableName(), Key: key(id, i + 1) })),
    ),
  )
  const bytes = [head, ...rest.map(({ Item }) => Item ?? {})].map(
    ({ bytes }) => bytes as Uint8Array,
  )
  return {
    id,
    reason,
    path,
    receivedAt: new Date(decodeTime(id)).toISOString(),
    body: gunzipSync(Buffer.concat(bytes)).toString('utf8'),
  }
}

/** Forgets a delivery that has been read after all. */
export async function remove({ id }: Parked): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key(id) }))
}
