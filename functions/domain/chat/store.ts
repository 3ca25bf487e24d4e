import { setTimeout as sleep } from 'node:timers/promises'
import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { raceOf, table, tableName } from '../../lib/table.ts'
import { ChatState, chatKey } from './chat-state.ts'

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** The chat of exactly this id, even if it is shown with another one. */
export async function findPart(
  chatId: string,
  { consistent = false } = {},
): Promise<ChatState | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: chatKey(chatId), ConsistentRead: consistent }),
  )
  return Item && ChatState.parse(Item)
}

/** The conversation this chat belongs to: itself, or the one it was merged into. */
export async function findChat(
  chatId: string,
  options?: { consistent?: boolean },
): Promise<ChatState | undefined> {
  const chat = await findPart(chatId, options)
  return chat?.mergedInto ? findPart(chat.mergedInto, options) : chat
}

/** Puts the next state of a chat, on condition that nobody wrote since `rev` was read (0: it did not exist). */
export const chatPut = (next: ChatState, rev: number) => ({
  TableName: tableName(),
  Item: {
    ...next,
    rev: rev + 1,
    ...chatKey(next.id),
    // One that is shown with another stands in no list.
    ...(next.mergedInto ? {} : { inbox: 'chats' }),
  },
  ...(rev === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }),
})

const attempts = 12

/** Waits longer after each lost race, with full jitter, so that many writers of one chat spread out. */
export const backOff = (attempt: number) => sleep(Math.random() * Math.min(400, 10 * 2 ** attempt))

/** What to write besides the chat, and what to answer; `null` when there is nothing to do. */
export interface Change<Result> {
  chat: ChatState
  writes?: Write[]
  result: Result
}

export type Outcome<Result> = { chat: ChatState; result: Result }

interface Options<Result> {
  /** The first read, where a cheaper one than a consistent one will do: a stale one only costs a round. */
  first?: () => Promise<ChatState | undefined>
  /** Asked when one of the other writes may not be done; its answer ends the change. */
  otherwise?: () => Promise<Outcome<Result> | undefined>
}

/**
 * Changes a conversation by a pure rule, as if nobody else were there: of two at once the later one decides
 * anew on what the first one left. `chatId` may be of any of its parts.
 */
export async function changeChat<Result>(
  chatId: string,
  decide: (chat: ChatState | undefined) => Change<Result> | Promise<Change<Result>>,
  { first, otherwise }: Options<Result> = {},
): Promise<Outcome<Result>> {
  for (let attempt = 0; ; attempt++) {
    const read = (attempt === 0 && first) || (() => findChat(chatId, { consistent: true }))
    const before = await read()
    const { chat, writes = [], result } = await decide(before)
    const rev = before?.rev ?? 0
    if (chat === before && writes.length === 0) return { chat, result }
    try {
      await write(chatPut(chat, rev), writes)
      return { chat: { ...chat, rev: rev + 1 }, result }
    } catch (error) {
      const reasons = raceOf(error)
      if (!reasons || attempt >= attempts) throw error
      if (reasons.slice(1).includes('ConditionalCheckFailed')) {
        const outcome = await otherwise?.()
        if (outcome) return outcome
      }
      await backOff(attempt)
    }
  }
}

const write = (put: ReturnType<typeof chatPut>, writes: Write[]) =>
  writes.length === 0
    ? table.send(new PutCommand(put))
    : table.send(new TransactWriteCommand({ TransactItems: [{ Put: put }, ...writes] }))
