import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { gather } from '../../lib/gather.ts'
import { raceOf, table, tableName } from '../../lib/table.ts'
import type { ChatState } from '../chat/chat-state.ts'
import type { Write } from '../chat/store.ts'
import { changedSince } from './changed.ts'
import { type HourPart, hourParts } from './hour.ts'
import { hourMs, hourOf } from './tally.ts'

/** Long after the last message that an hour takes in is written. */
const closesAfterMs = 15 * 60_000

/** Tallies reach no farther back. */
const mostHours = 48

const key = { pk: 'settings', sk: 'numbers' }

interface Progress {
  openFrom?: number
  /** How many chats went for good, each with what its tally said of open hours: whoever had read it before must read again. */
  erasures?: number
}

async function progress(): Promise<Progress> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  return { openFrom: Item?.openFrom, erasures: Item?.erasures }
}

/** The first hour that is not closed yet; undefined when none ever was. */
export const openFrom = async () => (await progress()).openFrom

/** On condition that nobody closed an hour, or let a chat go, since it was read. */
function unlessMoved({ openFrom, erasures }: Progress) {
  const conditions = [
    openFrom === undefined ? 'attribute_not_exists(openFrom)' : 'openFrom = :from',
    erasures === undefined ? 'attribute_not_exists(erasures)' : 'erasures = :erasures',
  ]
  const values = {
    ...(openFrom === undefined ? {} : { ':from': openFrom }),
    ...(erasures === undefined ? {} : { ':erasures': erasures }),
  }
  return {
    ConditionExpression: conditions.join(' AND '),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  }
}

/**
 * What a chat that goes for good leaves of its open hours, so that their numbers stay right: under another
 * name, and in the transaction in which it goes.
 */
export async function leftOf(chat: ChatState, alias: string): Promise<Write[]> {
  const before = await progress()
  const { openFrom: from = 0, erasures = 0 } = before
  const named = { ...chat, id: alias }
  const hours = [...Object.keys(chat.tally ?? {}).map(Number), hourOf(chat.createdAt)]
  return [
    {
      Put: {
        TableName: tableName(),
        Item: { ...key, openFrom: before.openFrom, erasures: erasures + 1 },
        ...unlessMoved(before),
      },
    },
    ...[...new Set(hours)]
      .filter((hour) => hour >= from)
      .flatMap((hour) => hourParts(hour, partOf(hour, [named]), alias)),
  ]
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
  const before = await progress()
  const from = before.openFrom
  if (from !== undefined && from >= to) return 0
  const first = Math.max(from ?? 0, to - mostHours)
  const chats = await gather(changedSince(first))
  let at = before
  for (let hour = first; hour < to; hour++) {
    const parts = hourParts(hour, partOf(hour, chats.flat()))
    // Hours in which nothing happened are closed together with the next one.
    if (parts.length === 0 && hour < to - 1) continue
    if (!(await move(at, hour + 1, parts))) return 0
    at = { ...at, openFrom: hour + 1 }
  }
  return to - first
}

/** False when somebody else was faster. */
async function move(from: Progress, to: number, parts: Write[]) {
  const openFrom = {
    Put: {
      TableName: tableName(),
      Item: { ...key, ...from, openFrom: to },
      ...unlessMoved(from),
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
