import { refusal } from '../errors.ts'
import { type Item, type Type, typeOf, type Value } from '../values.ts'
import { type Names, type Path, pathOf, valueAt } from './path.ts'
import type { Operand, Step } from './syntax.ts'

/** What an operand stands for, given an item and the request's values. */
export type Evaluate = (item: Item, values: Item) => Value | undefined

/** Collects what an expression uses while it is bound to its names. */
export interface Binding {
  kind: string
  aliases: Set<string>
  values: Set<string>
  checks: ((values: Item) => void)[]
  path(steps: Step[]): Path
  value(name: string): Evaluate
  /** Refuses a given value that is of none of these types; what an item holds is its own matter. */
  allow(operand: Operand, by: string, types: readonly Type[]): void
  refuse(reason: string): never
}

export function bindingOf(kind: string, names: Names): Binding {
  const refuse = (reason: string) => {
    throw refusal(`Invalid ${kind}: ${reason}`)
  }
  const binding: Binding = {
    kind,
    aliases: new Set(),
    values: new Set(),
    checks: [],
    path(steps) {
      for (const step of steps) if ('alias' in step) binding.aliases.add(step.alias)
      return pathOf(kind, steps, names)
    },
    value(name) {
      binding.values.add(name)
      return (_, values) => values[name]
    },
    allow(operand, by, types) {
      if (operand.is !== 'value') return
      const { name } = operand
      binding.checks.push((values) => {
        const type = typeOf(values[name] as Value)
        if (!types.includes(type))
          refuse(
            `Incorrect operand type for operator or function; operator or function: ${by}, operand type: ${type}`,
          )
      })
    },
    refuse,
  }
  return binding
}

export function evaluatePath(path: Path): Evaluate {
  const [name] = path
  if (path.length > 1 || typeof name !== 'string') return (item) => valueAt(item, path)
  return (item) => (Object.hasOwn(item, name) ? item[name] : undefined)
}
