import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, statusRank } from '../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../lib/table.ts'
import { MessageState, messageKey, providerRef, refKey } from './chat-state.ts'
import * as Message from './message.ts'

/** A change of status as a channel reports it. */
export interface Receipt {
  channelId: string
  providerId: string
  status: MessageStatus
  error?: { code: string; message: string }
}

interface Extra {
  providerId?: string
  error?: Receipt['error']
}

/** Moves one of our messages forward; undefined when it was there or further already. */
export async function advance(
  { chatId, key }: Message.Place,
  status: MessageStatus,
  { providerId, error }: Extra = {},
): Promise<MessageState | undefined> {
  const set = [
    '#status = :status',
    'statusRank = :rank',
    'changedAt = :now',
    ...(providerId ? ['providerId = :providerId'] : []),
    ...(error ? ['#error = :error'] : []),
  ]
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: `SET ${set.join(', ')} REMOVE outbox, dueAt, leaseUntil${error ? '' : ', #error'} ADD rev :one`,
        ConditionExpression: 'statusRank < :rank AND sender <> :customer',
        ExpressionAttributeNames: { '#status': 'status', '#error': 'error' },
        ExpressionAttributeValues: {
          ':status': status,
          ':rank': statusRank(status),
          ':now': new Date().toISOString(),
          ':one': 1,
          ':customer': 'customer',
          ...(providerId ? { ':providerId': providerId } : {}),
          ...(error ? { ':error': error } : {}),
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return MessageState.parse(Attributes)
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
      UpdateExpression: 'SET providerId = if_not_exists(providerId, :providerId)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':providerId': providerId },
    }),
  )

const earlyKeptS = 7 * 24 * 3600

/**
 * Finds the message of a receipt. One that overtakes its message is kept in the ref, where whoever writes
 * the message takes it along; so of the two, whichever comes second sees the other.
 */
export async function placeOf({
  channelId,
  providerId,
  status,
}: Receipt): Promise<Message.Place | undefined> {
  const ref = providerRef(channelId, providerId)
  const known = await Message.place(ref, { consistent: false })
  if (known?.chatId && known.key) return { chatId: known.chatId, key: known.key }
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: refKey(ref),
        UpdateExpression: 'SET early = :status, earlyRank = :rank, expiresAt = :expiresAt',
        ConditionExpression:
          'attribute_not_exists(chatId) AND (attribute_not_exists(earlyRank) OR earlyRank < :rank)',
        ExpressionAttributeValues: {
          ':status': status,
          ':rank': statusRank(status),
          ':expiresAt': Math.floor(Date.now() / 1000) + earlyKeptS,
        },
      }),
    )
    return undefined
  } catch (error) {
    if (!isConditionFailure(error)) throw error
    const { chatId, key } = (await Message.place(ref)) ?? {}
    return chatId && key ? { chatId, key } : undefined
  }
}
