import type { CancellationReason } from '@aws-sdk/client-dynamodb'
import type { TransactWriteCommandInput, TransactWriteCommandOutput } from '@aws-sdk/lib-dynamodb'
import { canceled, refusal, ValidationException } from './errors.ts'
import { expectOnly } from './request.ts'
import type { Rows, Version } from './rows.ts'
import * as Write from './write.ts'

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const fields = new Set(['TransactItems'])
const actionFields = new Set([
  'TableName',
  'Item',
  'Key',
  'UpdateExpression',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
])

/** All or nothing. When it is nothing, the reasons tell of each item, in order, what it has to do with it. */
export function transact(rows: Rows, input: TransactWriteCommandInput): TransactWriteCommandOutput {
  expectOnly(input, fields)
  const items = input.TransactItems ?? []
  if (items.length < 1 || items.length > 100)
    throw refusal('A transaction must have from 1 to 100 items')
  const writes = items.map((item) => attempt(() => writeOf(rows, item)))
  refuseTwice(writes)
  cancelFor(writes)
  const outcomes = writes.map((write) => attempt(() => outcomeOf(rows, write as Write.Write)))
  cancelFor(outcomes)
  refuseTooLarge(outcomes)
  for (const [i, outcome] of outcomes.entries()) {
    const { key } = writes[i] as Write.Write
    if ('next' in outcome && !items[i]?.ConditionCheck)
      rows.write(key, rows.find(key), outcome.next)
  }
  return { $metadata: {} }
}

function writeOf({ schema }: Rows, { Put, Update, Delete, ConditionCheck }: TransactItem) {
  const given = [Put, Update, Delete, ConditionCheck].filter((it) => it !== undefined)
  if (given.length !== 1)
    throw refusal('TransactItems can only contain one of Check, Put, Update or Delete')
  expectOnly(given[0] as object, actionFields)
  if (Put) return Write.put(schema, Put)
  if (Update) return Write.change(schema, Update)
  if (Delete) return Write.remove(schema, Delete)
  return Write.check(schema, ConditionCheck as Write.ConditionCheck)
}

interface Reason {
  reason: CancellationReason
}

/** What is wrong with one item only is a reason to cancel; all else is wrong with the request. */
function attempt<Result>(step: () => Result): Result | Reason {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof ValidationException) || !error.atItem) throw error
    return { reason: { Code: 'ValidationError', Message: error.message } }
  }
}

function outcomeOf(rows: Rows, { key, allowed, next }: Write.Write): { next?: Version } | Reason {
  const row = rows.find(key)
  if (allowed(row?.now?.item ?? {})) return { next: next(row) }
  return { reason: { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' } }
}

function cancelFor(results: (object | Reason)[]) {
  if (!results.some((result) => 'reason' in result)) return
  throw canceled(results.map((result) => ('reason' in result ? result.reason : { Code: 'None' })))
}

function refuseTwice(writes: (Write.Write | Reason)[]) {
  const seen = new Set<string>()
  for (const write of writes) {
    if ('reason' in write) continue
    const key = `${write.key.pk}\0${write.key.sk}`
    if (seen.has(key))
      throw refusal('Transaction request cannot include multiple operations on one item')
    seen.add(key)
  }
}

const mostBytes = 4 * 1024 * 1024

function refuseTooLarge(outcomes: ({ next?: Version | undefined } | Reason)[]) {
  const bytes = outcomes.map((outcome) => ('next' in outcome && outcome.next?.size) || 0)
  if (bytes.reduce((sum, size) => sum + size, 0) > mostBytes)
    throw refusal('A transaction must not be larger than 4 MB')
}
