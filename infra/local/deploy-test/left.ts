import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CognitoIdentityProviderClient,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import {
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import type { Cloud } from '../../tools/cloud/cloud.ts'

/** CDK's own, which other apps may use. */
const isOfCdk = (name: string) => /^CDKToolkit|cdk-|^\/cdk-bootstrap/.test(name)

/** All that is in the account, asked service by service and without any tag: what our own tool does not see, this does. */
export async function allThereIs({ config, engine }: Cloud): Promise<string[]> {
  const [stacks, tables, buckets, queues, functions, mappings, pools, logs, parameters, apis] =
    await Promise.all([
      new CloudFormationClient(config).send(new ListStacksCommand({})),
      new DynamoDBClient(config).send(new ListTablesCommand({})),
      new S3Client(config).send(new ListBucketsCommand({})),
      new SQSClient(config).send(new ListQueuesCommand({})),
      new LambdaClient(config).send(new ListFunctionsCommand({})),
      new LambdaClient(config).send(new ListEventSourceMappingsCommand({})),
      new CognitoIdentityProviderClient(config).send(new ListUserPoolsCommand({ MaxResults: 60 })),
      new CloudWatchLogsClient(config).send(new DescribeLogGroupsCommand({})),
      new SSMClient(config).send(new DescribeParametersCommand({})),
      fetch(`${engine}/v2/apis`).then((it) => it.json() as Promise<{ items: { name: string }[] }>),
    ])
  return [
    ...(stacks.StackSummaries ?? []).flatMap((it) =>
      it.StackStatus === 'DELETE_COMPLETE' ? [] : [it.StackName ?? ''],
    ),
    ...(tables.TableNames ?? []),
    ...(buckets.Buckets ?? []).map((it) => it.Name ?? ''),
    ...(queues.QueueUrls ?? []),
    ...(functions.Functions ?? []).map((it) => it.FunctionName ?? ''),
    ...(mappings.EventSourceMappings ?? []).map((it) => it.UUID ?? ''),
    ...(pools.UserPools ?? []).map((it) => it.Name ?? ''),
    ...(logs.logGroups ?? []).map((it) => it.logGroupName ?? ''),
    ...(parameters.Parameters ?? []).map((it) => it.Name ?? ''),
    ...apis.items.map((it) => it.name),
  ].filter((name) => !isOfCdk(name))
}
