import { mkdir } from 'node:fs/promises'
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { place } from '../../local/place.ts'
import { Refusal } from '../../local/refusal.ts'
import { bootstrap, isBootstrapped } from '../cloud/cdk.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { findStack } from '../cloud/outputs.ts'
import { askYes, type Ui } from '../ui.ts'

/** Prepares the account and region for CDK, once, if whoever is at the keyboard agrees. */
export async function expectBootstrapped(cloud: Cloud, ui: Ui): Promise<void> {
  if (await isBootstrapped(cloud)) return
  const where = `account ${cloud.account}, region ${cloud.region}`
  const agreed =
    !ui.interactive ||
    (await askYes(
      `CDK has never deployed to ${where}. Prepare it? (cdk bootstrap: a bucket and some roles)`,
    ))
  if (!agreed) throw new Refusal(`Without that, nothing can be deployed to ${where}.`)
  await mkdir(place.dir, { recursive: true })
  await ui.step(`Preparing ${where} for CDK`, () => bootstrap(cloud))
}

const stuck: Record<string, string> = {
  ROLLBACK_COMPLETE:
    'its first deployment failed and was taken back. Take it away: npm run destroy',
  ROLLBACK_FAILED: 'it could not be taken back. Look at it in the console of CloudFormation.',
  DELETE_FAILED: 'it could not be deleted. Go on with: npm run destroy',
  UPDATE_ROLLBACK_FAILED:
    'an upgrade could not be taken back. In the console of CloudFormation: continue update rollback.',
}

/** Stacks that somebody else works on just now, or that are stuck, are told before anything is done. */
export async function expectIdle({ config, stacks }: Cloud): Promise<void> {
  for (const name of Object.values(stacks)) {
    const { StackStatus = '' } = (await findStack(config, name)) ?? {}
    if (StackStatus.endsWith('_IN_PROGRESS') && StackStatus !== 'REVIEW_IN_PROGRESS')
      throw new Refusal(
        `The stack ${name} is being changed just now (${StackStatus}). Try again later.`,
      )
    if (stuck[StackStatus]) throw new Refusal(`The stack ${name} is stuck: ${stuck[StackStatus]}`)
  }
}

/** What we reserve, and what AWS wants to be left for all others. */
const reserved = 30
const leftOver = 100

/** A young account has ten executions at a time, of which none can be reserved. */
export async function canReserve({ config, engine }: Cloud): Promise<boolean> {
  if (engine) return true
  const { AccountLimit } = await new LambdaClient(config).send(new GetAccountSettingsCommand({}))
  const free = AccountLimit?.UnreservedConcurrentExecutions ?? 0
  return free >= reserved + leftOver
}
