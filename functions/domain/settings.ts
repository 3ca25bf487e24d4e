import { GetCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { table, tableName } from '../lib/table.ts'

/** What the shop has decided; every field has a default, so a new shop needs none. */
export const Settings = z.object({
  agentsSeeUnassigned: z._default(z.boolean(), true),
  /** The mode in which a closed chat wakes up when its customer writes. */
  reopenAs: z._default(z.enum(['bot', 'agent']), 'bot'),
  /** The bot's words and keywords, where the shop has its own (functions/bot/texts.ts has ours). */
  bot: z._default(z.record(z.string(), z.unknown()), {}),
})
export type Settings = z.infer<typeof Settings>

const keptMs = 30_000
let known: { value: Settings; readAt: number } | undefined

/** The shop's settings, at most half a minute old. */
export async function get(now = Date.now()): Promise<Settings> {
  if (known && now - known.readAt < keptMs) return known.value
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: { pk: 'settings', sk: 'shop' } }),
  )
  known = { value: Settings.parse(Item ?? {}), readAt: now }
  return known.value
}
