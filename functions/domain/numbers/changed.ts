import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'
import { ChatState } from '../chat/chat-state.ts'
import { hourMs } from './tally.ts'

/** A chat may be written a little later than its change says. */
const slackMs = 10 * 60_000

/** The chats that changed in this hour or later, some at a time. */
export async function* changedSince(hour: number): AsyncGenerator<ChatState[]> {
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :chats AND updatedAt > :from',
        ExpressionAttributeValues: {
          ':chats': 'chats',
          ':from': new Date(hour * hourMs - slackMs).toISOString(),
        },
        ExclusiveStartKey,
      }),
    )
    yield Items.map((item) => ChatState.parse(item))
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}
