import { tableName } from '../../lib/table.ts'
import type { ChatState } from './chat-state.ts'
import type { Write } from './store.ts'
import { unsentOf } from './unsent.ts'

/** The numbers of chats, as the counters hold them: by mode, and of the open ones by channel and unread. */
export const noneCounted = {
  bot: 0,
  agent: 0,
  paused: 0,
  closed: 0,
  whatsapp: 0,
  telegram: 0,
  email: 0,
  unread: 0,
  unsent: 0,
}
export type Counted = typeof noneCounted

export const countersPk = 'counts'

/** Nobody's chats. */
export const nobody = 'none'

/** So many rows of counters has each user, so that hardly any two changes meet in one. */
const shards = 8

const rowOf = ({ id, assigneeId }: ChatState) =>
  `${assigneeId ?? nobody}#${Number.parseInt(id.slice(-1), 16) % shards || 0}`

/** Whose chats a row of counters is about; null where nobody has them. */
export function ownerOf(row: string): string | null {
  const owner = row.slice(0, row.lastIndexOf('#'))
  return owner === nobody ? null : owner
}

/** In which row a chat is counted, and as what. One that is shown as part of another is not. */
export function countedAs(chat: ChatState): { row: string; as: (keyof Counted)[] } | undefined {
  if (chat.mergedInto) return undefined
  const as: (keyof Counted)[] = [chat.mode]
  if (unsentOf(chat)) as.push('unsent')
  if (chat.mode !== 'closed') {
    as.push(chat.channel)
    if (chat.lastSeq > chat.readSeq) as.push('unread')
  }
  return { row: rowOf(chat), as }
}

export type Counters = Map<string, Counted>

/** Adds a chat to the counters, or takes it away. */
export function count(counters: Counters, chat: ChatState, by: 1 | -1 = 1): void {
  const counted = countedAs(chat)
  if (!counted) return
  const row = { ...(counters.get(counted.row) ?? noneCounted) }
  for (const name of counted.as) row[name] += by
  counters.set(counted.row, row)
}

/** A chat from one state to the next; without a next one it goes for good. */
export interface Step {
  before: ChatState | undefined
  next: ChatState | undefined
}

/**
 * What changes of chats do to the counters: to be written in the same transaction, or the counters are wrong
 * from then on. Nothing where nothing countable changed.
 */
export function countersMoved(steps: Step[]): Write[] {
  const moved: Counters = new Map()
  for (const { before, next } of steps) {
    if (before) count(moved, before, -1)
    if (next) count(moved, next)
  }
  return [...moved].flatMap(([row, by]) =>
    Object.values(by).some((number) => number !== 0) ? [add(row, by)] : [],
  )
}

const add = (sk: string, by: Counted): Write => ({
  Update: {
    TableName: tableName(),
    Key: { pk: countersPk, sk },
    UpdateExpression:
      'ADD bot :bot, #agent :agent, paused :paused, closed :closed, whatsapp :whatsapp, telegram :telegram, email :email, unread :unread, unsent :unsent',
    ExpressionAttributeNames: { '#agent': 'agent' },
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(by).map(([name, number]) => [`:${name}`, number]),
    ),
  },
})
