import { gunzipSync } from 'node:zlib'
import { DeleteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { decodeTime, encodeTime, ulid } from 'ulid'
import type { ParkedWhy } from '../../../shared/parked.ts'
import { table, tableName } from '../../lib/table.ts'
import * as Parked from '../health/parked.ts'
import { together } from './chat.ts'
import { counted, type Erasure } from './erasure.ts'

/** Bodies may be large: so many are read at once. */
const atOnce = 10

/** By what something set aside is known to be about a customer: whole numbers and ids, no parts of longer ones. */
export function isAbout({
  parts,
  known,
}: Pick<Erasure, 'parts' | 'known'>): (body: string) => boolean {
  const names = [
    ...parts.map(({ chatId }) => chatId),
    ...(known?.ids ?? []).map((id) => id.split('@')[0] ?? id),
    ...(known?.phones ?? []).map((phone) => phone.replace(/\D/g, '')),
  ].filter((name) => name.length > 4)
  const words = [...new Set(names)].map((name) => name.replace(/[^\w]/g, '\\$&'))
  const pattern = new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`)
  return (body) => words.length > 0 && pattern.test(body)
}

/** What a delivery brought of others; undefined where there is nothing, or it cannot be told apart. */
export function withoutOf(body: string, about: (text: string) => boolean): string | undefined {
  let left = false
  try {
    const delivery: unknown = JSON.parse(body)
    if (!delivery || typeof delivery !== 'object' || Array.isArray(delivery)) return undefined
    const kept = Object.entries(delivery).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, value]
      const others = value.filter((item) => !about(JSON.stringify(item)))
      left ||= others.length > 0
      return [name, others]
    })
    const rest = JSON.stringify(Object.fromEntries(kept))
    return left && !about(rest) ? rest : undefined
  } catch {
    return undefined
  }
}

/** Erases what was set aside, from `at` on; answers where to go on, if there is more. */
export async function eraseParked(erasure: Erasure, now = Date.now()): Promise<string | undefined> {
  const first = Parked.dayOf(now - (Parked.keptDays + 1) * Parked.dayMs)
  let [day = first, after = '0'] = erasure.at?.split(' ') ?? []
  for (
    ;
    day <= Parked.dayOf(now);
    day = Parked.dayOf(Date.parse(day) + Parked.dayMs), after = '0'
  ) {
    const entries = await entriesOf(day, after)
    if (entries.length === 0) continue
    const about = isAbout(erasure)
    for (const entry of entries)
      if (!(await eraseEntry(erasure, entry, about))) return `${day} ${after}`
    return `${day} ${entries.at(-1)?.id}`
  }
  return undefined
}

async function entriesOf(day: string, after: string): Promise<Parked.Entry[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :last',
      // Ids begin with a digit; parts stand behind them all. What stands behind an id is no id.
      ExpressionAttributeValues: {
        ':pk': Parked.dayKey(day),
        ':after': `${after} `,
        ':last': '9',
      },
      Limit: atOnce,
      ConsistentRead: true,
    }),
  )
  return Items as unknown as Parked.Entry[]
}

/** False when it has to be looked at again. */
async function eraseEntry(
  erasure: Erasure,
  entry: Parked.Entry,
  about: (body: string) => boolean,
): Promise<boolean> {
  const body = await bodyOf(entry)
  // What cannot be put together was being erased.
  if (body !== undefined && !about(body)) return true
  const rest = body === undefined || entry.dismissed ? undefined : withoutOf(body, about)
  const { id, reason, why, path, receivedAt } = entry
  if (rest)
    await Parked.park(
      {
        reason,
        why: why as ParkedWhy,
        path,
        body: rest,
        receivedAt,
        takeInAgain: 'outbox' in entry,
      },
      encodeTime(decodeTime(id), 10) + ulid().slice(10),
    )
  for (const part of Parked.partsOf(entry))
    await table.send(new DeleteCommand({ TableName: tableName(), Key: Parked.key(id, part) }))
  return together([
    {
      Delete: {
        TableName: tableName(),
        Key: Parked.key(id),
        ConditionExpression: 'attribute_exists(pk)',
      },
    },
    counted(erasure, 'parked', 1),
  ])
}

async function bodyOf(entry: Parked.Entry): Promise<string | undefined> {
  const rest = await Promise.all(
    Parked.partsOf(entry).map((part) =>
      table.send(new GetCommand({ TableName: tableName(), Key: Parked.key(entry.id, part) })),
    ),
  )
  const bytes = [entry.bytes, ...rest.map(({ Item }) => Item?.bytes as Uint8Array | undefined)]
  if (bytes.some((some) => !some)) return undefined
  return gunzipSync(Buffer.concat(bytes as Uint8Array[])).toString('utf8')
}
