import { ulid } from 'ulid'
import { itemsUnder } from '../../lib/items.ts'
import { tableName } from '../../lib/table.ts'
import type { Write } from '../chat/store.ts'
import { Answer, answersPk } from '../numbers/answer.ts'
import { dayOf, keptMs } from '../numbers/hour.ts'
import { together } from './chat.ts'
import { counted, type Erasure } from './erasure.ts'

const dayMs = 24 * 3600_000

/** What was written before a chat began may have come late, and counts in its own hour. */
const lateMs = 8 * dayMs

/** Most days have nothing of one customer. */
const daysAtOnce = 10

type Item = Record<string, unknown>

/**
 * The numbers of past days stay as they are; of the rows behind them, those that name the chat name nobody
 * any more. Answers where to go on, if there is more.
 */
export async function eraseNames(erasure: Erasure, now = Date.now()): Promise<string | undefined> {
  const began = Date.parse(erasure.known?.since ?? erasure.startedAt) - lateMs
  const first = erasure.at ? Date.parse(erasure.at) : Math.max(began, now - keptMs)
  for (let ahead = 0; ahead < daysAtOnce; ahead++) {
    const day = dayOf(first + ahead * dayMs)
    if (day > dayOf(now)) return undefined
    await eraseDay(erasure, day)
  }
  return dayOf(first + daysAtOnce * dayMs)
}

/** Looked through again wherever somebody else wrote at the same moment. */
async function eraseDay(erasure: Erasure, day: string): Promise<void> {
  for (let missed = true; missed; ) {
    missed = false
    const rename = async (...writes: Write[]) => {
      if (!(await together([...writes, counted(erasure, 'rows', 1)]))) missed = true
    }
    for await (const item of itemsUnder(answersPk(day), { consistent: true })) {
      const part = erasure.parts.find(({ chatId }) => chatId === item.chatId)
      if (part) await rename(nameless(item, part.alias), removed(item))
    }
    for await (const item of itemsUnder(`numbers#${day}`, { consistent: true }))
      for (const part of erasure.parts) {
        const write = renamed(item, part)
        if (write) await rename(write)
      }
  }
}

const keyIn = ({ pk, sk }: Item) => ({ pk, sk })

/** The message's id is in its key. */
function nameless(item: Item, alias: string): Write {
  const messageId = `erased-${ulid()}`
  const { at } = Answer.parse(item)
  return {
    Put: {
      TableName: tableName(),
      Item: { ...item, chatId: alias, messageId, sk: `${at}#${messageId}` },
    },
  }
}

const removed = (item: Item): Write => ({
  Delete: {
    TableName: tableName(),
    Key: keyIn(item),
    ConditionExpression: 'attribute_exists(pk)',
  },
})

/** In place, so that two who do this at once in one hour both succeed. */
function renamed(item: Item, { chatId, alias }: Erasure['parts'][number]): Write | undefined {
  const { chats = {}, opened = [] } = item as { chats?: Record<string, object>; opened?: string[] }
  const counts = chats[chatId]
  const place = opened.indexOf(chatId)
  if (!counts && place < 0) return undefined
  const set = [
    ...(counts ? ['chats.#alias = :counts'] : []),
    ...(place < 0 ? [] : [`opened[${place}] = :alias`]),
  ]
  const conditions = [
    ...(counts ? ['attribute_exists(chats.#id)'] : []),
    ...(place < 0 ? [] : [`opened[${place}] = :id`]),
  ]
  return {
    Update: {
      TableName: tableName(),
      Key: keyIn(item),
      UpdateExpression: `SET ${set.join(', ')}${counts ? ' REMOVE chats.#id' : ''}`,
      ConditionExpression: conditions.join(' AND '),
      ...(counts ? { ExpressionAttributeNames: { '#id': chatId, '#alias': alias } } : {}),
      ExpressionAttributeValues: {
        ...(counts ? { ':counts': counts } : {}),
        ...(place < 0 ? {} : { ':alias': alias, ':id': chatId }),
      },
    },
  }
}
