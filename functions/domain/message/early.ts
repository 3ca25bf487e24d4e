import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, statusRank } from '../../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { refKey } from '../chat/chat-state.ts'
import type { Amendment } from '../news.ts'
import * as Message from './message.ts'

const keptS = 30 * 24 * 3600

/** More than anybody does to a message before it arrives. */
const mostAmendments = 50

/**
 * Finds the message that news is about. News that overtakes its message is kept in the message's ref, where
 * whoever writes the message takes it along; so of the two, whichever comes second sees the other.
 */
export async function placeOrKeep(
  ref: string,
  news: { status: MessageStatus } | { amendment: Amendment },
): Promise<Found | undefined> {
  const known = foundAt(await Message.place(ref, { consistent: false }))
  if (known) return known
  try {
    await table.send(
      new UpdateCommand({ TableName: tableName(), Key: refKey(ref), ...keeping(news) }),
    )
    return undefined
  } catch (error) {
    if (!isConditionFailure(error)) throw error
    return foundAt(await Message.place(ref))
  }
}

/** Where a message lies, and what came before it did: a crash may have kept that from it. */
export type Found = Message.Place & Pick<Message.Early, 'early' | 'amendments'>

const foundAt = ({ chatId, key, ...kept }: Awaited<ReturnType<typeof Message.place>> = {}) =>
  chatId && key ? { chatId, key, early: kept.early, amendments: kept.amendments } : undefined

function keeping(news: { status: MessageStatus } | { amendment: Amendment }) {
  const expiresAt = Math.floor(Date.now() / 1000) + keptS
  if ('status' in news)
    return {
      UpdateExpression:
        'SET early = :status, earlyRank = :rank, expiresAt = :expiresAt ADD earlyRev :one',
      ConditionExpression:
        'attribute_not_exists(chatId) AND (attribute_not_exists(earlyRank) OR earlyRank < :rank)',
      ExpressionAttributeValues: {
        ':status': news.status,
        ':rank': statusRank(news.status),
        ':expiresAt': expiresAt,
        ':one': 1,
      },
    }
  return {
    UpdateExpression:
      'SET amendments = list_append(if_not_exists(amendments, :none), :amendments), expiresAt = :expiresAt ADD earlyRev :one',
    ConditionExpression:
      'attribute_not_exists(chatId) AND (attribute_not_exists(amendments) OR size(amendments) < :most)',
    ExpressionAttributeValues: {
      ':amendments': [news.amendment],
      ':none': [],
      ':expiresAt': expiresAt,
      ':most': mostAmendments,
      ':one': 1,
    },
  }
}
