import {
  CloudFormationClient,
  DeleteStackCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation'
import { CloudWatchLogsClient, DeleteLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CognitoIdentityProviderClient,
  DeleteUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb'
import { list, remove } from '../cloud/bucket.ts'
import type { ClientConfig, Cloud } from '../cloud/cloud.ts'
import { findStack } from '../cloud/outputs.ts'

const unlessGone = (error: Error): undefined => {
  if (!/NotFound|NoSuch|does not exist/.test(`${error.name} ${error.message}`)) throw error
}

/** CloudFront takes its time. */
const maxWaitTime = 45 * 60

/** S3 lets no bucket go that has something in it. */
export async function emptyBucket(config: ClientConfig, name: string): Promise<void> {
  const bucket = { config, name }
  const keys = await list(bucket).catch(unlessGone)
  if (keys) await remove(bucket, keys)
}

export async function deleteStack(config: ClientConfig, StackName: string): Promise<void> {
  const stack = await findStack(config, StackName)
  if (!stack) return
  const client = new CloudFormationClient(config)
  await client.send(new DeleteStackCommand({ StackName }))
  // By its id: a name is forgotten with its stack.
  await waitUntilStackDeleteComplete(
    { client, maxWaitTime, minDelay: 1, maxDelay: 15 },
    { StackName: stack.StackId ?? StackName },
  )
}

/** A stage for real use keeps its table from those who delete stacks. */
export async function deleteTable(config: ClientConfig, TableName: string): Promise<void> {
  const client = new DynamoDBClient(config)
  const there = await client.send(new DescribeTableCommand({ TableName })).catch(unlessGone)
  if (!there) return
  const wait = { client, maxWaitTime: 600, minDelay: 1, maxDelay: 10 }
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }))
  await waitUntilTableExists(wait, { TableName })
  await client.send(new DeleteTableCommand({ TableName }))
  await waitUntilTableNotExists(wait, { TableName })
}

export async function deletePool(config: ClientConfig, UserPoolId: string): Promise<void> {
  const client = new CognitoIdentityProviderClient(config)
  // Whatever else this takes back, it is for nobody any more.
  const there = await client
    .send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' }))
    .catch(unlessGone)
  if (there) await client.send(new DeleteUserPoolCommand({ UserPoolId }))
}

export async function deleteLogs({ config }: Cloud, names: string[]): Promise<void> {
  const client = new CloudWatchLogsClient(config)
  for (const logGroupName of names)
    await client.send(new DeleteLogGroupCommand({ logGroupName })).catch(unlessGone)
}
