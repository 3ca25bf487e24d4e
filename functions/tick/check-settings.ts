import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { settingsDrift } from '../channels/whapi/drift.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'
import { log } from '../lib/log.ts'
import { table, tableName } from '../lib/table.ts'

const key = { pk: 'settings', sk: 'drift' }
const everyMs = 24 * 3600_000

/** How many of the channel's settings are not as they should be: asked once a day, remembered in between. */
export async function checkSettings(mayAsk: boolean, now: number): Promise<number> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  const known = Number(Item?.drift ?? 0)
  const isDue = !Item || now - Date.parse(Item.checkedAt) >= everyMs
  if (!mayAsk || !isDue || !(await ProviderCalls.spend('check', now))) return known
  const drift = await settingsDrift()
  if (drift?.length) log('settings drift', { what: drift.join(', ') })
  // Whoever does not answer is asked again tomorrow: the day's calls are few.
  const found = drift?.length ?? known
  const checkedAt = new Date(now).toISOString()
  await table.send(
    new PutCommand({ TableName: tableName(), Item: { ...key, drift: found, checkedAt } }),
  )
  return found
}
