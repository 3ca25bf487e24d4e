import { describe, expect, test } from 'vitest'
import type { Schema } from '../../../../functions/simulation/table/schema.ts'
import { sizeOf } from '../../../../functions/simulation/table/size.ts'
import type { Item } from '../../../../functions/simulation/table/values.ts'
import { readUnits, refusedUnits, writeUnits } from './units.ts'

const kb = 1024

/** An item of so many bytes, names and all. */
function sized(bytes: number, fields: Item = {}): Item {
  const item = { pk: 'a', sk: 'b', rest: '', ...fields }
  return { ...item, rest: 'x'.repeat(bytes - sizeOf(item)) }
}

const plain: Schema = { partition: 'pk', sort: 'sk', indexes: {} }
const indexed: Schema = {
  ...plain,
  indexes: {
    whole: { partition: 'list', sort: 'at', projection: 'ALL' },
    keys: { partition: 'due', sort: 'dueAt', projection: 'KEYS_ONLY' },
  },
}

test('an item is as large as its names and values', () => {
  expect(sizeOf({ pk: 'a', sk: 'é' })).toBe(3 + 4)
  expect(sizeOf(sized(3500))).toBe(3500)
})

describe('reading, by the numbers of the developer guide', () => {
  test.each([
    ['3,500 bytes are as 4 kB', 3500, 1],
    ['8 kB are two units', 8 * kb, 2],
    ['one byte more is a third one', 8 * kb + 1, 3],
  ])('%s; half of it where it may be stale', (_, bytes, units) => {
    expect(readUnits([sized(bytes)], true)).toBe(units)
    expect(readUnits([sized(bytes)])).toBe(units / 2)
  })

  test('a batch rounds each item up: 1.5 kB and 6.5 kB are as 4 kB and 8 kB', () => {
    const items = [sized(1.5 * kb), sized(6.5 * kb)]
    expect(items.map((item) => readUnits([item], true))).toEqual([1, 2])
  })

  test('a query rounds the sum up: 40.8 kB are as 44 kB', () => {
    const items = Array.from({ length: 10 }, () => sized(Math.round(4.08 * kb)))
    expect(readUnits(items, true)).toBe(11)
    expect(readUnits(items)).toBe(5.5)
  })

  test('what is not there costs as much as what is small', () => {
    expect(readUnits([], true)).toBe(1)
    expect(readUnits([{}])).toBe(0.5)
  })
})

describe('writing, by the numbers of the developer guide', () => {
  const put = (bytes: number) => ({ before: undefined, after: sized(bytes) })

  test.each([
    [512, 1],
    [kb, 1],
    [1.5 * kb, 2],
    [3 * kb, 3],
  ])('%d bytes are %d units, and twice as many in a transaction', (bytes, units) => {
    expect(writeUnits(plain, put(bytes))).toBe(units)
    expect(writeUnits(plain, put(bytes), true)).toBe(units * 2)
  })

  test('the larger one counts of what was there and what is, also when it goes', () => {
    const [small, large] = [sized(kb), sized(3 * kb)]
    expect(writeUnits(plain, { before: small, after: large })).toBe(3)
    expect(writeUnits(plain, { before: large, after: small })).toBe(3)
    expect(writeUnits(plain, { before: large, after: undefined })).toBe(3)
    expect(writeUnits(plain, { before: undefined, after: undefined })).toBe(1)
  })

  test('a refused write costs what is there or would have been: 300 kB and 310 kB are 310', () => {
    expect(refusedUnits({ before: sized(300 * kb), after: sized(310 * kb) })).toBe(310)
    expect(refusedUnits({ before: sized(kb), after: undefined })).toBe(1)
    expect(refusedUnits({ before: sized(kb), after: undefined }, true)).toBe(2)
  })
})

describe('an index', () => {
  const out = sized(500)
  const listed = sized(500, { list: 'all', at: '1' })
  const units = (before: Item | undefined, after: Item | undefined, inTransaction = false) =>
    writeUnits(indexed, { before, after }, inTransaction) - (inTransaction ? 2 : 1)

  test('costs nothing while the item is not in it', () => {
    expect(units(undefined, out)).toBe(0)
    expect(units(undefined, sized(500, { list: 'all' }))).toBe(0)
  })

  test('costs one write when the item comes into it, changes in it, or leaves it', () => {
    expect(units(undefined, listed)).toBe(1)
    expect(units(out, listed)).toBe(1)
    expect(units(listed, { ...listed, other: 1 })).toBe(1)
    expect(units(listed, out)).toBe(1)
    expect(units(listed, undefined)).toBe(1)
  })

  test('costs two when the item moves in it: out and in', () => {
    expect(units(listed, { ...listed, at: '2' })).toBe(2)
    expect(units(listed, { ...listed, list: 'none' })).toBe(2)
  })

  test('costs nothing when nothing changes that it holds', () => {
    const due = sized(500, { due: 'yes', dueAt: '1' })
    expect(units(listed, { ...listed })).toBe(0)
    expect(units(due, { ...due, other: 1 })).toBe(0)
    expect(units(due, { ...due, dueAt: '2' })).toBe(2)
  })

  test('costs each begun kB of what it holds, the keys or all', () => {
    const large = sized(2.5 * kb, { list: 'all', at: '1', due: 'yes', dueAt: '1' })
    expect(writeUnits(indexed, { before: undefined, after: large })).toBe(3 + 3 + 1)
  })

  test('follows a transaction at the price of any write', () => {
    expect(units(listed, { ...listed, at: '2' }, true)).toBe(2)
  })
})
