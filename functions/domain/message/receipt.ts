import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, statusRank } from '../../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, providerRef } from '../chat/chat-state.ts'
import { keepDue } from '../sending/asked.ts'
import { toShow } from '../sending/failed.ts'
import { placeOrKeep } from './early.ts'
import type * as Message from './message.ts'

/** A change of status as a channel reports it. */
export interface Receipt {
  channelId: string
  providerId: string
  status: MessageStatus
  error?: { code: string; message: string }
}

interface Extra {
  /** Its name at the provider; an older one it may have is replaced. */
  providerId?: string
  /** Its name at the provider, unless it has one: what brings this news was found by it. */
  foundBy?: string
  error?: Receipt['error']
}

/** Moves one of our messages forward; undefined when it was there or further already. */
export async function advance(
  { chatId, key }: Message.Place,
  status: MessageStatus,
  { providerId, foundBy, error }: Extra = {},
): Promise<MessageState | undefined> {
  const now = new Date().toISOString()
  const failed = status === 'failed'
  const set = [
    '#status = :status',
    'statusRank = :rank',
    'changedAt = :now',
    ...(providerId ? ['providerId = :providerId'] : []),
    ...(foundBy ? ['providerId = if_not_exists(providerId, :providerId)'] : []),
    ...(error ? ['#error = :error'] : []),
    ...(failed ? ['outbox = :outbox', 'dueAt = :now'] : []),
  ]
  const gone = [...(failed ? [] : ['outbox', 'dueAt']), 'leaseUntil', ...(error ? [] : ['#error'])]
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: `SET ${set.join(', ')} REMOVE ${gone.join(', ')} ADD rev :one`,
        ConditionExpression: 'statusRank < :rank AND sender <> :customer',
        ExpressionAttributeNames: { '#status': 'status', '#error': 'error' },
        ExpressionAttributeValues: {
          ':status': status,
          ':rank': statusRank(status),
          ':now': now,
          ':one': 1,
          ':customer': 'customer',
          ...(providerId || foundBy ? { ':providerId': providerId ?? foundBy } : {}),
          ...(error ? { ':error': error } : {}),
          ...(failed ? { ':outbox': toShow(now).outbox } : {}),
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return keepDue(MessageState.parse(Attributes))
  } catch (failure) {
    if (!isConditionFailure(failure)) throw failure
    if (providerId) await rememberProviderId({ chatId, key }, providerId)
    return undefined
  }
}

/** A receipt was faster than the answer to our send: only the provider's id is still missing. */
const rememberProviderId = ({ chatId, key }: Message.Place, providerId: string) =>
  table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: messageKey(chatId, key),
      UpdateExpression: 'SET providerId = if_not_exists(providerId, :providerId) ADD rev :one',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':providerId': providerId, ':one': 1 },
    }),
  )

/** Finds the message of a receipt; one that overtakes its message waits for it. */
export const placeOf = ({ channelId, providerId, status }: Receipt) =>
  placeOrKeep(providerRef(channelId, providerId), { status })
