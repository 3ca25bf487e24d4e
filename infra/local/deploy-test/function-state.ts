import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { expectDeployed } from '../../tools/cloud/outputs.ts'
import type { Rig } from './rig.ts'

/** What runs: which code and settings the functions have, and which release the page says it is of. */
export async function runs({ cloud, url }: Rig) {
  const deployed = await expectDeployed(cloud)
  const { CodeSha256, Environment } = await new LambdaClient(cloud.config).send(
    new GetFunctionConfigurationCommand({ FunctionName: String(deployed.WebhookFunction) }),
  )
  const page = await (await fetch(`${url}/dashboard-admin`)).text()
  return {
    code: CodeSha256,
    callsADay: Environment?.Variables?.PROVIDER_CALLS_A_DAY,
    page: /<meta name="version" content="([^"]+)"/.exec(page)?.[1],
  }
}
