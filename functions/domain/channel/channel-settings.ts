import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { Health } from '../../../shared/health.ts'
import { table, tableName } from '../../lib/table.ts'

const key = { pk: 'settings', sk: 'drift' }
const Known = z.object({ checkedAt: z.string(), what: z.array(z.string()) })

/** How the channel was set up when the provider was asked last; undefined while it never was. */
export async function get(): Promise<Health['settings']> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key }))
  // Older versions kept only how many: that is asked anew.
  if (!Item?.what) return undefined
  const { checkedAt, what } = Known.parse(Item)
  return { checkedAt, drift: what }
}

/** Keeps in which ways it is not as it should be, in technical words. */
export async function note(what: string[], now: number): Promise<void> {
  const checkedAt = new Date(now).toISOString()
  await table.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...key, drift: what.length, what, checkedAt },
    }),
  )
}
