import { runSimulation } from '@cloud-copilot/iam-simulate'
import { account, type policyOf } from '../template.ts'

/** IAM's own rules, on the policy that is deployed: may its owner do this? Of the table's items, to this partition. */
export async function mayDo(
  policy: ReturnType<typeof policyOf>,
  action: string,
  resource: string,
  partition?: string,
): Promise<boolean> {
  const answer = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${account}:role/it`,
        action,
        resource: { resource, accountId: account },
        contextVariables: partition ? { 'dynamodb:LeadingKeys': [partition] } : {},
      },
      identityPolicies: [{ name: 'its own', policy }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (answer.resultType === 'error') throw new Error(JSON.stringify(answer.errors))
  return answer.overallResult === 'Allowed'
}
