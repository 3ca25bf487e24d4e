import { refusal } from '../errors.ts'
import type { Item, Value } from '../values.ts'
import type { Step } from './syntax.ts'

/** A path with its aliases resolved: names of fields, places in lists. */
export type Path = readonly (string | number)[]

export type Names = Record<string, string>

export function pathOf(kind: string, steps: Step[], names: Names): Path {
  return steps.map((step) => {
    if ('name' in step) return step.name
    if ('index' in step) return step.index
    const name = names[step.alias]
    if (name !== undefined) return name
    throw refusal(
      `Invalid ${kind}: An expression attribute name used in the document path is not defined; attribute name: ${step.alias}`,
    )
  })
}

export const shown = (path: Path) =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`

export function valueAt(item: Value, path: Path): Value | undefined {
  let value: Value | undefined = item
  for (const step of path) {
    value = child(value, step)
    if (value === undefined) return undefined
  }
  return value
}

/** What a list has at a place, or a map under a name; neither has anything of the other's. */
export function child(parent: Value | undefined, step: string | number): Value | undefined {
  if (typeof step === 'number') return Array.isArray(parent) ? parent[step] : undefined
  return isMap(parent) && Object.hasOwn(parent, step) ? parent[step] : undefined
}

export const isMap = (value: Value | undefined): value is Item =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array)

/** No path may be another one's beginning. */
export function refuseOverlap(kind: string, paths: Path[]): void {
  for (const [i, path] of paths.entries())
    for (const earlier of paths.slice(0, i)) {
      const shorter = Math.min(path.length, earlier.length)
      const differs = path.findIndex((step, at) => at < shorter && step !== earlier[at])
      if (differs >= 0 && typeof path[differs] === typeof earlier[differs]) continue
      throw refusal(
        `Invalid ${kind}: Two document paths ${differs < 0 ? 'overlap' : 'conflict'} with each other; must remove or rewrite one of these paths; path one: ${shown(earlier)}, path two: ${shown(path)}`,
      )
    }
}
