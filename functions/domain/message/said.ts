import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'
import { type ChatState, chatKey, partsOf } from '../chat/chat-state.ts'

/** What was said, and no more of it. */
export interface Said {
  id: string
  text: string
  sentAt: string
}

/** The words of a conversation's newest messages, newest first; what was deleted says nothing any more. */
export async function saidLately(chat: ChatState, limit: number): Promise<Said[]> {
  const parts = await Promise.all(partsOf(chat).map((part) => saidIn(part, limit)))
  return parts
    .flat()
    .filter(({ deletedAt }) => !deletedAt)
    .sort((a, b) => (a.sk < b.sk ? 1 : -1))
    .slice(0, limit)
}

async function saidIn(chatId: string, Limit: number) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :message)',
      ExpressionAttributeValues: { ':pk': chatKey(chatId).pk, ':message': 'message#' },
      // Many chats are looked through at once: what is not needed is not carried.
      ProjectionExpression: 'sk, id, #text, sentAt, deletedAt',
      ExpressionAttributeNames: { '#text': 'text' },
      ScanIndexForward: false,
      Limit,
    }),
  )
  return Items as (Said & { sk: string; deletedAt?: string })[]
}
