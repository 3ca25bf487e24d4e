import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Delivery, read } from './delivery.ts'
import { channelId, fields as samples } from './reading/samples.ts'

const now = new Date('2026-11-22T00:00:00Z')
const readBody = (body: string) => read(body, channelId, now, Number.POSITIVE_INFINITY)
const deliver = (fields: Iterable<readonly [string, unknown]>) =>
  readBody(JSON.stringify(Object.fromEntries(fields)))

/** Anything at all, with more trouble in it than chance would bring. */
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  fc.constantFrom<unknown>(null, '', 0, -1, 1.8e19, 1e300, [], {}, [[]], true, 'x'.repeat(300)),
  fc.constantFrom('\0', '\ud800', '\udfff\ud800', 'a\0b', '__proto__', '١٢٣', '🤷🏽‍♂️'),
)

/** An item with one of its fields, however deep, turned into anything. */
function withChange(item: unknown, steps: number[], change: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined || !item || typeof item !== 'object') return change
  const keys = Object.keys(item)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return change
  const inner = (item as Record<string, unknown>)[key]
  const changed = rest.length ? withChange(inner, rest, change) : change
  return Array.isArray(item)
    ? item.with(Number(key), changed)
    : { ...item, ...Object.fromEntries([[key, changed]]) }
}

const sampled = fc.constantFrom(
  ...Object.entries(samples).flatMap(([field, items]) => items.map((item) => ({ field, item }))),
)
const mutated = fc
  .tuple(sampled, fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), anything)
  .map(([{ field, item }, steps, change]) => ({ field, item: withChange(item, steps, change) }))
const stray = fc.record({
  field: fc.oneof(
    fc.constantFrom(...Object.keys(samples), 'surprise', 'constructor', '__proto__', 'toString'),
    fc.string({ minLength: 1 }),
  ),
  item: anything,
})
const items = fc.array(fc.oneof({ weight: 2, arbitrary: sampled }, mutated, stray), {
  maxLength: 12,
})

type Item = { field: string; item: unknown }

const grouped = (items: Item[]) => {
  const fields = new Map<string, unknown[]>()
  for (const { field, item } of items)
    if (!['channel_id', 'event'].includes(field))
      fields.set(field, [...(fields.get(field) ?? []), item])
  return fields
}

/** Everything a delivery came to, one line each; what is parked or ignored counts item by item. */
function outcome({ unreadable, ignored, ...brought }: Delivery): string[] {
  const line = (name: string, it: unknown) =>
    `${name} ${JSON.stringify(it, (key, value) => (key === 'index' ? undefined : value))}`
  return [
    ...Object.entries(brought).flatMap(([name, list]) => list.map((it) => line(name, it))),
    ...unreadable.flatMap(({ reason, item }) =>
      Object.entries(Object(item)).flatMap(([field, list]) =>
        [list].flat().map((it) => line(`${reason} ${field}`, it)),
      ),
    ),
    ...Object.entries(ignored).flatMap(([name, count]) => Array(count).fill(`ignored ${name}`)),
  ].sort()
}

test('whatever JSON comes, reading it throws nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        anything.map((it) => JSON.stringify(it)),
      ),
      (body) => {
        readBody(body)
      },
    ),
    { numRuns: 300 },
  )
})

test('every item comes to something, and to one thing only', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, stray), (item) => {
      const delivery = deliver(grouped([item]))
      const { unreadable, ignored, ...brought } = delivery
      const ends = [
        Object.values(brought).some((list) => list.length > 0),
        unreadable.length === 1,
        Object.values(ignored).reduce((sum, count) => sum + count, 0) === 1,
      ]
      const given = [...grouped([item]).values()].flat().length
      expect(ends.filter(Boolean)).toHaveLength(given)
      expect(unreadable.length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 300 },
  )
})

test('what comes of an item does not depend on those that come with it', () => {
  fc.assert(
    fc.property(items, (items) => {
      const alone = items.flatMap((item) => outcome(deliver(grouped([item]))))
      expect(outcome(deliver(grouped(items)))).toEqual(alone.sort())
    }),
    { numRuns: 100 },
  )
})

test('what is parked comes to the same when it is delivered again', () => {
  fc.assert(
    fc.property(items, (items) => {
      const { unreadable } = deliver(grouped(items))
      for (const parked of unreadable)
        expect(readBody(JSON.stringify(parked.item)).unreadable).toEqual([parked])
    }),
    { numRuns: 100 },
  )
})

/** What a store takes: whole characters, no NUL, and numbers that are exact. */
function storable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER
  return Object.values(Object(value)).every(storable)
}

test('what is read can be stored', () => {
  fc.assert(
    fc.property(mutated, (item) => {
      const { unreadable: _, ...brought } = deliver(grouped([item]))
      expect(storable(brought)).toBe(true)
      expect(JSON.stringify(brought).length).toBeLessThan(200_000)
    }),
    { numRuns: 300 },
  )
})
