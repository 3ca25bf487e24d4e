import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { AnswerRow, ChatRow, Side } from '../../../shared/numbers.ts'
import { sides } from '../../../shared/numbers.ts'
import { batchGet } from '../../lib/batch-get.ts'
import { invalidInput } from '../../lib/errors.ts'
import { cursorOf, table, tableName } from '../../lib/table.ts'
import { ChatState, chatKey, MessageState, partsOf } from '../chat/chat-state.ts'
import * as Users from '../team/user.ts'
import { timeOf } from './close.ts'
import { openedIn, sidesOf } from './figures.ts'
import { hoursOf } from './local-day.ts'
import { hourAt, latelyAt, zoneOfShop } from './numbers.ts'
import { add, type Counts, isSaid, markOf, tagOf } from './tally.ts'
import { answersIn, writtenIn } from './written.ts'

interface Wanted {
  day?: string
  hour?: string
  by?: string
  cursor?: string
  limit: number
}

async function hoursWanted({ day, hour }: Wanted, now: number): Promise<number[]> {
  const hours = day ? hoursOf(await zoneOfShop(), day) : latelyAt(now)
  return hour ? hours.filter((one) => one === hourAt(hour)) : hours
}

/** The human answers of a day, those first that were waited for longest. */
export async function answers({ first, ...wanted }: Wanted & { first?: 'true' }, now = Date.now()) {
  const { by } = wanted
  const all = await answersIn(await hoursWanted(wanted, now))
  const found = all
    .filter((one) => (!first || one.first) && (!by || (one.userId ?? 'phone') === by))
    .sort((a, b) => b.ms - a.ms || (a.at < b.at ? -1 : 1))
  const { page, cursor } = pageOf(found, wanted)
  const [chats, users] = await Promise.all([
    chatsOf(page.map(({ chatId }) => chatId)),
    Users.list(),
  ])
  const items = page.map(
    ({ userId = null, ...answer }): AnswerRow => ({
      ...answer,
      ...named(chats, answer.chatId),
      userId,
      name: users.find(({ id }) => id === userId)?.name ?? null,
    }),
  )
  return { items, cursor }
}

/** Chats in which something was written, the busiest first. */
export async function active(
  { opened, ...wanted }: Wanted & { opened?: 'true' },
  now = Date.now(),
) {
  const hours = await hoursWanted(wanted, now)
  const written = await writtenIn(hours)
  const parts = hours.flatMap((hour) => written.get(hour) ?? [])
  const isNew = openedIn(parts)
  const counted = new Map<string, Counts>()
  for (const { chats } of parts)
    for (const [id, counts] of Object.entries(chats))
      counted.set(id, add(counted.get(id) ?? {}, counts))
  for (const id of isNew) if (!counted.has(id)) counted.set(id, {})
  const isBy = byWhom(wanted.by)
  const sumOf = (counts: Counts) =>
    Object.entries(counts).reduce((sum, [mark, count]) => sum + (isBy(mark) ? count : 0), 0)
  const found = [...counted]
    .filter(([id, counts]) => (opened ? isNew.has(id) : sumOf(counts) > 0))
    .sort(([a, as], [b, bs]) => sumOf(bs) - sumOf(as) || (a < b ? -1 : 1))
  const { page, cursor } = pageOf(found, wanted)
  const chats = await chatsOf(page.map(([id]) => id))
  const items = await Promise.all(
    page.map(async ([id, counts]): Promise<ChatRow> => {
      const chat = chats.get(id)
      const message = chat && (await firstIn(chat, hours, isBy))
      return {
        ...named(chats, id),
        messageId: message?.id ?? null,
        messages: sidesOf([counts]),
        isNew: isNew.has(id),
      }
    }),
  )
  return { items, cursor }
}

const marks: Record<Side, (mark: string) => boolean> = {
  customer: (mark) => mark === 'c',
  bot: (mark) => mark === 'b',
  phone: (mark) => mark === 'p',
  agent: (mark) => mark.length > 1,
}

/** Is this mark of who is wanted: a side, a user, or everybody? */
function byWhom(by: string | undefined): (mark: string) => boolean {
  if (!by) return () => true
  const side = sides.find((name) => name === by)
  return side ? marks[side] : (mark) => mark === tagOf(by)
}

/** Enough to find one of whom is wanted, in a chat of two. */
const lookedAt = 20

/** The first message of these hours that is of whom is wanted; else the first of anybody. */
async function firstIn(chat: ChatState, hours: number[], isBy: (mark: string) => boolean) {
  const [from, to] = [hours[0] ?? 0, (hours.at(-1) ?? 0) + 1]
  const parts = await Promise.all(
    partsOf(chat).map(async (id) => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName: tableName(),
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': chatKey(id).pk,
            ':from': `message#${timeOf(from)}`,
            ':to': `message#${timeOf(to)}`,
          },
          Limit: lookedAt,
        }),
      )
      return Items.map((item) => MessageState.parse(item))
    }),
  )
  const said = parts
    .flat()
    .filter(isSaid)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return said.find((message) => isBy(markOf(message))) ?? said[0]
}

/** The conversations these chats are shown as. */
async function chatsOf(ids: string[]): Promise<Map<string, ChatState>> {
  const read = async (some: string[]) =>
    (await batchGet(some.map(chatKey))).map((item) => ChatState.parse(item))
  const found = await read(ids)
  const into = new Map(
    (await read(found.flatMap(({ mergedInto }) => mergedInto ?? []))).map((chat) => [
      chat.id,
      chat,
    ]),
  )
  return new Map(found.map((chat) => [chat.id, into.get(chat.mergedInto ?? '') ?? chat]))
}

const named = (chats: Map<string, ChatState>, chatId: string) => {
  const chat = chats.get(chatId)
  return { chatId: chat?.id ?? chatId, chatName: chat?.customer.name ?? '' }
}

function pageOf<Row>(rows: Row[], { cursor, limit }: Wanted) {
  const from = cursor ? placeIn(cursor) : 0
  const next = from + limit
  return {
    page: rows.slice(from, next),
    cursor: next < rows.length ? cursorOf({ at: next }) : null,
  }
}

function placeIn(cursor: string): number {
  try {
    const { at } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Number.isInteger(at) && at >= 0) return at
  } catch {
    // Falls through to the one answer for all that is no cursor of ours.
  }
  throw invalidInput('cursor: that is none of ours')
}
