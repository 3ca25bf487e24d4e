import { constants, gunzipSync } from 'node:zlib'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { decodeTime } from 'ulid'
import type { Parked } from '../../../shared/parked.ts'
import { invalidInput } from '../../lib/errors.ts'
import { cursorOf, table, tableName } from '../../lib/table.ts'
import { chatName } from './chat-name.ts'
import { queueOf } from './given-up.ts'
import { dayKey, dayMs, dayOf, type Entry, isId, keptDays, outlineOf } from './parked.ts'

/** So much of a body is shown in a list; the whole is kept. */
const shownLength = 10_000

const countedADay = 1000

const entriesBefore = (day: string, before: string) => ({
  TableName: tableName(),
  KeyConditionExpression: 'pk = :pk AND sk < :before',
  ExpressionAttributeValues: { ':pk': dayKey(day), ':before': before },
})

/** The entries of a day, newest first, one page after the other. */
async function* entriesOf(day: string, before: string) {
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        ...entriesBefore(day, before),
        ScanIndexForward: false,
        ExclusiveStartKey,
      }),
    )
    yield* Items
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}

/** Behind every id, and before every part. */
const newest = 'a'

const days = (now: number) =>
  Array.from({ length: keptDays + 1 }, (_, ago) => dayOf(now - ago * dayMs))

export type State = 'all' | 'waiting' | 'dismissed'

const isIn = (state: State, { dismissed }: Record<string, unknown>) =>
  state === 'all' || (state === 'dismissed') === (dismissed !== undefined)

interface Wanted {
  cursor?: string | undefined
  limit: number
  state?: State
}

/** Newest first, day by day. Long bodies are cut. */
export async function list({ cursor, limit, state = 'all' }: Wanted, now = Date.now()) {
  const before = cursor === undefined ? newest : idIn(cursor)
  const from = cursor === undefined ? '9' : dayOf(decodeTime(before))
  const items: Parked[] = []
  for (const day of days(now).filter((each) => each <= from)) {
    for await (const entry of entriesOf(day, day === from ? before : newest)) {
      if (!isIn(state, entry)) continue
      items.push(await shown(entry))
      if (items.length === limit) return { items, cursor: cursorOf({ id: items.at(-1)?.id }) }
    }
  }
  return { items, cursor: null }
}

function idIn(cursor: string): string {
  try {
    const { id } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (isId(id)) return id
  } catch {
    // Falls through to the one answer for all that is no cursor of ours.
  }
  throw invalidInput('cursor: that is none of ours')
}

/** How many wait for somebody; of a day nobody counts much further than a thousand. */
export async function count(now = Date.now()): Promise<number> {
  const counts = await Promise.all(days(now).map(countOf))
  return counts.reduce((sum, each) => sum + each, 0)
}

async function countOf(day: string): Promise<number> {
  let counted = 0
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Count = 0, LastEvaluatedKey } = await table.send(
      new QueryCommand({
        ...entriesBefore(day, newest),
        FilterExpression: 'attribute_not_exists(dismissed)',
        Select: 'COUNT',
        ExclusiveStartKey,
      }),
    )
    counted += Count
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey && counted < countedADay)
  return counted
}

/** As much of it as its first part tells. */
async function shown(item: Record<string, unknown>): Promise<Parked> {
  const entry = item as unknown as Entry
  const text = gunzipSync(entry.bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')
  const body = text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
  return { ...outlineOf(entry), body, chat: queueOf(entry) && (await chatOf(text)) }
}

/** The chat a job is about. */
async function chatOf(job: string) {
  try {
    const { chatId } = JSON.parse(job)
    return typeof chatId === 'string' && chatId ? await chatName(chatId) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
