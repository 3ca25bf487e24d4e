import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { Preferences, type PreferencesPatch } from '../../../shared/preferences.ts'
import { table, tableName } from '../../lib/table.ts'

/** Apart from the member itself: that one is written by admins, this one by its owner. */
const key = (userId: string) => ({ pk: `user#${userId}`, sk: 'preferences' })

export async function get(userId: string): Promise<Preferences> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(userId) }))
  return Preferences.parse(Item ?? {})
}

/** What is left out stays; null is as if it was never chosen. */
export async function change(userId: string, patch: PreferencesPatch): Promise<Preferences> {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
  if (fields.length === 0) return get(userId)
  const set = fields.filter(([, value]) => value !== null)
  const gone = fields.filter(([, value]) => value === null)
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key(userId),
      UpdateExpression: [
        set.length ? `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}` : '',
        gone.length ? `REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}` : '',
      ].join(' '),
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      ...(set.length
        ? {
            ExpressionAttributeValues: Object.fromEntries(
              set.map(([name, value]) => [`:${name}`, value]),
            ),
          }
        : {}),
      ReturnValues: 'ALL_NEW',
    }),
  )
  return Preferences.parse(Attributes ?? {})
}
