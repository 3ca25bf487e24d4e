import { BatchGetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Chat, type ChatMode, maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { invalidInput } from '../../lib/errors.ts'
import { cursorOf, table, tableName } from '../../lib/table.ts'
import { tickMovesAfterMs } from './chat.ts'
import { ChatState, chatKey, messageKey, type Tick, viewOf } from './chat-state.ts'
import { unsentOf } from './unsent.ts'

export interface Wanted {
  view: 'all' | 'mine' | 'unassigned' | 'unsent'
  mode?: ChatMode
  channel?: Chat['channel']
  q?: string
  since?: string
  cursor?: string
  limit: number
}

/** How far ticks are looked for behind `since`; later ones have moved their chat (`ticked`). */
const ticksBehindMs = tickMovesAfterMs + 60_000

/** One read of the inbox index, in the order of last change, newest first. */
async function readInbox(from: string, limit: number, start?: Record<string, unknown>) {
  const { Items = [], LastEvaluatedKey } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'inbox',
      KeyConditionExpression: 'inbox = :chats AND updatedAt > :from',
      ExpressionAttributeValues: { ':chats': 'chats', ':from': from },
      ScanIndexForward: false,
      Limit: limit,
      ExclusiveStartKey: start,
    }),
  )
  return { chats: Items.map((item) => ChatState.parse(item)), next: LastEvaluatedKey }
}

const matches = (chat: ChatState, { view, mode, channel, q }: Wanted, user: User) =>
  isIn(view, chat, user) &&
  (mode === undefined || chat.mode === mode) &&
  (channel === undefined || chat.channel === channel) &&
  (!q || isAbout(chat, q))

function isIn(view: Wanted['view'], chat: ChatState, { id }: User): boolean {
  if (view === 'unsent') return unsentOf(chat) !== undefined
  return view === 'all' || chat.assigneeId === (view === 'mine' ? id : null)
}

/** Found by name, by number however it is written, and by the last message. */
function isAbout({ customer, lastMessage }: ChatState, q: string): boolean {
  const words = q.toLowerCase()
  const digits = q.replace(/[\s+()-]/g, '').replace(/^0/, '')
  return (
    customer.name.toLowerCase().includes(words) ||
    (/^\d{3,}$/.test(digits) && Boolean(customer.phone?.includes(digits))) ||
    Boolean(lastMessage?.text.toLowerCase().includes(words))
  )
}

/** A page of the inbox as this user may see it; `hidden` names chats that changed and went out of sight. */
export async function list(wanted: Wanted, user: User, agentsSeeUnassigned: boolean) {
  const { since, limit } = wanted
  const from = since ? new Date(Date.parse(since) - ticksBehindMs).toISOString() : ' '
  const items: Chat[] = []
  const hidden: { chatId: string; rev: number }[] = []
  let start = wanted.cursor ? startOf(wanted.cursor) : undefined
  do {
    const { chats, next } = await readInbox(from, limit, start)
    const room = limit - items.length
    const seen = chats.filter((chat) => maySee(user, chat, agentsSeeUnassigned))
    const ticks = await ticksOf(seen)
    const found: ChatState[] = []
    start = next
    for (const chat of chats) {
      const view = viewOf(chat, ticks.get(chat.lastMessage?.id ?? ''))
      if (since && view.updatedAt <= since) continue
      if (!seen.includes(chat)) hidden.push({ chatId: chat.id, rev: view.rev })
      else if (matches(chat, wanted, user)) {
        found.push(chat)
        items.push(view)
      }
      if (found.length === room) {
        start = chat === chats.at(-1) ? next : inboxKey(chat)
        break
      }
    }
  } while (start && items.length < limit)
  const order = (chat: Chat) => chat.lastMessage?.sentAt ?? chat.createdAt
  return {
    items: items.toSorted((a, b) => (order(a) < order(b) ? 1 : order(a) > order(b) ? -1 : 0)),
    cursor: cursorOf(start),
    ...(since ? { hidden } : {}),
  }
}

const inboxKey = ({ id, updatedAt }: ChatState) => ({ ...chatKey(id), inbox: 'chats', updatedAt })

function startOf(cursor: string): Record<string, unknown> {
  try {
    const { pk, sk, inbox, updatedAt } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if ([pk, sk, inbox, updatedAt].every((part) => typeof part === 'string'))
      return { pk, sk, inbox, updatedAt }
  } catch {
    // Falls through to the one answer for all that is no cursor of ours.
  }
  throw invalidInput('cursor: that is none of ours')
}

/** The present ticks of the last messages that are ours. */
async function ticksOf(chats: ChatState[]): Promise<Map<string, Tick>> {
  const keys = chats.flatMap(({ id, lastMessage }) =>
    lastMessage && lastMessage.sender !== 'customer'
      ? [messageKey(lastMessage.storedIn ?? id, lastMessage.key)]
      : [],
  )
  if (keys.length === 0) return new Map()
  const { Responses } = await table.send(
    new BatchGetCommand({
      RequestItems: {
        [tableName()]: {
          Keys: keys,
          ProjectionExpression: 'id, #status, changedAt',
          ExpressionAttributeNames: { '#status': 'status' },
        },
      },
    }),
  )
  const found = Responses?.[tableName()] ?? []
  return new Map(found.map((item) => [String(item.id), item as Tick]))
}

/** The sidebar's numbers of what this user may see. */
export async function counts(user: User, agentsSeeUnassigned: boolean) {
  const modes = { bot: 0, agent: 0, paused: 0, closed: 0 }
  const channels = { whatsapp: 0, telegram: 0, email: 0 }
  const numbers = { all: 0, mine: 0, unassigned: 0, unread: 0, unsent: 0 }
  let start: Record<string, unknown> | undefined
  do {
    const { chats, next } = await readInbox(' ', 1000, start)
    for (const chat of chats) {
      if (!maySee(user, chat, agentsSeeUnassigned)) continue
      modes[chat.mode]++
      if (unsentOf(chat)) numbers.unsent++
      if (chat.mode === 'closed') continue
      channels[chat.channel]++
      numbers.all++
      if (chat.assigneeId === user.id) numbers.mine++
      if (chat.assigneeId === null) numbers.unassigned++
      if (chat.lastSeq > chat.readSeq) numbers.unread++
    }
    start = next
  } while (start)
  return { ...numbers, modes, channels }
}

/** So far back a job of the bot can have been lost; what is older nobody waits for any more. */
const owedForMs = 60 * 60_000

/** The bot cannot owe more answers than this; if it does, the rest has its turn at the next tick. */
const mostOwed = 1000

/** Chats whose customer wrote before this time, lately, and whom the bot still owes an answer. */
export async function owedByBot(before: string): Promise<ChatState[]> {
  const from = new Date(Date.parse(before) - owedForMs).toISOString()
  const owed: ChatState[] = []
  let start: Record<string, unknown> | undefined
  do {
    const { chats, next } = await readInbox(from, 100, start)
    owed.push(...chats.filter(({ botDue, updatedAt }) => botDue && updatedAt < before))
    start = next
  } while (start && owed.length < mostOwed)
  return owed
}

/** The chats in which something happened last between these times. */
export async function quietBetween(from: string, to: string): Promise<ChatState[]> {
  const quiet: ChatState[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :chats AND updatedAt BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':chats': 'chats', ':from': from, ':to': to },
        ExclusiveStartKey,
      }),
    )
    quiet.push(...Items.map((item) => ChatState.parse(item)))
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return quiet
}

/** The chats somebody has that are not closed. */
export async function heldBy(userId: string): Promise<ChatState[]> {
  const held: ChatState[] = []
  let start: Record<string, unknown> | undefined
  do {
    const { chats, next } = await readInbox(' ', 1000, start)
    held.push(...chats.filter(({ assigneeId, mode }) => assigneeId === userId && mode !== 'closed'))
    start = next
  } while (start)
  return held
}
