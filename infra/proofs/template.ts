import { Template } from 'aws-cdk-lib/assertions'
import type { HandlerId } from '../bundle.ts'
import * as eg from '../example.ts'

export interface Resource {
  Type: string
  Properties: Record<string, unknown>
}
export type Resources = Record<string, Resource>

/** The stack behind the site, as CloudFormation gets it. */
export const resourcesOf = (stack = eg.balas()) =>
  Template.fromStack(stack).toJSON().Resources as Resources

export const account = '111122223333'
export const region = 'us-east-1'

const pseudo: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::URLSuffix': 'amazonaws.com',
}

/** How AWS will name what the template has no name for. */
const arns: Record<string, (name: string) => string> = {
  'AWS::DynamoDB::GlobalTable': (name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  'AWS::SQS::Queue': (name) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::Cognito::UserPool': (name) =>
    `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_${name}`,
  'AWS::Logs::LogGroup': (name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
}

/** The template's value with all that AWS fills in filled in, by names that stand for the real ones. */
export function resolve(resources: Resources, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(resources, each))
  if (typeof value !== 'object' || value === null) return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>
  if (typeof Ref === 'string') return pseudo[Ref] ?? Ref
  if (Array.isArray(attribute)) return arnOf(resources, String(attribute[0]))
  if (Array.isArray(join)) return (resolve(resources, join[1]) as string[]).join(String(join[0]))
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, resolve(resources, each)]),
  )
}

export function arnOf(resources: Resources, name: string): string {
  const type = resources[name]?.Type ?? 'nothing'
  const arn = arns[type]
  if (!arn) throw new Error(`Nobody has said how ${type} is named`)
  return arn(name)
}

/** The one resource whose name in the template begins like this, apart from the CDK's own ending. */
export function find(resources: Resources, type: string, name: string): string {
  const found = Object.keys(resources).filter(
    (id) => resources[id]?.Type === type && id.replace(/[0-9A-F]{8}$/, '') === name,
  )
  if (found.length !== 1) throw new Error(`${found.length} of the ${type} are called ${name}`)
  return String(found[0])
}

export interface Statement {
  Action: string | string[]
  Resource: string | string[]
  Condition?: object
}

/** The policy of a function's role, resolved. */
export function policyOf(resources: Resources, id: HandlerId) {
  const name = find(resources, 'AWS::IAM::Policy', `${id}roleDefaultPolicy`)
  return resolve(resources, resources[name]?.Properties.PolicyDocument) as {
    Statement: Statement[]
  }
}
