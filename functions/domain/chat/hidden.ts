import { DeleteCommand, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { enqueueResolve } from '../../lib/queues.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import * as ProviderCalls from '../channel/provider-calls.ts'
import type { ChatState } from './chat-state.ts'
import { isHidden } from './identity.ts'

/** A customer whose number the provider was asked for, and did not tell. */
interface Unresolved {
  chatId: string
  askedAt: string
  tries: number
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const keptMs = 90 * dayMs

/** A month of daily looks; after that only the customer's own news is a reason to ask. */
const mostTries = 40

export const key = (chatId: string) => ({ pk: 'hidden', sk: chatId })

/** Is there a number left to be asked for? What an admin took apart is not joined again by itself. */
export const isUnresolved = ({ providerChatId, customer, keptApart }: ChatState) =>
  isHidden(providerChatId) && customer.phone === null && !keptApart

/** Nobody told the number yet: it is asked for again when there is news of the customer, and once a day. */
export async function askedInVain(chatId: string, now = Date.now()): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key(chatId),
      UpdateExpression: 'SET chatId = :chatId, askedAt = :now, expiresAt = :then ADD tries :one',
      ExpressionAttributeValues: {
        ':chatId': chatId,
        ':now': new Date(now).toISOString(),
        ':then': Math.floor((now + keptMs) / 1000),
        ':one': 1,
      },
    }),
  )
}

export async function forget(chatId: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key(chatId) }))
}

/** The longer nobody knew, the longer it rests: two minutes, four, eight …, a day at most. */
const restMs = (tries: number) => Math.min(dayMs, 2 ** tries * minuteMs)

/** There is news of a customer: the provider may know the number by now, and is asked if the day has room for it. */
export async function askAgain(chat: ChatState, now = Date.now()): Promise<void> {
  if (!isUnresolved(chat)) return
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(chat.id) }))
  const asked = Item as Unresolved | undefined
  if (asked && now - Date.parse(asked.askedAt) >= restMs(asked.tries)) await ask(asked, now)
}

/** Asks once a day for each number that nobody told, the longest unasked first, as far as the day has room. */
export async function askDaily(now = Date.now()): Promise<number> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'hidden' },
    }),
  )
  const due = (Items as Unresolved[])
    .filter(({ askedAt, tries }) => tries < mostTries && now - Date.parse(askedAt) >= dayMs)
    .sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1))
  for (const [at, asked] of due.entries()) if (!(await ask(asked, now))) return at
  return due.length
}

/** One of several who have the same thought asks. False when the day has no room for it. */
async function ask({ chatId, askedAt }: Unresolved, now: number): Promise<boolean> {
  if (!(await ProviderCalls.spend('number', now))) return false
  if (await claim(chatId, askedAt, now)) await enqueueResolve(chatId, `${chatId}#${now}`)
  return true
}

async function claim(chatId: string, askedAt: string, now: number): Promise<boolean> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key(chatId),
        UpdateExpression: 'SET askedAt = :now',
        ConditionExpression: 'askedAt = :before',
        ExpressionAttributeValues: { ':now': new Date(now).toISOString(), ':before': askedAt },
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
