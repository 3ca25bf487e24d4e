import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, statusRank } from '../../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, providerRef } from '../chat/chat-state.ts'
import { keepDue } from '../sending/asked.ts'
import { toShow } from '../sending/failed.ts'
import { outOfOutbox } from '../sending/outgoing.ts'
import { change } from './amendment.ts'
import { placeOrKeep } from './early.ts'
import type * as Message from './message.ts'
import { timeField } from './times.ts'

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
  place: Message.Place,
  status: MessageStatus,
  extra: Extra = {},
): Promise<MessageState | undefined> {
  const moved = status === 'failed' ? undefined : await advanceAlone(place, status, extra)
  const message = moved ?? (await advanceWithChat(place, status, extra))
  if (message) return keepDue(message)
  if (extra.providerId) await rememberProviderId(place, extra.providerId)
  return undefined
}

const forward = 'statusRank < :rank AND sender <> :customer'

/** In one cheap write. What failed or is in doubt marks its chat: that one is not moved here. */
async function advanceAlone(
  { chatId, key }: Message.Place,
  status: MessageStatus,
  { providerId, foundBy }: Extra,
): Promise<MessageState | undefined> {
  const time = timeField(status)
  const set = [
    '#status = :status',
    'statusRank = :rank',
    'changedAt = :now',
    ...(time ? [`${time} = :now`] : []),
    // The provider took it just now, and a receipt was faster than its answer.
    ...(providerId && status !== 'sent' ? ['sentTime = if_not_exists(sentTime, :now)'] : []),
    ...(providerId ? ['providerId = :providerId'] : []),
    ...(foundBy ? ['providerId = if_not_exists(providerId, :providerId)'] : []),
  ]
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: `SET ${set.join(', ')} REMOVE outbox, dueAt, leaseUntil, #error ADD rev :one`,
        ConditionExpression: `${forward} AND NOT #status IN (:failed, :unknown)`,
        ExpressionAttributeNames: { '#status': 'status', '#error': 'error' },
        ExpressionAttributeValues: {
          ':status': status,
          ':rank': statusRank(status),
          ':now': new Date().toISOString(),
          ':one': 1,
          ':customer': 'customer',
          ':failed': 'failed',
          ':unknown': 'unknown',
          ...(providerId || foundBy ? { ':providerId': providerId ?? foundBy } : {}),
        },
        ReturnValues: 'ALL_NEW',
      }),
    )
    return MessageState.parse(Attributes)
  } catch (failure) {
    if (isConditionFailure(failure)) return undefined
    throw failure
  }
}

/** The same for what fails or did fail, together with what its chat says of it. */
const advanceWithChat = (
  place: Message.Place,
  status: MessageStatus,
  { providerId, foundBy, error }: Extra,
) =>
  change(place, (message) => {
    const isForward = statusRank(message.status) < statusRank(status)
    if (!isForward || message.sender === 'customer') return message
    const now = new Date().toISOString()
    const row = status === 'failed' ? toShow(now) : outOfOutbox
    const time = timeField(status)
    return {
      ...message,
      ...(time && { [time]: now }),
      status,
      error,
      providerId: providerId ?? message.providerId ?? foundBy,
      leaseUntil: undefined,
      droppedAt: undefined,
      ...row,
    }
  })

/** A receipt was faster than the answer to our send: only the provider's id may still be missing. */
async function rememberProviderId({ chatId, key }: Message.Place, providerId: string) {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: 'SET providerId = :providerId ADD rev :one',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(providerId)',
        ExpressionAttributeValues: { ':providerId': providerId, ':one': 1 },
      }),
    )
  } catch (failure) {
    if (!isConditionFailure(failure)) throw failure
  }
}

/** Finds the message of a receipt; one that overtakes its message waits for it. */
export const placeOf = ({ channelId, providerId, status }: Receipt) =>
  placeOrKeep(providerRef(channelId, providerId), { status })
