import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clientOf } from '../../local/aws.ts'
import { Refusal } from '../../local/refusal.ts'
import { stackNames } from '../../names.ts'
import { findStack } from '../measure/stack.ts'

/** The table to be filled. */
export interface Target {
  table: DynamoDBDocumentClient
  tableName: string
  channelId: string
  /** Where the result can be looked at. */
  url?: string
}

const tableAt = (config: DynamoDBClientConfig) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  })

const isHere = (url: string) => ['127.0.0.1', 'localhost'].includes(new URL(url).hostname)

/** The stack on this machine, and no other. */
export async function localTarget(): Promise<Target> {
  const stack = await findStack()
  if (!stack) throw new Refusal('No local stack is running. Start one with npm start.')
  const { aws, channelId, url } = stack
  if (!isHere(aws.endpoint))
    throw new Refusal(`${aws.endpoint} is not on this machine. For a stage on AWS say --stage.`)
  return {
    table: tableAt(clientOf(aws.endpoint)),
    tableName: String(stack.stack.TableName),
    channelId,
    url,
  }
}

/** The deployed stage that this shell's AWS account and region hold, if it is the one that was named. */
export async function stageTarget(stage: string): Promise<Target> {
  const { Stacks = [] } = await new CloudFormationClient({}).send(
    new DescribeStacksCommand({ StackName: stackNames(stage).balas }),
  )
  const outputs = Stacks[0]?.Outputs ?? []
  const output = (name: string) => outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue
  const FunctionName = output('WebhookFunction')
  const tableName = output('TableName')
  if (!FunctionName || !tableName) throw new Refusal('The stack Balas does not tell of its table.')
  const { Environment } = await new LambdaClient({}).send(
    new GetFunctionConfigurationCommand({ FunctionName }),
  )
  const { STAGE, WHAPI_CHANNEL_ID } = Environment?.Variables ?? {}
  if (STAGE !== stage)
    throw new Refusal(`This account and region hold the stage "${STAGE}", not "${stage}".`)
  if (!WHAPI_CHANNEL_ID) throw new Refusal(`The stage "${stage}" has no channel.`)
  return { table: tableAt({}), tableName, channelId: WHAPI_CHANNEL_ID }
}
