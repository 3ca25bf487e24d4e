import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'
import { ChatState } from '../chat/chat-state.ts'

/** The chats in which something happened last between these times. */
export async function quietBetween(from: string, to: string): Promise<ChatState[]> {
  const quiet: ChatState[] = []
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :chats AND updatedAt BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':chats': 'chats', ':from': from, ':to': to },
        ExclusiveStartKey,
      }),
    )
    quiet.push(...Items.map((item) => ChatState.parse(item)))
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return quiet
}
