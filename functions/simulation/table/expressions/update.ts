import { refusalAtItem } from '../errors.ts'
import type { Item, Value } from '../values.ts'
import { type Binding, bindingOf, type Evaluate, evaluatePath } from './binding.ts'
import { remembered, type Uses } from './bound.ts'
import { child, isMap, type Names, type Path, refuseOverlap, valueAt } from './path.ts'
import { readUpdate } from './read-update.ts'
import { added, sourceOf } from './source.ts'
import type { Action } from './syntax.ts'

export interface BoundUpdate extends Uses {
  /** What an item becomes; the item itself stays as it is. */
  apply(item: Item, values: Item): Item
  /** The attributes it changes, or parts of them. */
  attributes: ReadonlySet<string>
}

interface Change {
  path: Path
  /** What comes there; undefined when what is there goes. */
  value?: Evaluate
}

export const update = remembered('UpdateExpression', bind)

function bind(kind: string, expression: string, names: Names): BoundUpdate {
  const binding = bindingOf(kind, names)
  const changes = readUpdate(kind, expression).map((action) => changeOf(action, binding))
  const paths = changes.map(({ path }) => path)
  refuseOverlap(kind, paths)
  const { aliases, values, checks } = binding
  const attributes = new Set(paths.map(([name]) => String(name)))
  return { kind, aliases, values, checks, attributes, apply: apply(changes.toSorted(inTurn)) }
}

/**
 * Places in a list are those before the update. So what is set comes first, in order of place, for what is
 * set beyond the end stands at the end; and elements are removed last, from within and from the end.
 */
function inTurn(a: Change, b: Change): number {
  const stage = stageOf(a)
  if (stage !== stageOf(b)) return stage - stageOf(b)
  const places = placeOf(a) - placeOf(b)
  return stage === 2 ? b.path.length - a.path.length || -places : places
}

const stageOf = ({ path, value }: Change) => (value ? 0 : typeof path.at(-1) === 'number' ? 2 : 1)

const placeOf = ({ path }: Change) => {
  const last = path.at(-1)
  return typeof last === 'number' ? last : 0
}

function changeOf(action: Action, binding: Binding): Change {
  const path = binding.path(action.steps)
  switch (action.is) {
    case 'SET':
      return { path, value: sourceOf(action.source, binding) }
    case 'REMOVE':
      return { path }
    case 'ADD': {
      binding.allow({ is: 'value', name: action.value }, 'ADD', ['N'])
      const [before, more] = [evaluatePath(path), binding.value(action.value)]
      return { path, value: (item, values) => added(before(item, values), more(item, values)) }
    }
    default:
      return action satisfies never
  }
}

const apply = (changes: Change[]) => {
  const gone = new Set(changes.flatMap(({ path, value }) => (value || path.length > 1 ? [] : path)))
  const inPlace = changes.filter(({ path, value }) => value || path.length > 1)
  return (item: Item, values: Item) => {
    const next = gone.size > 0 ? without(item, gone) : { ...item }
    const news = inPlace.map(({ value }) => value?.(item, values))
    for (const [i, { path, value }] of inPlace.entries()) {
      const last = path.at(-1) as string | number
      const place = placeFor(next, path)
      if (value) put(place, last, news[i] as Value)
      else if (valueAt(item, path) !== undefined) take(place, last)
    }
    return next
  }
}

/** Made anew, for an object that lost a property is slow to read and to copy ever after. */
function without(item: Item, gone: ReadonlySet<string | number>): Item {
  const next: Item = {}
  for (const name in item) if (!gone.has(name)) next[name] = item[name] as Value
  return next
}

type Container = Item | Value[]

/** The map or list that holds the end of a path; all on the way there are copied, for they are shared. */
function placeFor(item: Item, path: Path): Container {
  let place: Container = item
  for (const [i, step] of path.slice(0, -1).entries()) {
    const inner = child(place, step)
    const wanted = typeof path[i + 1] === 'number' ? Array.isArray(inner) : isMap(inner)
    if (!wanted)
      throw refusalAtItem(
        'The document path provided in the update expression is invalid for update',
      )
    const copied = (Array.isArray(inner) ? [...inner] : { ...(inner as Item) }) as Container
    put(place, step, copied)
    place = copied
  }
  return place
}

function put(place: Container, step: string | number, value: Value) {
  if (!Array.isArray(place)) place[step] = value
  else if ((step as number) < place.length) place[step as number] = value
  else place.push(value)
}

function take(place: Container, step: string | number) {
  if (Array.isArray(place)) place.splice(step as number, 1)
  else delete place[step]
}

/** No update may touch what the item is found by. */
export function refuseKeys({ attributes }: BoundUpdate, keys: string[]): void {
  for (const key of keys)
    if (attributes.has(key))
      throw refusalAtItem(
        `One or more parameter values were invalid: Cannot update attribute ${key}. This attribute is part of the key`,
      )
}
