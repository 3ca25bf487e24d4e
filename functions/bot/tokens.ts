import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { env } from '../lib/env.ts'
import { table, tableName } from '../lib/table.ts'

/** What a model may read and write in a day (UTC), in all chats together. */
const allowed = () => Number(env('BOT_TOKENS_A_DAY'))

const keptDays = 7
const dayS = 24 * 3600

const key = (now: number) => ({
  pk: 'settings',
  sk: `tokens#${new Date(now).toISOString().slice(0, 10)}`,
})

/** May the model be asked once more today? Who asks at the same time may go over it by an answer each. */
export async function hasTokens(now = Date.now()): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(now) }))
  return Number(Item?.used ?? 0) < allowed()
}

/** Writes down what an answer took. */
export async function spendTokens(tokens: number, now = Date.now()): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key(now),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD used :tokens',
      ExpressionAttributeValues: {
        ':tokens': tokens,
        ':expiresAt': Math.floor(now / 1000) + keptDays * dayS,
      },
    }),
  )
}
