import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TableCommand } from '../../../../functions/simulation/table/memory-table.ts'
import { type CountedTable, createCountedTable } from './counted-table.ts'

const TableName = 'balas'
const long = 'x'.repeat(3000)
const item = (sk: string, fields: object = {}) => ({ pk: 'p', sk, ...fields })

let table: CountedTable
beforeEach(() => {
  table = createCountedTable()
  table.place([item('a'), item('b', { long, old: true }), item('c', { long })])
})

/** What a command takes: writes, reads. */
function taken(command: TableCommand) {
  Object.assign(table.spent, { writeUnits: 0, readUnits: 0 })
  try {
    table.execute(command)
  } catch {
    // What is refused is billed too.
  }
  return [table.spent.writeUnits, table.spent.readUnits]
}

describe('reads', () => {
  test('an item, there or not, and half of it where it may be stale', () => {
    const get = (sk: string, ConsistentRead = false) =>
      new GetCommand({ TableName, Key: item(sk), ConsistentRead })
    expect(taken(get('b'))).toEqual([0, 0.5])
    expect(taken(get('b', true))).toEqual([0, 1])
    expect(taken(get('z'))).toEqual([0, 0.5])
  })

  test('each item of a batch by itself', () => {
    const Keys = ['a', 'b', 'c', 'z'].map((sk) => item(sk))
    expect(taken(new BatchGetCommand({ RequestItems: { balas: { Keys } } }))).toEqual([0, 2])
  })

  test('all that a query reads, whatever it leaves out of its answer', () => {
    const query = {
      TableName,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': 'p' },
    }
    expect(taken(new QueryCommand(query))).toEqual([0, 1])
    const filtered = {
      ...query,
      FilterExpression: '#old = :old',
      ProjectionExpression: 'sk',
      ExpressionAttributeNames: { '#pk': 'pk', '#old': 'old' },
      ExpressionAttributeValues: { ':pk': 'p', ':old': true },
    }
    expect(taken(new QueryCommand(filtered))).toEqual([0, 1])
    expect(taken(new QueryCommand({ ...query, Limit: 1, ConsistentRead: true }))).toEqual([0, 1])
  })

  test('no more of an index than what stands in it', () => {
    table.place(
      [1, 2, 3].map((dueAt) => item(`d${dueAt}`, { long, outbox: 'due', dueAt: `${dueAt}` })),
    )
    const due = new QueryCommand({
      TableName,
      IndexName: 'outbox',
      KeyConditionExpression: 'outbox = :due',
      ExpressionAttributeValues: { ':due': 'due' },
    })
    expect(taken(due)).toEqual([0, 0.5])
  })
})

describe('writes', () => {
  const rename = (sk: string, fields: object = {}) =>
    new UpdateCommand({
      TableName,
      Key: item(sk),
      UpdateExpression: 'SET old = :old',
      ExpressionAttributeValues: { ':old': 'no' },
      ...fields,
    })

  test('are as large as the item, not as what of it is changed', () => {
    expect(taken(new PutCommand({ TableName, Item: item('n') }))).toEqual([1, 0])
    expect(taken(rename('b'))).toEqual([3, 0])
    expect(taken(new DeleteCommand({ TableName, Key: item('c') }))).toEqual([3, 0])
  })

  test('count twice in a transaction', () => {
    const TransactItems = [
      { Put: { TableName, Item: item('n', { inbox: 'chats', updatedAt: '1' }) } },
      { Delete: { TableName, Key: item('c') } },
    ]
    expect(taken(new TransactWriteCommand({ TransactItems }))).toEqual([2 + 1 + 6, 0])
  })

  test('count when they are refused', () => {
    const refused = rename('b', { ConditionExpression: 'attribute_not_exists(pk)' })
    expect(taken(refused)).toEqual([3, 0])
  })
})

test('what is not kept can be taken back', () => {
  table.execute(new PutCommand({ TableName, Item: item('kept') }))
  table.keep()
  table.execute(new PutCommand({ TableName, Item: item('a', { n: 1 }) }))
  table.execute(new PutCommand({ TableName, Item: item('a', { n: 2 }) }))
  table.execute(new DeleteCommand({ TableName, Key: item('b') }))
  table.execute(new PutCommand({ TableName, Item: item('new') }))
  table.undo()
  expect(table.look('p').map(({ sk }) => sk)).toEqual(['a', 'b', 'c', 'kept'])
  expect(table.look('p')[0]).toEqual(item('a'))
})
