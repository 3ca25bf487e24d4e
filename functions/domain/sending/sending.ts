import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, type SendProblem, statusRank } from '../../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, providerRef, refKey } from '../chat/chat-state.ts'
import { amended, change } from '../message/amendment.ts'
import type * as Message from '../message/message.ts'
import type { Place } from '../message/message.ts'
import { advance } from '../message/receipt.ts'
import { isWorthALook, toShow } from './failed.ts'
import { inOutbox } from './outgoing.ts'
import { toLookUp } from './unknown.ts'

/**
 * Why a call to the provider came to nothing. `later`: certainly not done, may be tried again; `unknown`:
 * nobody can tell; `paused`: certainly not done, and nothing will be until the channel is back (`code` is
 * the provider's word for what is wrong with it).
 */
export type Failure =
  | { is: 'failed' | 'later' | 'unknown'; code: SendProblem; message: string }
  | { is: 'paused'; code: string; message: string }

/** What became of a send. */
export type Outcome = { is: 'sent'; providerId: string } | Failure

/** Longer than any send takes (infra: the function ends after 30 s). */
const leaseMs = 35_000

/**
 * Takes the lease: the right to call the provider once. Undefined when somebody else has it, or the
 * message needs no sending any more.
 */
export async function take({ chatId, key }: Place, now = Date.now()) {
  return transition({ chatId, key }, 'sending', ['queued'], {
    leaseUntil: new Date(now + leaseMs).toISOString(),
  })
}

const goesInto = (to: MessageStatus, now: string, error: MessageState['error']) => {
  if (to === 'queued') return inOutbox(now)
  if (to === 'unknown') return toLookUp(now)
  return to === 'failed' && isWorthALook(error) ? toShow(now) : {}
}

/** Moves a message between the states before it is sent; undefined unless it is in one of `from`. */
export async function transition(
  { chatId, key }: Place,
  to: MessageStatus,
  from: MessageStatus[],
  { leaseUntil, error, takeovers }: Partial<MessageState> = {},
): Promise<MessageState | undefined> {
  const now = new Date().toISOString()
  const outbox = goesInto(to, now, error)
  const leavesOutbox = to !== 'sending' && !('outbox' in outbox)
  const fields = Object.entries({
    status: to,
    statusRank: statusRank(to),
    changedAt: now,
    leaseUntil,
    error,
    takeovers,
    ...outbox,
  }).filter(([, value]) => value !== undefined)
  const gone = [
    ...(leaseUntil ? [] : ['#leaseUntil']),
    ...(error ? [] : ['#error']),
    ...(leavesOutbox ? ['#outbox', '#dueAt'] : []),
  ]
  // What comes back to the queue keeps its place in it.
  const keepsPlace = to === 'queued' && from.includes('sending')
  const set = fields.map(([name]) =>
    name === 'dueAt' && keepsPlace
      ? '#dueAt = if_not_exists(#dueAt, :dueAt)'
      : `#${name} = :${name}`,
  )
  const states = from.map((status, i) => [`:from${i}`, status] as const)
  const names = ['leaseUntil', 'error', ...(leavesOutbox ? ['outbox', 'dueAt'] : [])]
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: `SET ${set.join(', ')}${gone.length ? ` REMOVE ${gone.join(', ')}` : ''} ADD rev :one`,
        ConditionExpression: `#status IN (${states.map(([name]) => name).join(', ')})`,
        ExpressionAttributeNames: Object.fromEntries(
          [...new Set([...names, ...fields.map(([name]) => name)])].map((name) => [
            `#${name}`,
            name,
          ]),
        ),
        ExpressionAttributeValues: {
          ':one': 1,
          ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
          ...Object.fromEntries(states),
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

/** Writes down what became of a send. Undefined when a receipt or an echo already knew better. */
export async function settle(
  message: MessageState,
  channelId: string,
  outcome: Outcome,
): Promise<MessageState | undefined> {
  switch (outcome.is) {
    case 'sent':
      return sent(message, channelId, outcome.providerId)
    case 'later':
    case 'paused':
      return transition(message, 'queued', ['sending'])
    case 'failed':
    case 'unknown': {
      const { is, code, message: words } = outcome
      const settled = await transition(message, is, ['sending'], {
        error: { code, message: words },
      })
      if (settled) await makeFindable(settled)
      return settled
    }
    default:
      return outcome satisfies never
  }
}

/** A person may have to decide about it, by its own id. What a person wrote has been findable all along. */
async function makeFindable({ id, chatId, key }: MessageState) {
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: refKey(id),
      UpdateExpression: 'SET chatId = :chatId, #key = :key',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':chatId': chatId, ':key': key },
    }),
  )
}

/**
 * The ref is written first: from then on receipts find the message. One that came earlier waits in the
 * ref and is taken along; it stays there, so that whoever repeats this after a crash finds it too.
 */
export async function sent({ chatId, key }: Place, channelId: string, providerId: string) {
  const { Attributes } = await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: refKey(providerRef(channelId, providerId)),
      UpdateExpression: 'SET chatId = :chatId, #key = :key REMOVE expiresAt',
      ExpressionAttributeNames: { '#key': 'key' },
      ExpressionAttributeValues: { ':chatId': chatId, ':key': key },
      ReturnValues: 'ALL_OLD',
    }),
  )
  const { early, amendments } = (Attributes ?? {}) as Message.Early
  const status = early && statusRank(early) > statusRank('sent') ? early : 'sent'
  const advanced = await advance({ chatId, key }, status, { providerId })
  if (!amendments) return advanced
  const changed = await change({ chatId, key }, (message) => amendments.reduce(amended, message))
  return changed ?? advanced
}
