import { refusal } from '../errors.ts'
import type { KeyNames } from '../schema.ts'
import { type Item, orderOfStrings } from '../values.ts'
import type { BoundKeyCondition, KeyTest } from './key-condition.ts'

/** A stretch of a partition: what stands below it, and what above. */
export interface Range {
  partition: string
  below?: (sort: string) => boolean
  above?: (sort: string) => boolean
}

/** What a key condition wants read of a table or an index with these keys. */
export function rangeOf({ tests }: BoundKeyCondition, key: KeyNames, values: Item): Range {
  const partition = tests.filter((test) => test.key === key.partition)
  const sort = tests.filter((test) => test.key === key.sort)
  if (partition.length > 1 || sort.length > 1)
    throw refusal('KeyConditionExpressions must only contain one condition per key')
  if (partition.length + sort.length < tests.length || partition[0]?.by !== '=')
    throw refusal(
      `Query condition missed key schema element: ${partition[0] ? key.sort : key.partition}`,
    )
  const [at = ''] = keyValues(partition[0], values)
  if (!sort[0]) return { partition: at }
  const [low = '', high = low] = keyValues(sort[0], values)
  return { partition: at, ...bounds[sort[0].by](low, high) }
}

function keyValues({ key, values: names }: KeyTest, values: Item): string[] {
  return names.map((name) => {
    const value = values[name]
    if (typeof value !== 'string')
      throw refusal(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      )
    if (value !== '') return value
    throw refusal(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${key}`,
    )
  })
}

const lower = (bound: string) => (sort: string) => orderOfStrings(sort, bound) < 0
const higher = (bound: string) => (sort: string) => orderOfStrings(sort, bound) > 0
const notLower = (bound: string) => (sort: string) => orderOfStrings(sort, bound) >= 0
const notHigher = (bound: string) => (sort: string) => orderOfStrings(sort, bound) <= 0

const bounds: Record<KeyTest['by'], (low: string, high: string) => Omit<Range, 'partition'>> = {
  '=': (bound) => ({ below: lower(bound), above: higher(bound) }),
  '<': (bound) => ({ above: notLower(bound) }),
  '<=': (bound) => ({ above: higher(bound) }),
  '>': (bound) => ({ below: notHigher(bound) }),
  '>=': (bound) => ({ below: lower(bound) }),
  begins_with: (start) => ({
    below: lower(start),
    above: (sort) => !sort.startsWith(start) && orderOfStrings(sort, start) > 0,
  }),
  between: (low, high) => {
    if (orderOfStrings(low, high) > 0)
      throw refusal(
        'Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound',
      )
    return { below: lower(low), above: higher(high) }
  },
}
