import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'
import * as announce from '../announce.ts'

/** Where the last one is remembered (infra/tools/doctor/examine.ts looks there). */
const testDeliveryKey = { pk: 'settings', sk: 'test-delivery' }

/** One of our own tools sees whether a delivery comes through: it is stored and told, as a message would be. */
export async function arrived(id: string): Promise<void> {
  await table.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...testDeliveryKey, id, at: new Date().toISOString() },
    }),
  )
  await announce.testArrived(id)
}
