import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { gather } from '../../lib/gather.ts'
import { raceOf, table, tableName } from '../../lib/table.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { changedSince } from './changed.ts'
import { type HourPart, hourParts } from './hour.ts'
import { hourMs, hourOf } from './tally.ts'

/** Long after the last message that an hour takes in is written. */
const closesAfterMs = 15 * 60_000

/** Tallies reach no farther back. */
const mostHours = 48

const key = { pk: 'settings', sk: 'numbers' }

/** The first hour that is not closed yet; undefined when none ever was. */
export async function openFrom(): Promise<number | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  return Item && Number(Item.openFrom)
}

/** What these chats say of an hour. */
export function partOf(hour: number, chats: ChatState[]): HourPart {
  const written = chats.flatMap(({ id, tally }) => (tally?.[hour] ? [[id, tally[hour]]] : []))
  const opened = chats.filter(({ createdAt }) => hourOf(createdAt) === hour).map(({ id }) => id)
  return { chats: Object.fromEntries(written), opened }
}

/**
 * Writes down for good what was written in each hour that is over, out of the tallies of the chats that
 * changed since. Each hour is closed once: of two who try, one does nothing. Answers how many were.
 */
export async function closeHours(now = Date.now()): Promise<number> {
  const to = hourOf(now - closesAfterMs)
  const from = await openFrom()
  if (from !== undefined && from >= to) return 0
  const first = Math.max(from ?? 0, to - mostHours)
  const chats = await gather(changedSince(first))
  let at = from
  for (let hour = first; hour < to; hour++) {
    const parts = hourParts(hour, partOf(hour, chats.flat()))
    // Hours in which nothing happened are closed together with the next one.
    if (parts.length === 0 && hour < to - 1) continue
    if (!(await move(at, hour + 1, parts))) return 0
    at = hour + 1
  }
  return to - first
}

/** False when somebody else was faster. */
async function move(from: number | undefined, to: number, parts: ReturnType<typeof hourParts>) {
  const openFrom = {
    Put: {
      TableName: tableName(),
      Item: { ...key, openFrom: to },
      ...(from === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'openFrom = :from',
            ExpressionAttributeValues: { ':from': from },
          }),
    },
  }
  try {
    await table.send(new TransactWriteCommand({ TransactItems: [openFrom, ...parts] }))
    return true
  } catch (error) {
    if (raceOf(error)) return false
    throw error
  }
}

/** When an hour began, as text. */
export const timeOf = (hour: number) => new Date(hour * hourMs).toISOString()
