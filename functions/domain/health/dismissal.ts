import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Dismissal } from '../../../shared/parked.ts'
import type { User } from '../../../shared/user.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { type Entry, entryOf, key } from './parked.ts'

type Person = Pick<User, 'id' | 'name'>

/**
 * Nothing is to be done about what was parked: it waits no more, and is kept until it expires. Of several
 * who say so, the first one is written down.
 */
export async function dismiss(id: string, { id: userId, name: userName }: Person) {
  if (!(await entryOf(id))) throw notFound('parked item')
  const dismissal: Dismissal = { at: new Date().toISOString(), userId, userName }
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key(id),
        UpdateExpression: 'SET dismissed = if_not_exists(dismissed, :dismissal)',
        // What waits for its turn is nobody's to leave out.
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(outbox)',
        ExpressionAttributeValues: { ':dismissal': dismissal },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return (Attributes as Entry).dismissed ?? dismissal
  } catch (error) {
    if (!isConditionFailure(error)) throw error
    throw conflict('in_turn', 'It is taken in by itself')
  }
}
