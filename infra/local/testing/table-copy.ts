import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { clientOf } from '../aws.ts'

/** An empty table with the keys and indexes of another one, for tests that want it to themselves. */
export async function copyTable(engine: string, from: string, name: string): Promise<string> {
  const dynamodb = new DynamoDBClient(clientOf(engine))
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: from }))
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(
        ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
      ),
    }),
  )
  return name
}
