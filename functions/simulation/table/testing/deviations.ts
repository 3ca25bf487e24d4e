import type { Item } from '../values.ts'
import type { Spec } from './spec.ts'

/** Where the engine does something else than DynamoDB; the table in memory does what DynamoDB does. */
export interface Deviation {
  /** What the engine does instead. */
  engine: string
  does: Spec
  /** What DynamoDB does. */
  real: unknown
}

const Key = { pk: 'a', sk: '1' }
const refused = { error: 'ValidationException' }
const failed = { error: 'ConditionalCheckFailedException' }

/** What all of these find. */
export const found: Item = {
  ...Key,
  n: 1,
  t: 'text',
  b: new Uint8Array([1, 2, 3]),
  l: ['a', 'b', 'c'],
  m: { x: 1 },
  outbox: 'due',
  dueAt: '1',
}

const putIf = (ConditionExpression: string, values?: Record<string, unknown>): Spec => ({
  put: { Item: Key, ConditionExpression, ExpressionAttributeValues: values },
})

const update = (UpdateExpression: string, values?: Record<string, unknown>): Spec => ({
  update: { Key, UpdateExpression, ExpressionAttributeValues: values, ReturnValues: 'ALL_NEW' },
})

const query = (pk: string, FilterExpression: string, values: Record<string, unknown>): Spec => ({
  query: {
    KeyConditionExpression: 'pk = :pk',
    FilterExpression,
    ExpressionAttributeValues: { ':pk': pk, ...values },
  },
})

const inOutbox = {
  IndexName: 'outbox',
  KeyConditionExpression: 'outbox = :due',
  ExpressionAttributeValues: { ':due': 'due' },
}

const after = (change: Item) => {
  const { b: _, ...rest } = found
  return { Attributes: { ...rest, b: { bytes: [1, 2, 3] }, ...change } }
}

export const deviations: Record<string, Deviation> = {
  'a reserved word in an update is refused before its condition is asked': {
    engine: 'reads the update only when the condition holds',
    does: {
      update: {
        Key,
        UpdateExpression: 'SET count = :n',
        ConditionExpression: 'n = :none',
        ExpressionAttributeValues: { ':n': 1, ':none': 0 },
      },
    },
    real: refused,
  },
  'a number begins with no word': {
    engine: 'refuses the request',
    does: putIf('begins_with(n, :t)', { ':t': 't' }),
    real: failed,
  },
  'begins_with wants a word or bytes, whatever the item holds': {
    engine: 'asks the item first, where nothing begins with anything',
    does: putIf('begins_with(absent, :n)', { ':n': 1 }),
    real: refused,
  },
  'a boolean is in no order': {
    engine: 'takes it for false',
    does: putIf('n < :true', { ':true': true }),
    real: refused,
  },
  'the bounds of BETWEEN are of one type': {
    engine: 'takes it for false',
    does: putIf('n BETWEEN :n AND :t', { ':n': 1, ':t': 't' }),
    real: refused,
  },
  'nothing is compared with itself': {
    engine: 'takes it for true',
    does: putIf('n = n'),
    real: refused,
  },
  'bytes may contain bytes': {
    engine: 'takes it for false',
    does: putIf('contains(b, :b)', { ':b': new Uint8Array([2, 3]) }),
    real: {},
  },
  'a number has no size': {
    engine: 'takes it for 0',
    does: putIf('size(n) < :n', { ':n': 1 }),
    real: failed,
  },
  'a value whose name begins another one’s name is not used by that': {
    engine: 'looks for the letters anywhere',
    does: putIf('n = :n1', { ':n1': 1, ':n': 1 }),
    real: refused,
  },
  'elements are removed by the places they had': {
    engine: 'counts anew after each',
    does: update('REMOVE l[0], l[1]'),
    real: after({ l: ['c'] }),
  },
  'elements set beyond the end stand in the order of their places': {
    engine: 'keeps the order of the expression',
    does: update('SET l[9] = :y, l[7] = :x', { ':x': 'x', ':y': 'y' }),
    real: after({ l: ['a', 'b', 'c', 'x', 'y'] }),
  },
  'nothing is removed from what is not there': {
    engine: 'does nothing',
    does: update('REMOVE absent.x'),
    real: refused,
  },
  'no two changes overlap': {
    engine: 'does one after the other',
    does: update('SET m = :m REMOVE m.x', { ':m': {} }),
    real: refused,
  },
  'only numbers have a sum': {
    engine: 'takes the first',
    does: update('SET s = t + :n', { ':n': 1 }),
    real: refused,
  },
  'only lists are appended': {
    engine: 'takes what is none for empty',
    does: update('SET s = list_append(l, t)'),
    real: refused,
  },
  'a filter is read even if there is nothing to filter': {
    engine: 'reads it for the first item',
    does: query('none', 'n BETWEEN :b AND :a', { ':a': 1, ':b': 2 }),
    real: refused,
  },
  'a filter is not about keys': {
    engine: 'filters by them',
    does: query('a', 'sk = :sk', { ':sk': '1' }),
    real: refused,
  },
  'a filter sees no more than the index has': {
    engine: 'filters by all that the item has',
    does: {
      query: {
        ...inOutbox,
        FilterExpression: 'attribute_exists(t)',
      },
    },
    real: { Items: [], Count: 0, ScannedCount: 1 },
  },
  'a projection is of what the index has': {
    engine: 'leaves out what it has not',
    does: { query: { ...inOutbox, ProjectionExpression: 't' } },
    real: refused,
  },
}
