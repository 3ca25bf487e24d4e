import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import * as z from 'zod'
import { clientOf } from '../aws.ts'

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

/** The deployed stack's outputs; undefined when there is none, or none that is whole. */
export async function findDeployed(engine: string): Promise<Deployed | undefined> {
  const client = new CloudFormationClient(clientOf(engine))
  const { Stacks = [] } = await client
    .send(new DescribeStacksCommand({ StackName: 'Balas' }))
    .catch(() => ({ Stacks: [] }))
  const [stack] = Stacks
  if (!stack || !/^(CREATE|UPDATE)_COMPLETE$/.test(stack.StackStatus ?? '')) return
  return Deployed.parse(
    Object.fromEntries(
      (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]),
    ),
  )
}
