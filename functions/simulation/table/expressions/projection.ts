import type { Item, Value } from '../values.ts'
import { copy } from '../values.ts'
import { bindingOf } from './binding.ts'
import { remembered, type Uses } from './bound.ts'
import { readPath } from './operand.ts'
import { type Names, type Path, refuseOverlap, valueAt } from './path.ts'
import { readerOf } from './tokens.ts'

export interface BoundProjection extends Uses {
  /** A copy of these parts of an item. */
  project(item: Item): Item
  attributes: ReadonlySet<string>
}

export const projection = remembered('ProjectionExpression', bind)

function bind(kind: string, expression: string, names: Names): BoundProjection {
  const reader = readerOf(kind, expression)
  const binding = bindingOf(kind, names)
  const paths: Path[] = []
  do paths.push(binding.path(readPath(reader)))
  while (reader.skip(','))
  if (reader.peek().is !== 'end') reader.fail()
  refuseOverlap(kind, paths)
  const { aliases, values, checks } = binding
  const attributes = new Set(paths.map(([name]) => String(name)))
  return { kind, aliases, values, checks, attributes, project: (item) => project(item, paths) }
}

type Sparse = Value | Map<string | number, Sparse>

function project(item: Item, paths: Path[]): Item {
  const parts = new Map<string | number, Sparse>()
  for (const path of paths) {
    const value = valueAt(item, path)
    if (value !== undefined) graft(parts, path, copy(value))
  }
  return whole(parts) as Item
}

function graft(parts: Map<string | number, Sparse>, path: Path, value: Value) {
  const [step, ...rest] = path as [string | number, ...Path]
  if (rest.length === 0) return void parts.set(step, value)
  const inner = parts.get(step)
  const next = inner instanceof Map ? inner : new Map<string | number, Sparse>()
  parts.set(step, next)
  graft(next, rest, value)
}

/** Elements of a list close ranks, in their order. */
function whole(part: Sparse): Value {
  if (!(part instanceof Map)) return part
  const entries = [...part]
  if (typeof entries[0]?.[0] === 'number')
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => whole(value))
  return Object.fromEntries(entries.map(([name, value]) => [name, whole(value)]))
}
