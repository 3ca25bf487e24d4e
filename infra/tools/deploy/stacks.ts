import { answerPings } from '../../local/deployment/pong.ts'
import { cdk, deployArgs } from '../cloud/cdk.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { expectDeployed } from '../cloud/outputs.ts'
import type { Folders } from '../cloud/releases.ts'

/** Brings both stacks, as they were built, to AWS. Answers what they say of themselves. */
export async function deployStacks(
  cloud: Cloud,
  { assembly }: Pick<Folders, 'assembly'>,
  tell?: (line: string) => void,
) {
  await cdk(cloud, ['deploy', '--all', '--app', assembly, ...deployArgs], { tell })
  const deployed = await expectDeployed(cloud)
  if (cloud.engine) await answerPings(cloud.engine, deployed.SocketApiId)
  return deployed
}
