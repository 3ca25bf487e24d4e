import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type ById, keepNewest } from './apply.ts'
import { inOrder } from './in-order.ts'

interface Thing {
  id: string
  rev: number
  at: number
}
const compare = (a: Thing, b: Thing) => a.at - b.at || (a.id < b.id ? -1 : 1)
const all = (count: number): ById<Thing> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`thing${at}`, { id: `thing${at}`, rev: 1, at }]),
  )

test('after any changes the order is the one that sorting anew would give', () => {
  const thing = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    rev: fc.nat(20),
    at: fc.nat(5),
  })
  const batch = fc.record({ things: fc.array(thing), isLookedAt: fc.boolean() })
  fc.assert(
    fc.property(fc.array(batch), (batches) => {
      let record: ById<Thing> = {}
      for (const { things, isLookedAt } of batches) {
        record = keepNewest(record, things)
        if (isLookedAt)
          expect(inOrder(record, compare)).toEqual(Object.values(record).sort(compare))
      }
      expect(inOrder(record, compare)).toEqual(Object.values(record).sort(compare))
    }),
  )
})

test('what did not change is not asked for again', () => {
  const record = keepNewest({}, Object.values(all(5)))
  expect(inOrder(record, compare)).toBe(inOrder(record, compare))
})

test('of ten thousand things that are in order, ten that change cost one look at each and not a sort', () => {
  const counted = vi.fn(compare)
  const record = all(10_000)
  inOrder(record, counted)
  counted.mockClear()
  const changed = Array.from({ length: 10 }, (_, at) => ({ id: `thing${at}`, rev: 2, at: 20_000 }))
  inOrder(keepNewest(record, changed), counted)
  expect(counted.mock.calls.length).toBeLessThan(10_200)
})
