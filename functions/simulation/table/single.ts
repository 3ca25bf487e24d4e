import type {
  DeleteCommandInput,
  DeleteCommandOutput,
  PutCommandInput,
  PutCommandOutput,
  UpdateCommandInput,
  UpdateCommandOutput,
} from '@aws-sdk/lib-dynamodb'
import { conditionFailed, refusal, unknown } from './errors.ts'
import { expectOnly } from './request.ts'
import type { Rows, Version } from './rows.ts'
import { copy, type Item } from './values.ts'
import * as Write from './write.ts'

const fields = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValues',
]
const putFields = new Set([...fields, 'Item'])
const deleteFields = new Set([...fields, 'Key'])
const updateFields = new Set([...fields, 'Key', 'UpdateExpression'])

export function put(rows: Rows, input: PutCommandInput): PutCommandOutput {
  expectOnly(input, putFields)
  expectReturn(input, ['NONE', 'ALL_OLD'])
  return done(rows, Write.put(rows.schema, input), input)
}

export function remove(rows: Rows, input: DeleteCommandInput): DeleteCommandOutput {
  expectOnly(input, deleteFields)
  expectReturn(input, ['NONE', 'ALL_OLD'])
  return done(rows, Write.remove(rows.schema, input), input)
}

export function change(rows: Rows, input: UpdateCommandInput): UpdateCommandOutput {
  expectOnly(input, updateFields)
  if (input.ReturnValues?.startsWith('UPDATED')) throw unknown(input.ReturnValues)
  expectReturn(input, ['NONE', 'ALL_OLD', 'ALL_NEW'])
  return done(rows, Write.change(rows.schema, input), input)
}

interface Returning {
  ReturnValues?: string | undefined
}

function expectReturn({ ReturnValues = 'NONE' }: Returning, known: string[]) {
  if (!known.includes(ReturnValues))
    throw refusal(`ReturnValues can only be one of ${known.join(', ')}`)
}

function done(rows: Rows, { key, allowed, next }: Write.Write, { ReturnValues }: Returning) {
  const row = rows.find(key)
  const before = row?.now
  if (!allowed(before?.item ?? {})) throw conditionFailed()
  const after = next(row)
  rows.write(key, row, after)
  if (ReturnValues === 'ALL_OLD') return returned(before)
  return ReturnValues === 'ALL_NEW' ? returned(after) : { $metadata: {} }
}

const returned = (version: Version | undefined): { Attributes?: Item; $metadata: object } => ({
  ...(version && { Attributes: copy(version.item) }),
  $metadata: {},
})
