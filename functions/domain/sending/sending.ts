import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type MessageStatus, type SendProblem, statusRank } from '../../../shared/message.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, providerRef, refKey } from '../chat/chat-state.ts'
import { amended, change } from '../message/amendment.ts'
import type * as Message from '../message/message.ts'
import type { Place } from '../message/message.ts'
import { advance } from '../message/receipt.ts'
import { forgotten } from '../message/retention.ts'
import { isWorthALook, toShow } from './failed.ts'
import { inOutbox, outOfOutbox } from './outgoing.ts'
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

type Fields = Partial<Pick<MessageState, 'leaseUntil' | 'error' | 'takeovers'>>

const isMarked = (status: MessageStatus) => status === 'failed' || status === 'unknown'

/** Moves a message between the states before it is sent; undefined unless it is in one of `from`. */
export const transition = (
  place: Place,
  to: MessageStatus,
  from: MessageStatus[],
  fields: Fields = {},
): Promise<MessageState | undefined> =>
  [to, ...from].some(isMarked)
    ? moveWithChat(place, to, from, fields)
    : move(place, to, from, fields)

const rowFor = (to: MessageStatus, now: string, error: MessageState['error']) => {
  if (to === 'queued') return inOutbox(now)
  if (to === 'unknown') return toLookUp(now)
  return to === 'failed' && isWorthALook(error) ? toShow(now) : outOfOutbox
}

/** What fails, or did fail, or is in doubt, together with what its chat says of it. */
const moveWithChat = (
  place: Place,
  to: MessageStatus,
  from: MessageStatus[],
  { error, takeovers }: Fields,
) =>
  change(place, (message) => {
    if (!from.includes(message.status) || message.droppedAt) return message
    return {
      ...message,
      status: to,
      error,
      leaseUntil: undefined,
      takeovers: takeovers ?? message.takeovers,
      // Sent once more, it gets another name; until then its echo is known by its words.
      providerId: to === 'queued' ? undefined : message.providerId,
      ...rowFor(to, new Date().toISOString(), error),
    }
  })

/** What is sent, or waits for it, in one cheap write. */
async function move(
  { chatId, key }: Place,
  to: MessageStatus,
  from: MessageStatus[],
  { leaseUntil }: Fields,
): Promise<MessageState | undefined> {
  const now = new Date().toISOString()
  const row = to === 'queued' ? inOutbox(now) : undefined
  const set = [
    '#status = :status',
    'statusRank = :rank',
    'changedAt = :now',
    ...(leaseUntil ? ['leaseUntil = :leaseUntil'] : []),
    // What comes back to the queue keeps its place in it.
    ...(row ? ['outbox = :outbox', 'dueAt = if_not_exists(dueAt, :now)'] : []),
  ]
  const gone = ['#error', ...(leaseUntil ? [] : ['leaseUntil'])]
  const states = Object.fromEntries(from.map((status, i) => [`:from${i}`, status]))
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: messageKey(chatId, key),
        UpdateExpression: `SET ${set.join(', ')} REMOVE ${gone.join(', ')} ADD rev :one`,
        ConditionExpression: `#status IN (${Object.keys(states).join(', ')})`,
        ExpressionAttributeNames: { '#status': 'status', '#error': 'error' },
        ExpressionAttributeValues: {
          ':status': to,
          ':rank': statusRank(to),
          ':now': now,
          ':one': 1,
          ...(leaseUntil ? { ':leaseUntil': leaseUntil } : {}),
          ...(row ? { ':outbox': row.outbox } : {}),
          ...states,
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
    case 'sent': {
      const { providerId } = outcome
      const known = await named(message, providerRef(channelId, providerId))
      // It is out, whoever has its name.
      return known ? tell(message, providerId, known) : advance(message, 'sent')
    }
    case 'later':
    case 'paused':
      return transition(message, 'queued', ['sending'])
    case 'failed':
    case 'unknown': {
      const { is, code, message: words } = outcome
      return transition(message, is, ['sending'], { error: { code, message: words } })
    }
    default:
      return outcome satisfies never
  }
}

/** What the provider took has this name there; undefined when that is known, or is another message's name. */
export async function sent(place: Place, channelId: string, providerId: string) {
  const known = await named(place, providerRef(channelId, providerId))
  return known && tell(place, providerId, known)
}

async function tell(place: Place, providerId: string, { early, amendments }: Message.Early) {
  const status = early && statusRank(early) > statusRank('sent') ? early : 'sent'
  const advanced = await advance(place, status, { providerId })
  if (!amendments) return advanced
  const changed = await change(place, (message) => amendments.reduce(amended, message))
  return changed ?? advanced
}

/**
 * Comes before anything else: from then on receipts find the message. What came earlier waits in the ref
 * and is answered; it stays there, so that whoever repeats this after a crash finds it too.
 * Undefined when the name is another message's.
 */
async function named({ chatId, key }: Place, ref: string): Promise<Message.Early | undefined> {
  const { expiresAt } = forgotten()
  try {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: refKey(ref),
        UpdateExpression: `SET chatId = :chatId, #key = :key${
          expiresAt ? ', expiresAt = :expiresAt' : ' REMOVE expiresAt'
        }`,
        // Of what was sent twice, the second echo may have come first, and be a message of its own.
        ConditionExpression: 'attribute_not_exists(#key) OR #key = :key',
        ExpressionAttributeNames: { '#key': 'key' },
        ExpressionAttributeValues: {
          ':chatId': chatId,
          ':key': key,
          ...(expiresAt && { ':expiresAt': expiresAt }),
        },
        ReturnValues: 'ALL_OLD',
      }),
    )
    return (Attributes ?? {}) as Message.Early
  } catch (failure) {
    if (isConditionFailure(failure)) return undefined
    throw failure
  }
}
