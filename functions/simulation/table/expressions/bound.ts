import { refusal } from '../errors.ts'
import type { Item } from '../values.ts'
import type { Names } from './path.ts'

/** What an expression uses of the names and values that come with it. */
export interface Uses {
  kind: string
  aliases: ReadonlySet<string>
  values: ReadonlySet<string>
  /** What can be said against the values without looking at an item. */
  checks: readonly ((values: Item) => void)[]
}

/** Reads an expression once; binds it once to each set of names that it is used with. */
export function remembered<Bound extends Uses>(
  kind: string,
  bind: (kind: string, expression: string, names: Names) => Bound,
): (expression: string, names: Names) => Bound {
  const known = new Map<string, { aliases: string[]; bound: Map<string, Bound> }>()
  return (expression, names) => {
    const entry = known.get(expression)
    const found = entry?.bound.get(signature(entry.aliases, names))
    if (found) return found
    const bound = bind(kind, expression, names)
    const aliases = entry?.aliases ?? [...bound.aliases]
    const others = entry?.bound ?? new Map<string, Bound>()
    others.set(signature(aliases, names), bound)
    known.set(expression, { aliases, bound: others })
    return bound
  }
}

const signature = (aliases: string[], names: Names) =>
  aliases.length === 0 ? '' : aliases.map((alias) => names[alias]).join('\0')

/** All that a request says in expressions must be used, and all they use must be said. */
export function checkUse(
  expressions: readonly Uses[],
  names: Names | undefined,
  values: Item | undefined,
): void {
  checkAllUsed('ExpressionAttributeNames', names, expressions, ({ aliases }) => aliases)
  checkAllUsed('ExpressionAttributeValues', values, expressions, ({ values }) => values)
  for (const { kind, values: used, checks } of expressions) {
    for (const name of used)
      if (values?.[name] === undefined)
        throw refusal(
          `Invalid ${kind}: An expression attribute value used in expression is not defined; attribute value: ${name}`,
        )
    for (const check of checks) check(values ?? {})
  }
}

function checkAllUsed(
  what: string,
  given: object | undefined,
  expressions: readonly Uses[],
  usedIn: (uses: Uses) => ReadonlySet<string>,
) {
  if (!given) return
  if (expressions.length === 0)
    throw refusal(`${what} can only be specified when using expressions`)
  let empty = true
  for (const name in given) {
    empty = false
    if (!expressions.some((uses) => usedIn(uses).has(name)))
      throw refusal(`Value provided in ${what} unused in expressions: keys: {${name}}`)
  }
  if (empty) throw refusal(`${what} must not be empty`)
}
