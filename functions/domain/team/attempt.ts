import { createHash } from 'node:crypto'
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { tooMany } from '../../lib/errors.ts'
import { table, tableName } from '../../lib/table.ts'

const allowed = 5
const lockedS = 15 * 60

/** Counted by name and address together, so that nobody can lock out somebody else from afar. */
const key = (username: string, sourceIp: string) => ({
  pk: `attempt#${createHash('sha256').update(`${username.toLowerCase()}\n${sourceIp}`).digest('hex')}`,
  sk: 'attempt',
})

const nowS = () => Math.floor(Date.now() / 1000)

/** Throws 429 after five failures, for a quarter of an hour; whether the user exists makes no difference. */
export async function check(username: string, sourceIp: string): Promise<void> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key(username, sourceIp) }),
  )
  if (Item && Item.expiresAt > nowS() && Item.failures >= allowed)
    throw tooMany('Too many attempts. Try again in 15 minutes.')
}

export async function failed(username: string, sourceIp: string): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key(username, sourceIp),
      UpdateExpression: 'SET expiresAt = :expiresAt ADD failures :one',
      ExpressionAttributeValues: { ':expiresAt': nowS() + lockedS, ':one': 1 },
    }),
  )
}

export async function forget(username: string, sourceIp: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key(username, sourceIp) }))
}
