import type { Item } from '../values.ts'
import type { Spec } from './spec.ts'

const now = '2026-11-21T09:00:00.000Z'

const several = (items: Item[]): Item[] => items.map((item, i) => ({ sk: `s${i}`, ...item }))

/** What our code reads, and of what. */
export const reads: Record<string, { of: Item[]; reads: Spec }> = {
  'the inbox, newest first, a page at a time': {
    of: several(
      ['3', '1', '2', ' '].map((at) => ({ pk: at, inbox: 'chats', updatedAt: at, name: at })),
    ),
    reads: {
      query: {
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :chats AND updatedAt > :from',
        ExpressionAttributeValues: { ':chats': 'chats', ':from': ' ' },
        ScanIndexForward: false,
        Limit: 2,
        ExclusiveStartKey: undefined,
      },
    },
  },
  'what is due, as its keys': {
    of: several(['3', '1', '2'].map((at) => ({ pk: at, outbox: 'due', dueAt: at, text: at }))),
    reads: {
      query: {
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :due AND dueAt <= :before',
        ExpressionAttributeValues: { ':due': 'due', ':before': '2' },
      },
    },
  },
  'the first that is due': {
    of: several(['3', '1', '2'].map((at) => ({ pk: at, outbox: 'due', dueAt: at, text: at }))),
    reads: {
      query: {
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :due',
        ExpressionAttributeValues: { ':due': 'due' },
        Limit: 1,
      },
    },
  },
  'what has been unknown for some time': {
    of: several(['3', '1', '2'].map((at) => ({ pk: at, outbox: 'unknown', dueAt: at }))),
    reads: {
      query: {
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :unknown AND dueAt <= :before',
        ExpressionAttributeValues: { ':unknown': 'unknown', ':before': '2' },
        Limit: 9,
      },
    },
  },
  'how many are unknown': {
    of: several(['3', '1'].map((at) => ({ pk: at, outbox: 'unknown', dueAt: at }))),
    reads: {
      query: {
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :unknown',
        ExpressionAttributeValues: { ':unknown': 'unknown' },
        Select: 'COUNT',
      },
    },
  },
  'a stretch of a chat': {
    of: several(Array.from({ length: 9 }, () => ({ pk: 'chat' }))),
    reads: {
      query: {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': 'chat', ':from': 's2', ':to': 's7' },
        Limit: 3,
        ScanIndexForward: false,
        ConsistentRead: true,
      },
    },
  },
  'the parked of a day before one of them': {
    of: several(Array.from({ length: 5 }, () => ({ pk: 'day', bytes: new Uint8Array([1, 2]) }))),
    reads: {
      query: {
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: { ':pk': 'day', ':before': 's3' },
        ScanIndexForward: false,
      },
    },
  },
  'the connections that have not expired': {
    of: several([{ pk: 'c', expiresAt: 1 }, { pk: 'c', expiresAt: 3 }, { pk: 'c' }]),
    reads: {
      query: {
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'expiresAt > :now',
        ExpressionAttributeValues: { ':pk': 'c', ':now': 2 },
      },
    },
  },
  'ticks, a few fields of many messages': {
    of: several([{ id: 'a', status: 'read', changedAt: now, text: 'x' }, { id: 'b' }]).map(
      (it) => ({
        ...it,
        pk: 'm',
      }),
    ),
    reads: {
      batchGet: {
        Keys: ['s0', 's1', 's2'].map((sk) => ({ pk: 'm', sk })),
        ProjectionExpression: 'id, #status, changedAt',
        ExpressionAttributeNames: { '#status': 'status' },
      },
    },
  },
}
