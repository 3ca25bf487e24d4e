import { describe, expect, test } from 'vitest'
import { type Call, longestRow, unitsIn } from './calls.ts'

const call = (name: string, start: number, end: number): Call => ({
  name,
  start,
  end,
  writeUnits: 0,
  readUnits: 0,
})
const rowOf = (...calls: Call[]) => longestRow(calls).map(({ name }) => name)

describe('calls in a row', () => {
  test('are those that waited for one another', () => {
    expect(rowOf(call('read', 0, 5), call('write', 5, 9), call('push', 10, 12))).toEqual([
      'read',
      'write',
      'push',
    ])
  })

  test('are counted once where they were made side by side', () => {
    expect(rowOf(call('a', 0, 5), call('b', 1, 9), call('c', 2, 4))).toHaveLength(1)
  })

  test('are found whatever the order they ended in', () => {
    const [slow, first, second, third] = [
      call('slow', 0, 100),
      call('first', 1, 10),
      call('second', 11, 20),
      call('third', 21, 30),
    ]
    expect(rowOf(third, slow, second, first)).toEqual(['first', 'second', 'third'])
  })

  test('are none where nobody called', () => {
    expect(rowOf()).toEqual([])
  })
})

describe('units', () => {
  test('of a transaction are those of all its tables', () => {
    const answer = { ConsumedCapacity: [{ CapacityUnits: 6 }, { CapacityUnits: 2 }] }
    const units = unitsIn('TransactWriteItems', JSON.stringify(answer))
    expect(units).toEqual({ writeUnits: 8, readUnits: 0 })
  })

  test('of a query are read', () => {
    const units = unitsIn('Query', '{"ConsumedCapacity":{"CapacityUnits":0.5}}')
    expect(units).toEqual({ writeUnits: 0, readUnits: 0.5 })
  })

  test('of a refused write are unknown, and count as none', () => {
    expect(unitsIn('PutItem', '{"message":"no"}').writeUnits).toBe(0)
  })
})
