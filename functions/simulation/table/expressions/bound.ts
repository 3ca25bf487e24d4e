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
  const known = new Map<string, { names: Names; bound: Bound }[]>()
  return (expression, names) => {
    const others = known.get(expression)
    const found = others?.find((it) => agree(it.bound.aliases, it.names, names))
    if (found) return found.bound
    const bound = bind(kind, expression, names)
    known.set(expression, [...(others ?? []), { names: { ...names }, bound }])
    return bound
  }
}

function agree(aliases: ReadonlySet<string>, names: Names, others: Names): boolean {
  for (const alias of aliases) if (names[alias] !== others[alias]) return false
  return true
}

/** All that a request says in expressions must be used, and all they use must be said. */
export function checkUse(
  expressions: readonly Uses[],
  names: Names | undefined,
  values: Item | undefined,
): void {
  checkAllUsed('ExpressionAttributeNames', names, expressions)
  checkAllUsed('ExpressionAttributeValues', values, expressions)
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
  what: 'ExpressionAttributeNames' | 'ExpressionAttributeValues',
  given: object | undefined,
  expressions: readonly Uses[],
) {
  if (!given) return
  if (expressions.length === 0)
    throw refusal(`${what} can only be specified when using expressions`)
  let empty = true
  for (const name in given) {
    empty = false
    if (!isUsed(what, name, expressions))
      throw refusal(`Value provided in ${what} unused in expressions: keys: {${name}}`)
  }
  if (empty) throw refusal(`${what} must not be empty`)
}

function isUsed(what: string, name: string, expressions: readonly Uses[]): boolean {
  for (const { aliases, values } of expressions)
    if ((what === 'ExpressionAttributeNames' ? aliases : values).has(name)) return true
  return false
}
