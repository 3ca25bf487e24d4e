import { statusRank } from '../../../shared/message.ts'
import { tableName } from '../../lib/table.ts'
import { type MessageState, messageKey, refKey } from '../chat/chat-state.ts'
import type { Write } from '../chat/store.ts'
import { forgotten } from './retention.ts'

/** Writes a new message, which must not be there yet. */
export const putMessage = (message: MessageState, extra: object = {}): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...message,
      ...extra,
      statusRank: statusRank(message.status),
      ...messageKey(message.chatId, message.key),
      ...forgotten(),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
})

/**
 * The ref is what makes "exactly once" true. One that only holds early news is still free, as long as all of
 * it was taken along.
 */
export const claimRef = (ref: string, { chatId, key }: MessageState, earlyRev?: number): Write => ({
  Put: {
    TableName: tableName(),
    Item: { ...refKey(ref), chatId, key, ...forgotten() },
    ...(earlyRev === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'attribute_not_exists(chatId) AND earlyRev = :earlyRev',
          ExpressionAttributeValues: { ':earlyRev': earlyRev },
        }),
  },
})
