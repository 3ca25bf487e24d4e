import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { clientOf } from '../../local/aws.ts'
import { isHere } from '../../local/engine/engine.ts'
import { Refusal } from '../../local/refusal.ts'
import { stackNames } from '../../names.ts'

/** What every client of the AWS SDK is made with. */
export type ClientConfig = Partial<ReturnType<typeof clientOf>> & { forcePathStyle?: boolean }

/** One stage, in one account and region. */
export interface Cloud {
  stage: string
  stacks: ReturnType<typeof stackNames>
  account: string
  region: string
  config: ClientConfig
  /** The address of an engine on this machine, in place of AWS. */
  engine?: string
}

const stageNames = /^[a-z][a-z0-9-]{0,19}$/

export function checkStage(stage: string): string {
  if (stage === 'local')
    throw new Refusal('The stage "local" is what npm start runs. Choose another name.')
  if (stageNames.test(stage)) return stage
  throw new Refusal(
    `"${stage}" is no name for a stage: small letters, digits and dashes, at most 20.`,
  )
}

/** The engine that `AWS_ENDPOINT_URL` tells of, if it does. */
function engineHere(given = process.env.AWS_ENDPOINT_URL): string | undefined {
  if (!given) return
  if (!isHere(given))
    throw new Refusal(
      `AWS_ENDPOINT_URL is ${given}, which is neither AWS nor on this machine. Unset it.`,
    )
  return given.replace(/\/$/, '')
}

/** The account and region of this shell, which must let us in. */
export async function openCloud(stage: string): Promise<Cloud> {
  checkStage(stage)
  const engine = engineHere()
  const config: ClientConfig = engine ? { ...clientOf(engine), forcePathStyle: true } : {}
  const sts = new STSClient(config)
  const region = await sts.config.region()
  const { Account } = await sts.send(new GetCallerIdentityCommand({}))
  if (!Account) throw new Refusal('AWS does not say which account this is. Check your credentials.')
  return { stage, stacks: stackNames(stage), account: Account, region, config, engine }
}

/** The stack of npm start, for tools that look at it, too. */
export const localCloud = (engine: string): Cloud => ({
  stage: 'local',
  stacks: stackNames('local'),
  account: '000000000000',
  region: 'us-east-1',
  config: { ...clientOf(engine), forcePathStyle: true },
  engine,
})
