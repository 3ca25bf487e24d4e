import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm'
import {
  CloudFormationClient,
  ListStackResourcesCommand,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import {
  GetResourcesCommand,
  type GetResourcesCommandOutput,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api'
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm'
import { stageTag } from '../../names.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { findStack } from '../cloud/outputs.ts'

/** Something of a stage, in AWS's words. */
export interface Resource {
  /** As in AWS::DynamoDB::GlobalTable; of what is only tagged, the service. */
  type: string
  name: string
}

const regionsOf = ({ region }: Cloud) => [...new Set([region, 'us-east-1'])]

/** Everything that bears the stage's tag; CloudFront and certificates tell theirs in us-east-1. */
async function tagged(cloud: Cloud): Promise<Resource[]> {
  const found = await Promise.all(
    regionsOf(cloud).map(async (region) => {
      const client = new ResourceGroupsTaggingAPIClient({ ...cloud.config, region })
      const arns: string[] = []
      let PaginationToken: string | undefined
      do {
        const page: GetResourcesCommandOutput = await client.send(
          new GetResourcesCommand({
            TagFilters: [{ Key: stageTag, Values: [cloud.stage] }],
            PaginationToken,
          }),
        )
        arns.push(...(page.ResourceTagMappingList ?? []).map(({ ResourceARN = '' }) => ResourceARN))
        PaginationToken = page.PaginationToken
      } while (PaginationToken)
      return arns
    }),
  )
  return [...new Set(found.flat())].map((name) => ({ type: name.split(':')[2] ?? '', name }))
}

/** What both stacks are made of, as long as they are there. */
async function inStacks({ config, stacks }: Cloud): Promise<Resource[]> {
  const client = new CloudFormationClient(config)
  const of = async (StackName: string) => {
    if (!(await findStack(config, StackName))) return []
    const resources: StackResourceSummary[] = []
    let NextToken: string | undefined
    do {
      const page = await client.send(new ListStackResourcesCommand({ StackName, NextToken }))
      resources.push(...(page.StackResourceSummaries ?? []))
      NextToken = page.NextToken
    } while (NextToken)
    return [
      { type: 'AWS::CloudFormation::Stack', name: StackName },
      ...resources
        .filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE')
        .map(({ ResourceType: type = '', PhysicalResourceId: name = '' }) => ({ type, name })),
    ]
  }
  return (await Promise.all([of(stacks.balas), of(stacks.site)])).flat()
}

async function parameters({ config, stage }: Cloud): Promise<Resource[]> {
  const { Parameters = [] } = await new SSMClient(config).send(
    new GetParametersByPathCommand({ Path: `/balas/${stage}/` }),
  )
  return Parameters.map(({ Name: name = '' }) => ({ type: 'AWS::SSM::Parameter', name }))
}

/** Functions may have written to a log that no template knows. */
async function logGroups({ config, stacks }: Cloud): Promise<Resource[]> {
  const client = new CloudWatchLogsClient(config)
  const pages = await Promise.all(
    Object.values(stacks).flatMap((stack) =>
      [`/aws/lambda/${stack}-`, `${stack}-`].map((logGroupNamePrefix) =>
        client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix })),
      ),
    ),
  )
  return pages.flatMap(({ logGroups: groups = [] }) =>
    groups.map(({ logGroupName: name = '' }) => ({ type: 'AWS::Logs::LogGroup', name })),
  )
}

/** All of a stage, whoever tells of it. */
export async function resourcesOf(cloud: Cloud): Promise<Resource[]> {
  const found = await Promise.all([
    inStacks(cloud),
    tagged(cloud),
    parameters(cloud),
    logGroups(cloud),
  ])
  const byName = new Map<string, Resource>()
  for (const resource of found.flat()) {
    const name = nameIn(resource)
    if (!byName.has(name)) byName.set(name, resource)
  }
  return [...byName.values()]
}

/** The same thing by its name, its address and its ARN is one. */
function nameIn({ name }: Resource): string {
  if (name.startsWith('http')) return name.split('/').at(-1) ?? name
  if (!name.startsWith('arn:')) return name
  const id = name.split(':').slice(5).join(':')
  return id.startsWith('parameter/')
    ? id.slice('parameter'.length)
    : (id.split(/[/:]/).at(-1) ?? id)
}

/** Asks a thing itself, since tags and lists may be late; what nobody can ask that way is believed gone. */
export async function isThere({ config }: Cloud, { name }: Resource): Promise<boolean> {
  const [, , service, region = ''] = name.split(':')
  const id = name.split(':').slice(5).join(':')
  const last = id.split(/[/:]/).at(-1) ?? ''
  const asked: Record<string, () => Promise<unknown>> = {
    acm: () =>
      new ACMClient({ ...config, region }).send(
        new DescribeCertificateCommand({ CertificateArn: name }),
      ),
    dynamodb: () => new DynamoDBClient(config).send(new DescribeTableCommand({ TableName: last })),
    lambda: () =>
      new LambdaClient(config).send(new GetFunctionConfigurationCommand({ FunctionName: last })),
    'cognito-idp': () =>
      new CognitoIdentityProviderClient(config).send(
        new DescribeUserPoolCommand({ UserPoolId: last }),
      ),
    s3: () => new S3Client(config).send(new HeadBucketCommand({ Bucket: last })),
    sqs: () => new SQSClient(config).send(new GetQueueUrlCommand({ QueueName: last })),
  }
  return (
    asked[service ?? '']?.().then(
      () => true,
      () => false,
    ) ?? true
  )
}
