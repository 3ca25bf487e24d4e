import { randomBytes } from 'node:crypto'
import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { parameterNames, stageTag } from '../../names.ts'
import type { Cloud } from './cloud.ts'

type Stage = Pick<Cloud, 'config' | 'stage'>
export type SecretName = keyof ReturnType<typeof parameterNames>

const unlessMissing = (error: Error): undefined => {
  if (error.name !== 'ParameterNotFound') throw error
}

/** Something nobody guesses, and that can stand in a header. */
export const random = () => randomBytes(24).toString('base64url')

/** What a parameter holds; undefined when it was never set. */
export async function readParameter({ config }: Stage, Name: string): Promise<string | undefined> {
  const ssm = new SSMClient(config)
  const answer = await ssm
    .send(new GetParameterCommand({ Name, WithDecryption: true }))
    .catch(unlessMissing)
  return answer?.Parameter?.Value
}

export async function putParameter(
  { config, stage }: Stage,
  Name: string,
  Value: string,
  Type: 'SecureString' | 'String',
): Promise<void> {
  const ssm = new SSMClient(config)
  await ssm.send(new PutParameterCommand({ Name, Value, Type, Overwrite: true }))
  // A parameter that is overwritten takes no tags in the same call.
  await ssm.send(
    new AddTagsToResourceCommand({
      ResourceType: 'Parameter',
      ResourceId: Name,
      Tags: [{ Key: stageTag, Value: stage }],
    }),
  )
}

export async function removeParameter({ config }: Stage, Name: string): Promise<void> {
  await new SSMClient(config).send(new DeleteParameterCommand({ Name })).catch(unlessMissing)
}

const nameOf = (stage: Stage, secret: SecretName) => parameterNames(stage.stage)[secret]

export const readSecret = (stage: Stage, secret: SecretName) =>
  readParameter(stage, nameOf(stage, secret))

export const putSecret = (stage: Stage, secret: SecretName, value: string) =>
  putParameter(stage, nameOf(stage, secret), value, 'SecureString')

export const removeSecret = (stage: Stage, secret: SecretName) =>
  removeParameter(stage, nameOf(stage, secret))

/** The secret in the header of each delivery: the newest, where the one before is still taken. */
export const currentSecret = (kept: string) => kept.split('\n')[0] ?? ''

/** The webhook's secret; made, if there is none yet. */
export async function webhookSecret(stage: Stage): Promise<string> {
  const kept = await readSecret(stage, 'webhookSecret')
  if (kept) return currentSecret(kept)
  const made = random()
  await putSecret(stage, 'webhookSecret', made)
  return made
}

/** So long the webhook's previous secret is good: whoever had come by it has it no longer than that. */
const previousMs = 24 * 3600_000

/** From now on another one; what is still delivered with the one before is taken for a day. */
export async function renewWebhookSecret(stage: Stage, now = Date.now()): Promise<string> {
  const made = random()
  const before = await readSecret(stage, 'webhookSecret')
  const until = new Date(now + previousMs).toISOString()
  const previous = before ? `\n${currentSecret(before)} ${until}` : ''
  await putSecret(stage, 'webhookSecret', `${made}${previous}`)
  return made
}
