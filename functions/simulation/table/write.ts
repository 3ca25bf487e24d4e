import type {
  DeleteCommandInput,
  PutCommandInput,
  TransactWriteCommandInput,
  UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { refusal, refusalAtItem } from './errors.ts'
import { checkUse, type Uses } from './expressions/bound.ts'
import { type BoundCondition, condition } from './expressions/condition.ts'
import { refuseKeys, update } from './expressions/update.ts'
import { checkIndexKeys } from './index-keys.ts'
import { sentFields } from './marshal.ts'
import { keyOf, keyOfItem, type Placeholders, sentValues } from './request.ts'
import { type Key, type Row, type Version, versionOf } from './rows.ts'
import type { Schema } from './schema.ts'
import type { Item } from './values.ts'

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
export type Put = PutCommandInput | NonNullable<TransactItem['Put']>
export type Update = UpdateCommandInput | NonNullable<TransactItem['Update']>
export type Delete = DeleteCommandInput | NonNullable<TransactItem['Delete']>
export type ConditionCheck = NonNullable<TransactItem['ConditionCheck']>

/** A write that has been read and found sound, as far as that can be told without the item. */
export interface Write {
  key: Key
  /** Whether it may be done to what is there. */
  allowed(before: Item): boolean
  /** What it makes of what is there; undefined when that is nothing. */
  next(row: Row | undefined): Version | undefined
}

const mostBytes = 400 * 1024

export function put(schema: Schema, input: Put): Write {
  const item = sentFields(input.Item ?? {})
  const { allowed } = conditionOf(input)
  const key = keyOfItem(schema, item)
  checkIndexKeys(schema, item)
  const version = versionOf(item)
  if (version.size > mostBytes) throw refusal('Item size has exceeded the maximum allowed size')
  return { key, allowed, next: () => version }
}

export function remove(schema: Schema, input: Delete): Write {
  const { allowed } = conditionOf(input)
  return { key: keyOf(schema, input.Key), allowed, next: () => undefined }
}

export function check(schema: Schema, input: ConditionCheck): Write {
  if (input.ConditionExpression === undefined)
    throw refusal('A condition check needs a ConditionExpression')
  const { allowed } = conditionOf(input)
  return { key: keyOf(schema, input.Key), allowed, next: (row) => row?.now }
}

export function change(schema: Schema, input: Update): Write {
  const { UpdateExpression: expression, ExpressionAttributeNames: names = {} } = input
  const bound = expression === undefined ? undefined : update(expression, names)
  const { allowed, values } = conditionOf(input, bound)
  const key = keyOf(schema, input.Key)
  if (bound) refuseKeys(bound, [schema.partition, schema.sort])
  return {
    key,
    allowed,
    next(row) {
      const before = row?.now?.item ?? { [schema.partition]: key.pk, [schema.sort]: key.sk }
      if (!bound) return row?.now ?? versionOf(before)
      const item = bound.apply(before, values)
      checkIndexKeys(schema, item)
      const version = versionOf(item)
      if (version.size > mostBytes)
        throw refusalAtItem('Item size to update has exceeded the maximum allowed size')
      return version
    },
  }
}

const nothing: Item = {}

function conditionOf(
  input: Placeholders & { ConditionExpression?: string | undefined },
  also?: Uses,
) {
  const { ConditionExpression: expression, ExpressionAttributeNames: names } = input
  const bound: BoundCondition | undefined =
    expression === undefined ? undefined : condition(expression, names ?? {})
  const given = sentValues(input)
  checkUse([...(bound ? [bound] : []), ...(also ? [also] : [])], names, given)
  const values = given ?? nothing
  return { values, allowed: (before: Item) => !bound || bound.test(before, values) }
}
