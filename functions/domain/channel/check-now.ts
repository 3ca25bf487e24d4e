import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import * as ProviderCalls from './provider-calls.ts'

const key = { pk: 'settings', sk: 'check-now' }

/** However many press, and however often, the provider is asked no more often than this. */
const restMs = 30_000

/** May the provider be asked now how the channel is? Then it is counted as asked; of many at once, one may. */
export async function askNow(now = Date.now()): Promise<'asked' | 'lately' | 'used_up'> {
  if (!(await ProviderCalls.hasRoom('person', now))) return 'used_up'
  if (!(await claim(now))) return 'lately'
  return (await ProviderCalls.spend('person', now)) ? 'asked' : 'used_up'
}

async function claim(now: number): Promise<boolean> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key,
        UpdateExpression: 'SET askedAt = :now',
        ConditionExpression: 'attribute_not_exists(askedAt) OR askedAt <= :rested',
        ExpressionAttributeValues: { ':now': now, ':rested': now - restMs },
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}
