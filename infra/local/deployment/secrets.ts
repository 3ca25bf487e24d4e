import { readFile, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Cloud } from '../../tools/cloud/cloud.ts'
import { putSecret, random, removeSecret } from '../../tools/cloud/secrets.ts'
import { place } from '../place.ts'

const Known = z.object({ webhookSecret: z.string(), whapiToken: z.string() })
export type Known = z.infer<typeof Known>

/** Made at the first start, the same until a `--fresh` one. */
export async function localSecrets(): Promise<Known> {
  const kept = await readFile(place.secrets, 'utf8').catch(() => undefined)
  if (kept) return Known.parse(JSON.parse(kept))
  const made = { webhookSecret: random(), whapiToken: random() }
  await writeFile(place.secrets, JSON.stringify(made), { mode: 0o600 })
  return made
}

/** Where the functions look for them. Without a key the bot has canned answers. */
export async function keepSecrets(
  cloud: Cloud,
  { webhookSecret, whapiToken }: Known,
  openaiKey: string | undefined,
): Promise<void> {
  await putSecret(cloud, 'webhookSecret', webhookSecret)
  await putSecret(cloud, 'whapiToken', whapiToken)
  if (openaiKey) await putSecret(cloud, 'openaiKey', openaiKey)
  else await removeSecret(cloud, 'openaiKey')
}
