import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { Settings as Shown } from '../../../shared/settings.ts'
import { table, tableName } from '../../lib/table.ts'

/** What the shop has decided; every field has a default, so a new shop needs none. */
export const Settings = z.object({
  agentsSeeUnassigned: z._default(z.boolean(), true),
  /** The mode in which a closed chat wakes up when its customer writes. */
  reopenAs: z._default(z.enum(['bot', 'agent']), 'bot'),
  readReceipts: z._default(z.enum(['on-open', 'on-reply', 'never']), 'on-open'),
  /** The bot's words and keywords, where the shop has its own (functions/bot/texts.ts has ours). */
  bot: z._default(z.record(z.string(), z.unknown()), {}),
})
export type Settings = z.infer<typeof Settings>

const key = { pk: 'settings', sk: 'shop' }
const keptMs = 10_000
let known: { value: Settings; readAt: number } | undefined

/** The shop's settings, at most ten seconds old. */
export async function get(now = Date.now()): Promise<Settings> {
  if (known && now - known.readAt < keptMs) return known.value
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  known = { value: Settings.parse(Item ?? {}), readAt: now }
  return known.value
}

/** Changes what the shop has decided; what is left out stays. Every function follows within ten seconds. */
export async function change(patch: Partial<Shown>, now = Date.now()): Promise<Settings> {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
  if (fields.length === 0) return get(now)
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: key,
      UpdateExpression: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(
        fields.map(([name, value]) => [`:${name}`, value]),
      ),
      ReturnValues: 'ALL_NEW',
    }),
  )
  known = { value: Settings.parse(Attributes), readAt: now }
  return known.value
}
