import type { Item } from '../values.ts'
import type { Spec } from './spec.ts'

const key = { pk: 'a', sk: '1' }
const text = (bytes: number) => 'x'.repeat(bytes)

/** An item of so many bytes, as DynamoDB counts. */
const itemOf = (bytes: number): Item => ({
  ...key,
  n: -1234.5,
  i: [0, 7, 100, -120_500, 2 ** 53 - 1],
  l: [1, 'é', { m: true }],
  t: text(bytes - 57),
})

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])

const values = (given: Record<string, unknown>) => ({ ExpressionAttributeValues: given })

const putIf = (ConditionExpression: string, given?: Record<string, unknown>): Spec => ({
  put: { Item: key, ConditionExpression, ...(given && values(given)) },
})

const query = (
  KeyConditionExpression: string,
  given: Record<string, unknown>,
  more = {},
): Spec => ({
  query: { KeyConditionExpression, ...values(given), ...more },
})

/** Requests that are refused, and some that just are not; all on one item, with a list and a map. */
export const requests: Record<string, Spec> = {
  'an item of 400 kB': { put: { Item: itemOf(400 * 1024) } },
  'an item of a byte more': { put: { Item: itemOf(400 * 1024 + 1) } },
  'an item of a byte more, in a transaction': {
    transact: [{ Put: { Item: itemOf(400 * 1024 + 1) } }],
  },
  'an update to more than 400 kB': {
    update: { Key: key, UpdateExpression: 'SET t = :t', ...values({ ':t': text(400 * 1024) }) },
  },
  'an update to more than 400 kB, in a transaction': {
    transact: [
      { Update: { Key: key, UpdateExpression: 'SET t = :t', ...values({ ':t': text(409_500) }) } },
    ],
  },
  'a value 32 levels deep': { put: { Item: { ...key, deep: nested(31) } } },
  'a value 33 levels deep': { put: { Item: { ...key, deep: nested(32) } } },
  'an empty key': { put: { Item: { pk: '', sk: '1' } } },
  'an empty key that is asked for': { get: { Key: { pk: 'a', sk: '' } } },
  'an empty key, in a transaction': { transact: [{ Delete: { Key: { pk: 'a', sk: '' } } }] },
  'a key that is a number': { put: { Item: { pk: 'a', sk: 1 } } },
  'a key that is a number, in a transaction': {
    transact: [{ Put: { Item: { pk: 'b', sk: '1' } } }, { Put: { Item: { pk: 'a', sk: 1 } } }],
  },
  'a key that is a number, asked for in a transaction': {
    transact: [{ Delete: { Key: { pk: 'a', sk: 1 } } }],
  },
  'a key of an index that is a number, in a transaction': {
    transact: [{ Put: { Item: { ...key, inbox: 1 } } }, { Put: { Item: { pk: 'b', sk: '1' } } }],
  },
  'an item without its key': { put: { Item: { pk: 'a' } } },
  'half a key': { get: { Key: { pk: 'a' } } },
  'more than a key': { get: { Key: { ...key, more: 1 } } },
  'a key of 2 kB': { put: { Item: { pk: text(2048), sk: text(1024) } } },
  'a longer key': { put: { Item: { pk: text(2049), sk: '1' } } },
  'a longer sort key': { delete: { Key: { pk: 'a', sk: text(1025) } } },
  'a change of a key': {
    update: { Key: key, UpdateExpression: 'SET sk = :sk', ...values({ ':sk': '2' }) },
  },
  'a value that is not used': putIf('attribute_exists(pk)', { ':a': 1 }),
  'a value that is not there': putIf('pk = :a AND sk = :b', { ':a': 1 }),
  'a value that is undefined': putIf('pk = :a AND sk = :b', { ':a': 1, ':b': undefined }),
  'no values at all': putIf('attribute_exists(pk)', {}),
  'values without an expression': { put: { Item: key, ...values({ ':a': 1 }) } },
  'a name that is not used': {
    put: {
      Item: key,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#a': 'a' },
    },
  },
  'a name that is not there': putIf('attribute_exists(#a)'),
  'a reserved word': putIf('status = :a', { ':a': 1 }),
  'an empty expression': putIf(''),
  nonsense: putIf('pk = = :a', { ':a': 1 }),
  'half an expression': putIf('attribute_exists(pk) AND'),
  'parentheses in parentheses': putIf('((attribute_exists(pk)))'),
  'parentheses around several': putIf('(attribute_exists(pk) AND (attribute_exists(sk)))'),
  'bounds the wrong way round': putIf('n BETWEEN :b AND :a', { ':a': 1, ':b': 2 }),
  'the sum of numbers in parentheses': {
    update: {
      Key: key,
      UpdateExpression: 'SET q = (if_not_exists(q, :a) - :b)',
      ...values({ ':a': 0.3, ':b': 0.1 }),
      ReturnValues: 'ALL_NEW',
    },
  },
  'an update of nothing': { update: { Key: { pk: 'new', sk: '1' } } },
  'an update that adds a word': {
    update: { Key: key, UpdateExpression: 'ADD n :a', ...values({ ':a': 'one' }) },
  },
  'an update that is none': { update: { Key: key, UpdateExpression: 'n = n' } },
  infinity: { put: { Item: { ...key, n: Number.POSITIVE_INFINITY } } },
  'a number beyond the safe ones': { put: { Item: { ...key, n: 2 ** 60 } } },
  'a date': { put: { Item: { ...key, at: new Date(0) } } },
  'a function and what is undefined are left out': {
    put: { Item: { ...key, run: () => 1, list: [undefined, 1, { gone: undefined }] } },
  },
  'a transaction of nothing': { transact: [] },
  'a transaction of 100': {
    transact: Array.from({ length: 100 }, (_, i) => ({ Put: { Item: { pk: 'b', sk: `${i}` } } })),
  },
  'a transaction of 101': {
    transact: Array.from({ length: 101 }, (_, i) => ({ Put: { Item: { pk: 'b', sk: `${i}` } } })),
  },
  'a transaction of more than 4 MB': {
    transact: Array.from({ length: 11 }, (_, i) => ({
      Put: { Item: { pk: 'b', sk: `${i}`, t: text(400_000) } },
    })),
  },
  'a transaction twice on one item': {
    transact: [
      { Put: { Item: key } },
      { ConditionCheck: { Key: key, ConditionExpression: 'attribute_exists(pk)' } },
    ],
  },
  'a transaction that fails in several ways': {
    transact: [
      { Put: { Item: { pk: 'b', sk: '1' } } },
      { ConditionCheck: { Key: key, ConditionExpression: 'attribute_not_exists(pk)' } },
      { Update: { Key: { pk: 'b', sk: '2' }, UpdateExpression: 'SET n = absent' } },
      { Delete: { Key: { pk: 'b', sk: '3' }, ConditionExpression: 'attribute_exists(pk)' } },
    ],
  },
  'the same key twice in a batch': { batchGet: { Keys: [key, key] } },
  'a batch of 101': {
    batchGet: { Keys: Array.from({ length: 101 }, (_, i) => ({ pk: 'a', sk: `${i}` })) },
  },
  'a query without its partition': query('sk = :sk', { ':sk': '1' }),
  'a query of a partition that is a number': query('pk = :pk', { ':pk': 1 }),
  'a query of an empty partition': query('pk = :pk', { ':pk': '' }),
  'a query by another attribute': query('pk = :pk AND n = :n', { ':pk': 'a', ':n': 1 }),
  'a query with two conditions on one key': query('pk = :a AND sk > :a AND sk < :b', {
    ':a': 'a',
    ':b': 'b',
  }),
  'a query from bounds the wrong way round': query('pk = :a AND sk BETWEEN :b AND :a', {
    ':a': 'a',
    ':b': 'b',
  }),
  'a query of no items': query('pk = :pk', { ':pk': 'a' }, { Limit: 0 }),
  'a query of no index': query('pk = :pk', { ':pk': 'a' }, { IndexName: 'none' }),
  'a consistent query of an index': query(
    'inbox = :pk',
    { ':pk': 'a' },
    { IndexName: 'inbox', ConsistentRead: true },
  ),
  'a query from half a key': query('pk = :pk', { ':pk': 'a' }, { ExclusiveStartKey: { pk: 'a' } }),
  'a query from another partition': query(
    'pk = :pk',
    { ':pk': 'a' },
    { ExclusiveStartKey: { pk: 'b', sk: '1' } },
  ),
  'a field of what has none': {
    update: { Key: key, UpdateExpression: 'SET n.x = :a', ...values({ ':a': 1 }) },
  },
  'a projection of overlapping paths': { get: { Key: key, ProjectionExpression: 'm, m.x' } },
}
