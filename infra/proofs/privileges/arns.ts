import type { HandlerId } from '../../bundle.ts'
import { parameterNames } from '../../names.ts'
import type { Resource } from '../../privileges.ts'
import { account, arnOf, find, type Resources, region } from '../template.ts'

const secrets = parameterNames('prod')

/** The address of each thing that the table of privileges names, as a function would ask for it. */
export function arnsOf(resources: Resources, id: HandlerId): Record<Resource, string> {
  const arn = (type: string, name: string) => arnOf(resources, find(resources, type, name))
  const table = arn('AWS::DynamoDB::GlobalTable', 'storagetable')
  const queue = (name: string) => arn('AWS::SQS::Queue', name)
  const parameter = (name: string) => `arn:aws:ssm:${region}:${account}:parameter${name}`
  const sockets = find(resources, 'AWS::ApiGatewayV2::Api', 'realtimesockets')
  return {
    table,
    'inbox index': `${table}/index/inbox`,
    'waiting index': `${table}/index/waiting`,
    'outbox index': `${table}/index/outbox`,
    'bot jobs': queue('botjobsqueue'),
    'bot dead letters': queue('botjobsfailed'),
    'outbound jobs': queue('outboundjobsqueue'),
    'outbound dead letters': queue('outboundjobsfailed'),
    'webhook secret': parameter(secrets.webhookSecret),
    'whapi token': parameter(secrets.whapiToken),
    'openai key': parameter(secrets.openaiKey),
    people: arn('AWS::Cognito::UserPool', 'authpool'),
    'open sockets': `arn:aws:execute-api:${region}:${account}:${sockets}/ws/POST/@connections/abc`,
    'own log': arn('AWS::Logs::LogGroup', `${id}logs`).replace(/\*$/, 'log-stream:today'),
  }
}

/** What nobody may touch, beside what is somebody else's. */
export function strangersOf(resources: Resources): string[] {
  const sockets = find(resources, 'AWS::ApiGatewayV2::Api', 'realtimesockets')
  return [
    `arn:aws:dynamodb:${region}:${account}:table/other`,
    `${arnOf(resources, find(resources, 'AWS::DynamoDB::GlobalTable', 'storagetable'))}/index/other`,
    `arn:aws:sqs:${region}:${account}:other`,
    `arn:aws:ssm:${region}:${account}:parameter/balas/other/whapi-token`,
    `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_other`,
    `arn:aws:execute-api:${region}:${account}:${sockets}/ws/DELETE/@connections/abc`,
    `arn:aws:execute-api:${region}:${account}:other/ws/POST/@connections/abc`,
    `arn:aws:logs:${region}:${account}:log-group:other:log-stream:today`,
  ]
}
