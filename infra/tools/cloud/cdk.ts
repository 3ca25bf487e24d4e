import { resolve } from 'node:path'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { awsVariables } from '../../local/aws.ts'
import { place } from '../../local/place.ts'
import { run } from '../../local/run.ts'
import type { Cloud } from './cloud.ts'

/** As in `Balas | 12/80 | … | CREATE_COMPLETE`. */
const progress = /^(\S+)\s+\|\s+(\d+)\/(\d+)/gm

export interface CdkProps {
  cwd?: string
  /** Told how far a stack is. */
  tell?: (line: string) => void
}

/** Runs the real CDK CLI. Everything it prints is in a log, in case somebody wants to know. */
export const cdk = (
  { engine, region }: Pick<Cloud, 'engine' | 'region'>,
  args: string[],
  { cwd = '.', tell }: CdkProps = {},
): Promise<string> =>
  run(process.execPath, [resolve('node_modules/aws-cdk/bin/cdk'), ...args], {
    cwd,
    env: engine
      ? awsVariables(engine)
      : { AWS_REGION: region, AWS_DEFAULT_REGION: region, CDK_DISABLE_CLI_TELEMETRY: '1' },
    log: place.log(`cdk-${args[0]}`),
    heard: (chunk) => {
      for (const [, stack, done, all] of chunk.matchAll(progress))
        tell?.(`${stack} ${done} of ${all}`)
    },
  })

/** Bootstrapping needs no app; in a folder without cdk.json it does not run ours. */
export const bootstrap = (cloud: Pick<Cloud, 'engine' | 'region' | 'account'>) =>
  cdk(cloud, ['bootstrap', `aws://${cloud.account}/${cloud.region}`], { cwd: place.dir })

/** CDK's own mark of an account and region it may deploy to. */
export async function isBootstrapped({ config }: Pick<Cloud, 'config'>): Promise<boolean> {
  const ssm = new SSMClient(config)
  return ssm.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' })).then(
    () => true,
    (error: Error) => {
      if (error.name === 'ParameterNotFound') return false
      throw error
    },
  )
}

/** Context values as the CLI takes them. Never a secret: others on the machine can read them. */
export const contextArgs = (context: Record<string, string | undefined>) =>
  Object.entries(context).flatMap(([name, value]) =>
    value ? ['--context', `${name}=${value}`] : [],
  )

/** How stacks are deployed wherever it happens: nobody is asked, and all that happens is told. */
export const deployArgs = ['--require-approval', 'never', '--progress', 'events']
