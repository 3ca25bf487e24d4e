import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import {
  DeleteParameterCommand,
  type ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import * as z from 'zod'
import { parameterNames } from '../../names.ts'
import { clientOf } from '../aws.ts'
import { place } from '../place.ts'

const Known = z.object({ webhookSecret: z.string(), whapiToken: z.string() })
export type Known = z.infer<typeof Known>

const random = () => randomBytes(24).toString('base64url')

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
  engine: string,
  stage: string,
  { webhookSecret, whapiToken }: Known,
  openaiKey: string | undefined,
): Promise<void> {
  const ssm = new SSMClient(clientOf(engine))
  const names = parameterNames(stage)
  const put = (Name: string, Value: string) =>
    ssm.send(new PutParameterCommand({ Name, Value, Type: 'SecureString', Overwrite: true }))
  await put(names.webhookSecret, webhookSecret)
  await put(names.whapiToken, whapiToken)
  if (openaiKey) await put(names.openaiKey, openaiKey)
  else
    await ssm
      .send(new DeleteParameterCommand({ Name: names.openaiKey }))
      .catch((error: ParameterNotFound) => {
        if (error.name !== 'ParameterNotFound') throw error
      })
}
