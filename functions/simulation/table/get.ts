import type {
  BatchGetCommandInput,
  BatchGetCommandOutput,
  GetCommandInput,
  GetCommandOutput,
} from '@aws-sdk/lib-dynamodb'
import { refusal } from './errors.ts'
import { checkUse } from './expressions/bound.ts'
import { projection } from './expressions/projection.ts'
import { expectOnly, keyOf, type Placeholders } from './request.ts'
import type { Rows } from './rows.ts'
import { copy, type Item } from './values.ts'

const getFields = new Set([
  'TableName',
  'Key',
  'ConsistentRead',
  'ProjectionExpression',
  'ExpressionAttributeNames',
])

export function get(rows: Rows, input: GetCommandInput): GetCommandOutput {
  expectOnly(input, getFields)
  const partOf = projectionOf(input)
  const row = rows.find(keyOf(rows.schema, input.Key))
  const version = rows.seen(row, input.ConsistentRead ?? false)
  return { ...(version && { Item: partOf(version.item) }), $metadata: {} }
}

const batchFields = new Set(['RequestItems'])
const batchTableFields = new Set([...getFields, 'Keys'])

/** All that exist, in the order of their keys in the request. The limit of 16 MB is left out. */
export function batchGet(rows: Rows, input: BatchGetCommandInput): BatchGetCommandOutput {
  expectOnly(input, batchFields)
  const wanted = Object.entries(input.RequestItems ?? {})
  const count = wanted.reduce((sum, [, { Keys }]) => sum + (Keys?.length ?? 0), 0)
  if (count === 0) throw refusal('The batch get request list must not be empty')
  if (count > 100) throw refusal('Too many items requested for the BatchGetItem call')
  const Responses: Record<string, Item[]> = {}
  for (const [name, request] of wanted) {
    expectOnly(request, batchTableFields)
    const { Keys = [], ConsistentRead = false } = request
    const partOf = projectionOf(request)
    const keys = (Keys as Record<string, unknown>[]).map((key) => keyOf(rows.schema, key))
    if (new Set(keys.map(({ pk, sk }) => `${pk}\0${sk}`)).size < keys.length)
      throw refusal('Provided list of item keys contains duplicates')
    Responses[name] = keys.flatMap((key) => {
      const version = rows.seen(rows.find(key), ConsistentRead)
      return version ? [partOf(version.item)] : []
    })
  }
  return { Responses, UnprocessedKeys: {}, $metadata: {} }
}

function projectionOf({
  ProjectionExpression: expression,
  ExpressionAttributeNames: names,
}: Placeholders & { ProjectionExpression?: string | undefined }): (item: Item) => Item {
  const parts = expression === undefined ? undefined : projection(expression, names ?? {})
  checkUse(parts ? [parts] : [], names, undefined)
  return parts ? parts.project : copy
}
