import type { QueryCommandInput, QueryCommandOutput } from '@aws-sdk/lib-dynamodb'
import { refusal, unknown } from './errors.ts'
import { checkUse } from './expressions/bound.ts'
import { filter } from './expressions/condition.ts'
import { keyCondition } from './expressions/key-condition.ts'
import { type BoundProjection, projection } from './expressions/projection.ts'
import { rangeOf } from './expressions/range.ts'
import { readPage, startOf } from './page.ts'
import { expectOnly, sentValues } from './request.ts'
import type { Rows } from './rows.ts'
import type { IndexSchema, KeyNames } from './schema.ts'
import { copy } from './values.ts'

const fields = new Set([
  'TableName',
  'IndexName',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ScanIndexForward',
  'Limit',
  'ExclusiveStartKey',
  'ConsistentRead',
  'Select',
])

export function query(rows: Rows, input: QueryCommandInput): QueryCommandOutput {
  expectOnly(input, fields)
  const { index, keys } = keysOf(rows, input)
  const { condition, only, parts, values } = expressionsOf(input)
  const range = rangeOf(condition, keys, values)
  if (only) refuseKeys(only.attributes, keys)
  if (index && parts) refuseUnprojected(rows, index, parts)
  const page = readPage(rows, {
    keys,
    range,
    index: input.IndexName,
    backwards: input.ScanIndexForward === false,
    limit: input.Limit ?? Number.POSITIVE_INFINITY,
    start: startOf(rows.schema, keys, range, input.ExclusiveStartKey),
    consistent: input.ConsistentRead ?? false,
  })
  const items = only ? page.items.filter((item) => only.test(item, values)) : page.items
  return {
    ...(input.Select !== 'COUNT' && { Items: items.map(parts ? parts.project : copy) }),
    Count: items.length,
    ScannedCount: page.items.length,
    ...(page.end && { LastEvaluatedKey: page.end }),
    $metadata: {},
  }
}

function keysOf(rows: Rows, { IndexName, ConsistentRead, Limit, Select }: QueryCommandInput) {
  if (Limit !== undefined && Limit < 1)
    throw refusal('Limit must have value greater than or equal to 1')
  if (Select !== undefined && Select !== 'COUNT' && Select !== 'ALL_ATTRIBUTES')
    throw unknown(`Select ${Select}`)
  if (IndexName === undefined) return { keys: rows.schema }
  const index = rows.schema.indexes[IndexName]
  if (!index) throw refusal(`The table does not have the specified index: ${IndexName}`)
  if (ConsistentRead)
    throw refusal('Consistent reads are not supported on global secondary indexes')
  return { index, keys: index }
}

function expressionsOf(input: QueryCommandInput) {
  const { ExpressionAttributeNames: names } = input
  if (input.KeyConditionExpression === undefined)
    throw refusal('Either the KeyConditions or KeyConditionExpression parameter must be specified')
  const condition = keyCondition(input.KeyConditionExpression, names ?? {})
  const only = input.FilterExpression && filter(input.FilterExpression, names ?? {})
  const parts = input.ProjectionExpression && projection(input.ProjectionExpression, names ?? {})
  const values = sentValues(input)
  const used = [condition, ...(only ? [only] : []), ...(parts ? [parts] : [])]
  checkUse(used, names, values)
  return {
    condition,
    only: only || undefined,
    parts: parts || undefined,
    values: values ?? {},
  }
}

function refuseKeys(attributes: ReadonlySet<string>, { partition, sort }: KeyNames) {
  for (const key of [partition, sort])
    if (attributes.has(key))
      throw refusal(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${key}`,
      )
}

function refuseUnprojected({ schema }: Rows, index: IndexSchema, { attributes }: BoundProjection) {
  if (index.projection === 'ALL') return
  const projected = [schema.partition, schema.sort, index.partition, index.sort]
  for (const name of attributes)
    if (!projected.includes(name))
      throw refusal(
        `One or more parameter values were invalid: Global secondary index does not project [${name}]`,
      )
}
