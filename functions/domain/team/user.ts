import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { User } from '../../../shared/user.ts'
import type { Claims } from '../../lib/claims.ts'
import { notSignedIn } from '../../lib/errors.ts'
import { table, tableName } from '../../lib/table.ts'

const key = (id: string) => ({ pk: 'users', sk: `user#${id}` })

/** A member of the team by the id of the user pool. The pool knows passwords and roles; names are here. */
export async function find(id: string): Promise<User | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(id) }))
  return Item && User.parse(Item)
}

export async function put(user: User): Promise<User> {
  await table.send(new PutCommand({ TableName: tableName(), Item: { ...user, ...key(user.id) } }))
  return user
}

/** The whole team, by username. */
export async function list(): Promise<User[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'users' },
    }),
  )
  return Items.map((item) => User.parse(item)).sort((a, b) => (a.username < b.username ? -1 : 1))
}

export async function findByUsername(username: string): Promise<User | undefined> {
  const wanted = username.trim().toLowerCase()
  return (await list()).find((user) => user.username === wanted)
}

export const nameOf = async (id: string) => (await find(id))?.name

/** The user behind a genuine token: known, not disabled, and with a role. */
export async function whoIs({ sub, role }: Claims): Promise<User> {
  const user = sub ? await find(sub) : undefined
  if (!user || user.disabled || !role) throw notSignedIn('This account may not sign in')
  return { ...user, role }
}
