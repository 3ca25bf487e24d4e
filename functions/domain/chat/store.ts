import { setTimeout as sleep } from 'node:timers/promises'
import {
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { isUnanswered } from '../../../shared/chat.ts'
import { notFound } from '../../lib/errors.ts'
import { raceOf, table, tableName } from '../../lib/table.ts'
import { ChatState, chatKey } from './chat-state.ts'
import { countersMoved, type Step } from './counters.ts'

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

/** In which lists a chat stands: what is shown with another in none, and among the waiting who waits for a person. */
export const standingOf = (chat: ChatState) => ({
  ...(chat.mergedInto ? {} : { inbox: 'chats' }),
  ...(isUnanswered(chat) && !chat.mergedInto
    ? { waiting: 'chats', waitsSince: chat.waitingSince ?? '' }
    : {}),
})

/** A chat begins with the time as its `rev`: one that begins anew where another was erased is newer than that one ever was. */
const revAfter = (before: ChatState | undefined, { createdAt }: ChatState) =>
  before ? before.rev + 1 : Date.parse(createdAt)

const unlessWritten = (before: ChatState | undefined) =>
  before
    ? { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': before.rev } }
    : { ConditionExpression: 'attribute_not_exists(pk)' }

/** Puts the next state of a chat, or lets it go, on condition that nobody wrote since it was read. */
function putOf({ before, next }: Step): Write {
  const TableName = tableName()
  if (next)
    return {
      Put: {
        TableName,
        Item: { ...next, rev: revAfter(before, next), ...chatKey(next.id), ...standingOf(next) },
        ...unlessWritten(before),
      },
    }
  if (!before) throw new Error('Nothing becomes nothing')
  return { Delete: { TableName, Key: chatKey(before.id), ...unlessWritten(before) } }
}

/** The only way a chat is written: its next state, and after all of them what that does to the counters. */
export const chatWrites = (...steps: Step[]): Write[] => [
  ...steps.map(putOf),
  ...countersMoved(steps),
]

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
    // Its customer was erased meanwhile: what somebody still knew of it is not written again.
    if (!before && chat.rev > 0) throw notFound('chat')
    if (chat === before && writes.length === 0) return { chat, result }
    try {
      await write([...chatWrites({ before, next: chat }), ...writes])
      return { chat: { ...chat, rev: revAfter(before, chat) }, result }
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

/** All of it or nothing; one by itself is cheaper outside a transaction. */
function write(writes: Write[]) {
  const [{ Put: alone } = {}] = writes
  return alone && writes.length === 1
    ? table.send(new PutCommand(alone))
    : table.send(new TransactWriteCommand({ TransactItems: writes }))
}
