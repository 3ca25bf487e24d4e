import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'

const ssm = new SSMClient(clientDefaults)
const known = new Map<string, { value: Promise<string | undefined>; readAt: number }>()
const keptMs = 5 * 60_000

async function read(name: string): Promise<string | undefined> {
  const { Parameters } = await ssm.send(
    new GetParametersCommand({ Names: [name], WithDecryption: true }),
  )
  return Parameters?.[0]?.Value
}

/** A secret by the variable that names its parameter; undefined when it was never set. Kept for five minutes. */
export async function secret(variable: string, now = Date.now()): Promise<string | undefined> {
  const entry = known.get(variable)
  if (entry && now - entry.readAt < keptMs) return entry.value
  const value = read(env(variable))
  known.set(variable, { value, readAt: now })
  // A failed read must not be remembered for five minutes.
  value.catch(() => known.delete(variable))
  return value
}
