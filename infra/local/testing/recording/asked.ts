import type { HandlerId } from '../../../bundle.ts'

/** What a function asked AWS for: an action of IAM, and what it wants to be allowed on. */
export interface Asked {
  by: HandlerId
  action: string
  on: string
  /** Of the table: which kind of partition, `chat#*` or `users`. */
  partition?: string
}

type Body = Record<string, unknown>
type Ask = Omit<Asked, 'by'>

type Attributes = Record<string, { S?: string }> | undefined

function partitionOf({ Key, Item, KeyConditionExpression, ExpressionAttributeValues }: Body) {
  const [, name = ''] = String(KeyConditionExpression).match(/pk = (:\w+)/) ?? []
  const pk =
    ((Key ?? Item) as Attributes)?.pk?.S ?? (ExpressionAttributeValues as Attributes)?.[name]?.S
  return pk?.replace(/#.*/, '#*')
}

function table(operation: string, body: Body): Ask {
  const { TableName, IndexName } = body
  const action = `dynamodb:${operation}`
  return IndexName
    ? { action, on: `${TableName}/index/${IndexName}` }
    : { action, on: String(TableName), partition: partitionOf(body) }
}

/** The parts of a transaction are allowed one by one. */
const transaction = ({ TransactItems }: Body): Ask[] =>
  (TransactItems as Record<string, Body>[]).flatMap((item) =>
    Object.entries(item).map(([part, body]) =>
      table(part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`, body),
    ),
  )

function tableAsks(operation: string, body: Body): Ask[] {
  if (operation.startsWith('Transact')) return transaction(body)
  if (operation.startsWith('Batch'))
    return Object.entries(body.RequestItems as Record<string, { Keys: Attributes[] }>).flatMap(
      ([TableName, { Keys }]) => Keys.map((Key) => table(operation, { TableName, Key })),
    )
  return [table(operation, body)]
}

/** A request in IAM's words: what must be allowed for AWS to do it. Several things for some, none for a few. */
export function asksOf(method: string, path: string, target: string, text: string): Ask[] {
  if (path.includes('/@connections/'))
    return [{ action: 'execute-api:ManageConnections', on: `${method} @connections` }]
  const [service = '', operation = ''] = target.split('.')
  const body: Body = text ? JSON.parse(text) : {}
  if (service.startsWith('DynamoDB')) return tableAsks(operation, body)
  if (service === 'AmazonSQS')
    // Batches are allowed by the action of the single one.
    return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, on: String(body.QueueUrl) }]
  if (service === 'AmazonSSM')
    return (body.Names as string[]).map((on) => ({ action: `ssm:${operation}`, on }))
  if (service === 'AWSCognitoIdentityProviderService')
    // What needs no pool is signed by nobody: a token or a client id is all it wants.
    return body.UserPoolId
      ? [{ action: `cognito-idp:${operation}`, on: String(body.UserPoolId) }]
      : []
  return [{ action: `${service || method}:${operation || path}`, on: '' }]
}
