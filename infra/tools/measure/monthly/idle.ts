import { free, prices } from '../prices.ts'

interface Resource {
  Type: string
  Properties?: Record<string, unknown>
}
export type Resources = Record<string, Resource>

export const monthS = 30 * 24 * 3600

/**
 * While nothing lies in a queue Lambda asks it with five calls at a time, of twenty seconds each:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const pollsAMonth = (5 * monthS) / 20

/** A tick: what it runs for at 256 MB, reads (half a unit each: 31 days of parked items, and the rest) and says. */
const tick = { gbSeconds: 0.25 * 0.5, readUnits: 25, logBytes: 450 }

/** What is there and costs nothing as long as nothing happens. */
const silent = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::IntegrationResponse',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::RouteResponse',
  'AWS::ApiGatewayV2::Stage',
  // The first two of an account are free, and so are those that only tell.
  'AWS::Budgets::Budget',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::GlobalTable',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
])

const minutes = (expression: unknown) => {
  const [, every] = String(expression).match(/^rate\((\d+) minutes?\)$/) ?? []
  if (!every) throw new Error(`Nobody has said how often ${expression} is`)
  return Number(every)
}

const beyond = (used: number, gratis: number) => Math.max(0, used - gratis)

/** What the deployed stacks cost in a month in which nobody writes; the free tiers that never end are left out. */
export function idleOf(resources: Resources): number {
  const all = Object.values(resources)
  const count = (type: string) => all.filter(({ Type }) => Type === type).length
  const priced = new Set([
    ...silent,
    'AWS::CloudWatch::Alarm',
    'AWS::CloudWatch::Dashboard',
    'AWS::Events::Rule',
    'AWS::Lambda::EventSourceMapping',
  ])
  for (const { Type } of all)
    if (!priced.has(Type)) throw new Error(`Nobody has said what ${Type} costs`)
  const ticks = all
    .filter(({ Type }) => Type === 'AWS::Events::Rule')
    .reduce((sum, { Properties }) => sum + monthS / 60 / minutes(Properties?.ScheduleExpression), 0)
  const metrics = new Set(
    all
      .filter(({ Type, Properties }) => Type.endsWith('Alarm') && Properties?.Namespace === 'Balas')
      .map(({ Properties }) => Properties?.MetricName),
  )
  return (
    beyond(count('AWS::Lambda::EventSourceMapping') * pollsAMonth, free.queueRequests) *
      prices.queueRequest +
    beyond(count('AWS::CloudWatch::Alarm'), free.alarms) * prices.alarm +
    beyond(metrics.size, free.metrics) * prices.metric +
    beyond(count('AWS::CloudWatch::Dashboard'), free.dashboards) * prices.dashboard +
    beyond(ticks, free.invocations) * prices.invocation +
    beyond(ticks * tick.gbSeconds, free.gbSeconds) * prices.gbSecond +
    beyond(ticks * tick.logBytes, free.logBytes) * prices.logByte +
    ticks * tick.readUnits * prices.readUnit
  )
}
