import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { decodeTime, encodeTime, ulid } from 'ulid'
import type { Parked, ParkedWhy } from '../../../shared/parked.ts'
import { notFound } from '../../lib/errors.ts'
import { table, tableName } from '../../lib/table.ts'

export const keptDays = 30
export const dayMs = 24 * 3600 * 1000

/** The `path` of what no webhook brought: it was found in the provider's history. */
export const fromHistory = 'history'

/** One item holds 400 kB; what is larger is kept in parts. */
const partBytes = 300_000

export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
export const dayKey = (day: string) => `parked#${day}`
export const key = (id: string, part = 0) => ({
  pk: dayKey(dayOf(decodeTime(id))),
  sk: part === 0 ? id : `part#${id}#${String(part).padStart(3, '0')}`,
})

interface What extends Pick<Parked, 'reason' | 'path' | 'body'> {
  why?: ParkedWhy
  /** Nothing is wrong with it: `tick` takes it in without being told. */
  takeInAgain?: boolean
  /** When it came, if that is not now. */
  receivedAt?: string
}

/** A row of the outbox index, for what waits to be taken in again. */
const row = 'intake'

/** Keeps what could not be taken in or done, whole, with the reason. */
export async function park(what: What, id = ulid()): Promise<void> {
  const { reason, why, path, body, takeInAgain, receivedAt = new Date().toISOString() } = what
  const packed = gzipSync(body)
  const count = Math.max(1, Math.ceil(packed.length / partBytes))
  const expiresAt = Math.floor((decodeTime(id) + keptDays * dayMs) / 1000)
  // The first part is its entry in the list, so it is written last.
  for (let part = count - 1; part >= 0; part--) {
    const bytes = packed.subarray(part * partBytes, (part + 1) * partBytes)
    const waits = takeInAgain ? { outbox: row, dueAt: receivedAt } : {}
    const head = part === 0 ? { id, reason, why, path, receivedAt, parts: count, ...waits } : {}
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...key(id, part), ...head, bytes, expiresAt },
      }),
    )
  }
}

/**
 * Keeps it as `park` does, but once a day however often the same thing fails again. A comparison that meets
 * what somebody has dismissed is no news; a job that fails again is.
 */
export async function parkOnce(what: What, now = Date.now()): Promise<void> {
  const hash = createHash('sha256').update(`${what.path}\n${what.body}`).digest('hex').toUpperCase()
  const id = encodeTime(now - (now % dayMs), 10) + hash.slice(0, 16)
  if (what.path === fromHistory && (await entryOf(id))?.dismissed) return
  await park(what, id)
}

/** The oldest of what waits to be taken in again, by its id. */
export async function nextToTakeIn(): Promise<string | undefined> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'outbox',
      KeyConditionExpression: 'outbox = :row',
      ExpressionAttributeValues: { ':row': row },
      Limit: 1,
    }),
  )
  return Items[0] && String(Items[0].sk)
}

/** The first part of what is kept, and what a list shows of it. */
export interface Entry extends Pick<Parked, 'why' | 'dismissed'> {
  id: string
  reason: string
  path: string
  receivedAt?: string
  parts: number
  bytes: Uint8Array
}

export const isId = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id)

export async function get(id: string): Promise<Parked> {
  const entry = await entryOf(id)
  if (!entry) throw notFound('parked item')
  const rest = await Promise.all(
    partsOf(entry).map((part) =>
      table.send(new GetCommand({ TableName: tableName(), Key: key(id, part) })),
    ),
  )
  const bytes = [entry.bytes, ...rest.map(({ Item: part }) => part?.bytes as Uint8Array)]
  return { ...outlineOf(entry), body: gunzipSync(Buffer.concat(bytes)).toString('utf8') }
}

/** What a list shows of it, if it is there. */
export async function entryOf(id: string): Promise<Entry | undefined> {
  if (!isId(id)) return undefined
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(id) }))
  return Item as Entry | undefined
}

export const partsOf = ({ parts }: Entry) => Array.from({ length: parts - 1 }, (_, i) => i + 1)

export const outlineOf = ({ id, reason, why, path, receivedAt, dismissed }: Entry) => ({
  id,
  reason,
  why,
  path,
  receivedAt: receivedAt ?? new Date(decodeTime(id)).toISOString(),
  dismissed,
})

/** Forgets what was taken in or done after all: the entry first, so that none is ever listed in pieces. */
export async function remove(id: string): Promise<void> {
  const { Attributes } = await table.send(
    new DeleteCommand({ TableName: tableName(), Key: key(id), ReturnValues: 'ALL_OLD' }),
  )
  if (!Attributes) return
  for (const part of partsOf(Attributes as Entry))
    await table.send(new DeleteCommand({ TableName: tableName(), Key: key(id, part) }))
}
