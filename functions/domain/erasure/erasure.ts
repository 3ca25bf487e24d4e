import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { Receipt } from '../../../shared/erasure.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import type { Write } from '../chat/store.ts'

export const pk = 'erasures'
export const keyOf = (chatId: string) => ({ pk, sk: chatId })

/** What there is to do, in this order. Each step may be done twice. */
export const Stage = z.enum(['chat', 'around', 'parked', 'numbers', 'done'])
export type Stage = z.infer<typeof Stage>

/** How far the erasing of a customer is; once it is done, what is left to tell of it. */
export const Erasure = z.object({
  id: z.string(),
  by: z.string(),
  startedAt: z.string(),
  erasedAt: z.optional(z.string()),
  stage: Stage,
  /** Where in its stage. */
  at: z.optional(z.string()),
  /** The chats this customer wrote in, and what the numbers call them afterwards. */
  parts: z.array(z.object({ chatId: z.string(), alias: z.string() })),
  /** By what traces of them are found; gone when all is done. */
  known: z.optional(
    z.object({
      channelId: z.string(),
      ids: z.array(z.string()),
      phones: z.array(z.string()),
      /** When the first of the chats began. */
      since: z.string(),
    }),
  ),
  /** Newer than anything a browser may have of the chat. */
  rev: z._default(z.int(), 0),
  chats: z._default(z.int(), 0),
  messages: z._default(z.int(), 0),
  parked: z._default(z.int(), 0),
  rows: z._default(z.int(), 0),
})
export type Erasure = z.infer<typeof Erasure>
export type Known = NonNullable<Erasure['known']>

const dayMs = 24 * 3600_000

/** For how many days the whole table can be restored to any second; none where there are no such backups. */
const recoveryDays = () => Number(process.env.RECOVERY_DAYS) || 0

/** As long as anything could bring an erased message back: a restored table, or the provider's history. */
export const keptDays = 35
export const expiryOf = (erasedAt: string) =>
  Math.floor((Date.parse(erasedAt) + keptDays * dayMs) / 1000)

/** What is told of it. */
export function receiptOf(erasure: Erasure): Receipt {
  const { id, by, startedAt, erasedAt = null, stage, chats, messages, parked, rows } = erasure
  const days = recoveryDays()
  const until = erasedAt && days > 0 ? Date.parse(erasedAt) + days * dayMs : undefined
  return {
    id,
    by,
    startedAt,
    erasedAt,
    done: stage === 'done',
    chats,
    messages,
    parked,
    rows,
    recoverableUntil: until === undefined ? null : new Date(until).toISOString(),
  }
}

/** By the id of the chat, or of one that was shown with it. */
export async function find(chatId: string): Promise<Erasure | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keyOf(chatId), ConsistentRead: true }),
  )
  if (typeof Item?.into === 'string') return find(Item.into)
  return Item && Erasure.parse(Item)
}

/** Begins, or begins anew where all was done, or with more chats than before; false when somebody else was faster. */
export async function begin(erasure: Erasure): Promise<boolean> {
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...erasure, ...keyOf(erasure.id) },
        ConditionExpression:
          'attribute_not_exists(stage) OR stage = :done OR (stage = :chat AND messages = :messages)',
        ExpressionAttributeValues: {
          ':done': 'done',
          ':chat': 'chat',
          ':messages': erasure.messages,
        },
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

/** Remembers how far it is, unless somebody else was there already. */
export async function reach({ id, stage }: Erasure, next: { stage: Stage; at?: string }) {
  const done = next.stage === 'done'
  const removed = [...(next.at ? [] : ['#at']), ...(done ? ['known'] : [])]
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keyOf(id),
        UpdateExpression: `SET stage = :next${next.at ? ', #at = :at' : ''}${removed.length ? ` REMOVE ${removed.join(', ')}` : ''}`,
        ConditionExpression: 'stage = :stage',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: {
          ':stage': stage,
          ':next': next.stage,
          ...(next.at ? { ':at': next.at } : {}),
        },
      }),
    )
  } catch (error) {
    if (!isConditionFailure(error)) throw error
  }
}

/** Counts what goes, in the transaction in which it does: so a receipt is right whatever was cut off or done twice. */
export const counted = (
  { id }: Pick<Erasure, 'id'>,
  what: 'parked' | 'rows',
  by: number,
): Write => ({
  Update: {
    TableName: tableName(),
    Key: keyOf(id),
    UpdateExpression: 'ADD #what :by',
    ExpressionAttributeNames: { '#what': what },
    ExpressionAttributeValues: { ':by': by },
  },
})

/** Only while this erasing is at the messages: where it went on elsewhere, the chat may be a new one by now. */
export const countedMessages = ({ id, startedAt }: Erasure, by: number): Write => ({
  Update: {
    TableName: tableName(),
    Key: keyOf(id),
    UpdateExpression: 'ADD messages :by',
    ConditionExpression: 'stage = :chat AND startedAt = :startedAt',
    ExpressionAttributeValues: { ':by': by, ':chat': 'chat', ':startedAt': startedAt },
  },
})
