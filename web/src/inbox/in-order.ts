import type { ById } from './apply.ts'

interface Known<Entity> {
  sorted: Entity[]
  /** What is to be put in its place yet: added, or other than it was. */
  changed: Set<string>
}

const orders = new WeakMap<object, Known<{ id: string }>>()

/** Tells that a record is another one but for these: then it need not be sorted from the beginning. */
export function madeFrom<Entity extends { id: string }>(
  before: ById<Entity>,
  after: ById<Entity>,
  changed: string[],
): void {
  const known = orders.get(before)
  if (!known) return
  orders.set(after, {
    sorted: known.sorted,
    changed: new Set([...known.changed, ...changed]),
  })
}

/** All of a record, sorted, always by the same `compare`. Asked again, it gives the same answer. */
export function inOrder<Entity extends { id: string }>(
  record: ById<Entity>,
  compare: (a: Entity, b: Entity) => number,
): Entity[] {
  const known = orders.get(record) as Known<Entity> | undefined
  if (known?.changed.size === 0) return known.sorted
  const sorted = known ? moved(known, record, compare) : Object.values(record).sort(compare)
  orders.set(record, { sorted, changed: new Set() })
  return sorted
}

function moved<Entity extends { id: string }>(
  { sorted, changed }: Known<Entity>,
  record: ById<Entity>,
  compare: (a: Entity, b: Entity) => number,
): Entity[] {
  const others = sorted.filter(({ id }) => !changed.has(id))
  const news = [...changed].flatMap((id) => record[id] ?? []).sort(compare)
  const all: Entity[] = []
  let next = 0
  for (const one of news) {
    let other = others[next]
    while (other && compare(other, one) < 0) {
      all.push(other)
      other = others[++next]
    }
    all.push(one)
  }
  return all.concat(others.slice(next))
}
