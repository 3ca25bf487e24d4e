import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { MemoryTable } from './memory-table.ts'
import { balasTable } from './schema.ts'

const TableName = 'table'
const Key = { pk: 'chat', sk: '1' }

const put = (table: MemoryTable, fields: object) =>
  table.execute(new PutCommand({ TableName, Item: { ...Key, ...fields } }))

const get = (table: MemoryTable, ConsistentRead = false) =>
  table.execute(new GetCommand({ TableName, Key, ConsistentRead })).Item

const inbox = (table: MemoryTable, options: object = {}) =>
  table.execute(
    new QueryCommand({
      TableName,
      IndexName: 'inbox',
      KeyConditionExpression: 'inbox = :chats',
      ExpressionAttributeValues: { ':chats': 'chats' },
      ...options,
    }),
  ).Items

describe('what went in and what came out is the caller’s own', () => {
  test.each([
    ['a list', { field: [1] }, (item: { field: number[] }) => item.field.push(2)],
    [
      'a map',
      { field: { a: 1 } },
      (item: { field: { a: number } }) => Object.assign(item.field, { a: 2 }),
    ],
    ['bytes', { field: new Uint8Array([1]) }, (item: { field: Uint8Array }) => item.field.fill(2)],
  ])('%s', (_, fields, spoil) => {
    const table = new MemoryTable({ schema: balasTable })
    const kept = structuredClone(fields)
    put(table, fields)
    spoil(fields as never)
    expect(get(table)).toEqual({ ...Key, ...kept })
    spoil(get(table) as never)
    expect(get(table)).toEqual({ ...Key, ...kept })
  })

  test('what is set from another attribute is changed by itself', () => {
    const table = new MemoryTable({ schema: balasTable })
    put(table, { one: { parts: [1] } })
    const update = (UpdateExpression: string, values?: object) =>
      table.execute(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression,
          ExpressionAttributeValues: values && { ...values },
        }),
      )
    update('SET two = one')
    update('SET two.parts[0] = :two', { ':two': 2 })
    expect(get(table)).toMatchObject({ one: { parts: [1] }, two: { parts: [2] } })
  })
})

describe('a read that comes too early', () => {
  const late = () => new MemoryTable({ schema: balasTable, staleRead: () => true })

  test('sees what was there before the last write, and nothing when that was the first', () => {
    const table = late()
    put(table, { n: 1 })
    expect(get(table)).toBeUndefined()
    put(table, { n: 2 })
    expect(get(table)).toMatchObject({ n: 1 })
  })

  test('may be consistent, and then sees all', () => {
    const table = late()
    put(table, { n: 1 })
    expect(get(table, true)).toMatchObject({ n: 1 })
  })

  test('still sees what was removed', () => {
    const table = late()
    put(table, { inbox: 'chats', updatedAt: '1' })
    table.execute(new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE inbox' }))
    expect(inbox(table)).toHaveLength(1)
    expect(get(table, true)).not.toHaveProperty('inbox')
  })

  test('finds an item in an index where it stood before, and there only', () => {
    const table = late()
    for (const updatedAt of ['1', '2', '3']) put(table, { inbox: 'chats', updatedAt })
    expect(inbox(table)).toMatchObject([{ updatedAt: '2' }])
    expect(inbox(table, { ScanIndexForward: false })).toMatchObject([{ updatedAt: '2' }])
  })

  test('asks once for each item, and tells how long ago it was written', () => {
    const ages: number[] = []
    const staleRead = (age: number) => ages.push(age) > 0
    const table = new MemoryTable({ schema: balasTable, staleRead })
    for (const updatedAt of ['1', '2']) put(table, { inbox: 'chats', updatedAt })
    inbox(table)
    expect(ages).toEqual([expect.any(Number)])
  })

  test('has no say in a condition', () => {
    const table = late()
    put(table, { n: 1 })
    const again = new PutCommand({
      TableName,
      Item: Key,
      ConditionExpression: 'attribute_not_exists(pk)',
    })
    expect(() => table.execute(again)).toThrow('The conditional request failed')
  })
})

test('what the table in memory cannot do it refuses', () => {
  const table = new MemoryTable({ schema: balasTable })
  const counted = new GetCommand({ TableName, Key, ReturnConsumedCapacity: 'TOTAL' })
  expect(() => table.execute(counted)).toThrow('ReturnConsumedCapacity')
})

test('all items and the number of commands can be looked at', () => {
  const table = new MemoryTable({ schema: balasTable })
  put(table, { n: 1 })
  put(table, { n: 2 })
  expect([...table.items()]).toEqual([{ ...Key, n: 2 }])
  expect(table.counts).toEqual({ PutCommand: 2 })
})
