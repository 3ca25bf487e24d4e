import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { conditions } from './arbitrary-conditions.ts'
import { keys } from './arbitrary-items.ts'
import { type Text, written } from './text.ts'

type Query = Omit<QueryCommandInput, 'TableName'>

const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, arbitrary)

const sorts = fc.constantFrom('1', '2', '2026-0', '2026-02', '\uffee', '😀')

/** What a query may want of the sort key; now and then its bounds stand the wrong way round. */
const ranges = (name: string): fc.Arbitrary<Text> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(' = ', ' < ', ' <= ', ' > ', ' >= '), sorts)
      .map(([by, value]): Text => [{ name }, by, { value }]),
    fc
      .tuple(sorts, sorts)
      .map(([a, b]): Text => [{ name }, ' BETWEEN ', { value: a }, ' AND ', { value: b }]),
    sorts.map((value): Text => ['begins_with(', { name }, ', ', { value }, ')']),
    sorts.map((value): Text => [{ value }, ' <= ', { name }]),
  )

const paging = fc.record(
  { Limit: fc.integer({ min: 1, max: 4 }), ScanIndexForward: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
)

interface Source {
  index?: 'inbox' | 'outbox'
  partition: string
  values: [string, string]
  sort: string
  options: fc.Arbitrary<Partial<Query>>
  filters: fc.Arbitrary<Text | undefined>
}

const queriesOf = ({ index, partition, values, sort, options, filters }: Source) =>
  fc
    .record({
      value: fc.constantFrom(values[0], values[0], values[0], values[1]),
      range: rarely(ranges(sort)),
      filter: filters,
      alias: fc.boolean(),
      page: paging,
      start: rarely(fc.tuple(keys, sorts)),
      rest: options,
    })
    .map(({ value, range, filter, alias, page, start, rest }): Query => {
      const where: Text = [{ name: partition }, ' = ', { value }]
      const KeyConditionExpression: Text = range ? [...where, ' AND ', ...range] : where
      return {
        ...(index && { IndexName: index }),
        ...written({ KeyConditionExpression, FilterExpression: filter }, alias),
        ...page,
        ...rest,
        ExclusiveStartKey: start && {
          ...start[0],
          [partition]: value,
          [sort]: index ? start[1] : start[0].sk,
        },
      }
    })

/** Pages of the table and of its indexes, from the start or from anywhere. */
export const queries: fc.Arbitrary<Query> = fc.oneof(
  queriesOf({
    partition: 'pk',
    values: ['a', 'b'],
    sort: 'sk',
    options: fc.record({ ConsistentRead: fc.boolean() }, { noNullPrototype: true }),
    filters: rarely(conditions),
  }),
  queriesOf({
    index: 'inbox',
    partition: 'inbox',
    values: ['chats', 'others'],
    sort: 'updatedAt',
    options: fc.constant({}),
    filters: rarely(conditions),
  }),
  queriesOf({
    index: 'outbox',
    partition: 'outbox',
    values: ['due', 'unknown'],
    sort: 'dueAt',
    options: fc.constantFrom({}, { Select: 'COUNT' as const }),
    filters: fc.constant(undefined),
  }),
)
