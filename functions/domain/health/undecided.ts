import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Undecided } from '../../../shared/health.ts'
import type { MessageStatus } from '../../../shared/message.ts'
import { batchGet } from '../../lib/batch-get.ts'
import { table, tableName } from '../../lib/table.ts'
import { MessageState } from '../chat/chat-state.ts'
import { chatName } from './chat-name.ts'

const minuteMs = 60_000

/** What waits for longer is stuck. */
const stuckAfterMs = 15 * minuteMs

/** Afterwards a message that failed is history. */
const failedForMs = 3 * 24 * 60 * minuteMs

/** So many of each are named, and so many counted. */
const named = 20
const counted = 1000

interface Row {
  name: 'due' | 'unknown' | 'failed'
  from?: string
  to?: string
}

const rowOf = ({ name, from = '0', to = 'a' }: Row) => ({
  TableName: tableName(),
  IndexName: 'outbox',
  KeyConditionExpression: 'outbox = :row AND dueAt BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':row': name, ':from': from, ':to': to },
})

async function count(row: Row): Promise<number> {
  const query = new QueryCommand({ ...rowOf(row), Select: 'COUNT', Limit: counted })
  return (await table.send(query)).Count ?? 0
}

const before = (now: number, ms: number) => new Date(now - ms).toISOString()
const failedLately = (now: number): Row => ({ name: 'failed', from: before(now, failedForMs) })

/** How many messages, or changes of them, are still to go out. */
export const countUnsent = () => count({ name: 'due' })

export const countFailed = (now = Date.now()) => count(failedLately(now))

/** The messages of a row that are really there as it says: an index may be behind. Newest first. */
async function messagesIn(row: Row, status: MessageStatus): Promise<MessageState[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({ ...rowOf(row), ScanIndexForward: false, Limit: named }),
  )
  const items = await batchGet(Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })))
  const messages = items.map((item) => MessageState.parse(item))
  return messages
    .filter((message) => message.status === status)
    .sort((a, b) => b.sentAt.localeCompare(a.sentAt))
}

/**
 * Messages somebody should look at, each with its chat: nobody knows whether it went out; it failed lately;
 * it waits for long, though not for the channel.
 */
export async function list({ isDown = false, now = Date.now() } = {}): Promise<Undecided[]> {
  const stuck: Row = { name: 'due', to: before(now, stuckAfterMs) }
  const found = await Promise.all([
    messagesIn({ name: 'unknown' }, 'unknown'),
    messagesIn(failedLately(now), 'failed'),
    isDown ? [] : messagesIn(stuck, 'queued'),
  ])
  const shown = await Promise.all(
    found.flat().map(async ({ id, chatId, status, sentAt, error }) => {
      const chat = await chatName(chatId)
      return chat && { ...chat, messageId: id, status, sentAt, error }
    }),
  )
  return shown.filter((each) => each !== undefined)
}
