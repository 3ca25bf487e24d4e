import {
  CloudFormationClient,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation'
import * as z from 'zod'
import { Refusal } from '../../local/refusal.ts'
import type { ClientConfig, Cloud } from './cloud.ts'

/** What the stack says of itself (infra/balas-stack.ts). */
const Deployed = z.looseObject({
  TableName: z.string(),
  HttpApiId: z.string(),
  SocketApiId: z.string(),
  UserPoolId: z.string(),
  UserPoolClientId: z.string(),
  BotQueueUrl: z.string(),
  BotDlqUrl: z.string(),
  OutboundQueueUrl: z.string(),
  OutboundDlqUrl: z.string(),
})
export type Deployed = z.infer<typeof Deployed>

/** What the site's stack says of itself (infra/site-stack.ts). */
const DeployedSite = z.looseObject({
  SiteUrl: z.string(),
  SiteBucket: z.string(),
  DistributionDomain: z.string(),
})
export type DeployedSite = z.infer<typeof DeployedSite>

/** A stack as CloudFormation tells it; undefined when there is none. */
export async function findStack(
  config: ClientConfig,
  StackName: string,
): Promise<Stack | undefined> {
  const client = new CloudFormationClient(config)
  const { Stacks = [] } = await client
    .send(new DescribeStacksCommand({ StackName }))
    .catch((error: Error) => {
      if (error.message.includes('does not exist')) return { Stacks: [] }
      throw error
    })
  return Stacks.find(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE')
}

/** States in which all of a stack is there; the last one after an upgrade that was taken back. */
const isWhole = ({ StackStatus }: Stack) =>
  /^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(StackStatus ?? '')

async function outputsOf(config: ClientConfig, name: string) {
  const stack = await findStack(config, name)
  if (!stack || !isWhole(stack)) return
  return Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
  )
}

/** The deployed stack's outputs; undefined when there is none, or none that is whole. */
export async function findDeployed({ config, stacks }: Pick<Cloud, 'config' | 'stacks'>) {
  const outputs = await outputsOf(config, stacks.balas)
  return outputs && Deployed.parse(outputs)
}

export async function findSite({ config, stacks }: Pick<Cloud, 'config' | 'stacks'>) {
  const outputs = await outputsOf(config, stacks.site)
  return outputs && DeployedSite.parse(outputs)
}

/** Both stacks, which must be there. */
export async function expectDeployed(cloud: Cloud): Promise<Deployed & DeployedSite> {
  const [deployed, site] = await Promise.all([findDeployed(cloud), findSite(cloud)])
  if (deployed && site) return { ...deployed, ...site }
  const { stage, account, region, stacks } = cloud
  throw new Refusal(
    `The stage "${stage}" is not in account ${account}, region ${region}: ` +
      `${deployed ? stacks.site : stacks.balas} is missing or not whole. Deploy it: npm run deploy`,
  )
}
