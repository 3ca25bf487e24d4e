import type { Item } from '../values.ts'
import type { Spec } from './spec.ts'

/** An expression of our code, with what it may find under its key: nothing, or one of these. */
export interface Case {
  finds: (Item | undefined)[]
  does: (key: { pk: string; sk: string }) => Spec
}

const now = '2026-11-21T09:00:00.000Z'
const placed = { chatId: 'c', key: 'k' }
const settingPlace = {
  ExpressionAttributeNames: { '#key': 'key' },
  ExpressionAttributeValues: { ':chatId': 'c', ':key': 'k' },
}

const queued = { status: 'queued', statusRank: 1, sender: 'agent', rev: 1 }
const waiting = { ...queued, outbox: 'due', dueAt: now }
const failed = { status: 'failed', statusRank: 3, sender: 'bot', error: { code: 'x' }, rev: 2 }
const received = { status: 'received', statusRank: 0, sender: 'customer', rev: 1 }

const transition = (from: string[]): Case => ({
  finds: [undefined, queued, waiting, failed, received],
  does: (Key) => ({
    update: {
      Key,
      UpdateExpression:
        'SET #status = :status, #leaseUntil = :leaseUntil REMOVE #error, #outbox, #dueAt ADD rev :one',
      ConditionExpression: `#status IN (${from.map((_, i) => `:from${i}`).join(', ')})`,
      ExpressionAttributeNames: {
        '#status': 'status',
        '#leaseUntil': 'leaseUntil',
        '#error': 'error',
        '#outbox': 'outbox',
        '#dueAt': 'dueAt',
      },
      ExpressionAttributeValues: {
        ':status': 'sending',
        ':leaseUntil': now,
        ':one': 1,
        ...Object.fromEntries(from.map((status, i) => [`:from${i}`, status])),
      },
      ReturnValues: 'ALL_NEW',
    },
  }),
})

const putIf = (
  ConditionExpression: string,
  values: Record<string, unknown> | undefined,
  finds: Case['finds'],
): Case => ({
  finds: [undefined, {}, ...finds],
  does: (key) => ({
    put: {
      Item: { ...key, inbox: 'chats', updatedAt: now, written: true, left: undefined },
      ConditionExpression,
      ExpressionAttributeValues: values,
      ReturnValues: 'ALL_OLD',
    },
  }),
})

/** What our code writes, and what it may find there. */
export const writes: Record<string, Case> = {
  'what is new is put once': putIf('attribute_not_exists(pk)', undefined, []),
  'a chat is put on the revision that was read': putIf('rev = :rev', { ':rev': 4 }, [
    { rev: 4 },
    { rev: 5 },
    { rev: '4' },
  ]),
  'a state is put first, or on the revision that was read': putIf(
    'attribute_not_exists(rev) OR rev = :rev',
    { ':rev': 0 },
    [{ rev: 0 }, { rev: 1 }],
  ),
  'a ref that holds early news only is still free': putIf(
    'attribute_not_exists(chatId) AND earlyRev = :earlyRev',
    { ':earlyRev': 2 },
    [{ earlyRev: 2 }, { earlyRev: 3 }, { earlyRev: 2, ...placed }],
  ),
  'a message goes from one state to the next': transition(['queued']),
  'a message goes on from one of several states': transition(['sending', 'unknown', 'failed']),
  'a receipt moves a message forward': {
    finds: [undefined, queued, waiting, failed, received],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression:
          'SET #status = :status, statusRank = :rank, changedAt = :now, providerId = :providerId, #error = :error REMOVE outbox, dueAt, leaseUntil ADD rev :one',
        ConditionExpression: 'statusRank < :rank AND sender <> :customer',
        ExpressionAttributeNames: { '#status': 'status', '#error': 'error' },
        ExpressionAttributeValues: {
          ':status': 'delivered',
          ':rank': 3,
          ':now': now,
          ':one': 1,
          ':customer': 'customer',
          ':providerId': 'p',
          ':error': { code: '1', message: 'No' },
        },
        ReturnValues: 'ALL_NEW',
      },
    }),
  },
  'a provider’s id is remembered once': {
    finds: [undefined, queued, { ...queued, providerId: 'known' }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET providerId = if_not_exists(providerId, :providerId) ADD rev :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':providerId': 'p', ':one': 1 },
      },
    }),
  },
  'a receipt that came early waits in the ref': {
    finds: [undefined, { earlyRank: 1, earlyRev: 1 }, { earlyRank: 9 }, placed],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression:
          'SET early = :status, earlyRank = :rank, expiresAt = :expiresAt ADD earlyRev :one',
        ConditionExpression:
          'attribute_not_exists(chatId) AND (attribute_not_exists(earlyRank) OR earlyRank < :rank)',
        ExpressionAttributeValues: { ':status': 'read', ':rank': 5, ':expiresAt': 1, ':one': 1 },
      },
    }),
  },
  'amendments that came early wait in the ref': {
    finds: [
      undefined,
      { amendments: [] },
      { amendments: [{ a: 1 }] },
      { amendments: [{ a: 1 }, { a: 2 }] },
      placed,
    ],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression:
          'SET amendments = list_append(if_not_exists(amendments, :none), :amendments), expiresAt = :expiresAt ADD earlyRev :one',
        ConditionExpression:
          'attribute_not_exists(chatId) AND (attribute_not_exists(amendments) OR size(amendments) < :most)',
        ExpressionAttributeValues: {
          ':amendments': [{ kind: 'edited', text: 'Halo', gone: undefined }],
          ':none': [],
          ':expiresAt': 1,
          ':most': 2,
          ':one': 1,
        },
        ReturnValues: 'ALL_NEW',
      },
    }),
  },
  'a ref gets its place': {
    finds: [undefined, placed, { early: 'read' }],
    does: (Key) => ({
      update: { Key, UpdateExpression: 'SET chatId = :chatId, #key = :key', ...settingPlace },
    }),
  },
  'a ref gets its place and gives up what came early': {
    finds: [undefined, { early: 'read', expiresAt: 5 }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET chatId = :chatId, #key = :key REMOVE expiresAt',
        ...settingPlace,
        ReturnValues: 'ALL_OLD',
      },
    }),
  },
  'a late tick of the last message moves its chat': {
    finds: [undefined, { rev: 1 }, { rev: 1, lastMessage: { id: 'm' } }, { lastMessage: 'm' }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET updatedAt = :now ADD rev :one',
        ConditionExpression: 'lastMessage.id = :id',
        ExpressionAttributeValues: { ':now': now, ':one': 1, ':id': 'm' },
        ReturnValues: 'ALL_NEW',
      },
    }),
  },
  'an unknown message is put off': {
    finds: [undefined, queued, { status: 'unknown', outbox: 'unknown', dueAt: 'a' }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET outbox = :outbox, dueAt = :dueAt',
        ConditionExpression: '#status = :unknown',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':outbox': 'unknown', ':dueAt': now, ':unknown': 'unknown' },
      },
    }),
  },
  'attempts are counted': {
    finds: [undefined, { failures: 4, expiresAt: 1 }, { failures: 'many' }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET expiresAt = :expiresAt ADD failures :one',
        ExpressionAttributeValues: { ':expiresAt': 2, ':one': 1 },
      },
    }),
  },
  'calls of the provider are counted up to a limit': {
    finds: [undefined, { made: 4 }, { made: 5 }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'SET expiresAt = :expiresAt ADD made :one',
        ConditionExpression: 'attribute_not_exists(made) OR made < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': 5, ':expiresAt': 1 },
      },
    }),
  },
  'what is ignored is counted by its name': {
    finds: [undefined, { 'n#a.b': 2 }],
    does: (Key) => ({
      update: {
        Key,
        UpdateExpression: 'ADD #n0 :n0, #n1 :n1',
        ExpressionAttributeNames: { '#n0': 'n#a.b', '#n1': 'n#status' },
        ExpressionAttributeValues: { ':n0': 3, ':n1': 1 },
      },
    }),
  },
}
