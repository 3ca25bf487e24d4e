import { refusalAtItem } from '../errors.ts'
import type { Value } from '../values.ts'
import { type Binding, type Evaluate, evaluatePath } from './binding.ts'
import { expectCount } from './functions.ts'
import { sum } from './numbers.ts'
import type { Operand, Source } from './syntax.ts'

const wrongType = () =>
  refusalAtItem('An operand in the update expression has an incorrect data type')

/** What SET sets: of the item as it was before the update. */
export function sourceOf(source: Source, binding: Binding): Evaluate {
  const evaluate = valueFrom(source, binding)
  return (item, values) => {
    const value = evaluate(item, values)
    if (value !== undefined) return value
    throw refusalAtItem(
      'The provided expression refers to an attribute that does not exist in the item',
    )
  }
}

function valueFrom(source: Source, binding: Binding): Evaluate {
  switch (source.is) {
    case 'value':
      return binding.value(source.name)
    case 'path':
      return evaluatePath(binding.path(source.steps))
    case 'function':
      return ofFunction(source, binding)
    case 'sum': {
      const { sign } = source
      for (const operand of [source.left, source.right]) binding.allow(operand, sign, ['N'])
      const [left, right] = [sourceOf(source.left, binding), sourceOf(source.right, binding)]
      return (item, values) => {
        const [a, b] = [left(item, values), right(item, values)]
        if (typeof a !== 'number' || typeof b !== 'number') throw wrongType()
        return sum(a, sign === '+' ? b : -b)
      }
    }
    default:
      return source satisfies never
  }
}

function ofFunction(call: Operand & { is: 'function' }, binding: Binding): Evaluate {
  const { name, operands } = call
  if (name !== 'if_not_exists' && name !== 'list_append')
    binding.refuse(`Invalid function name; function: ${name}`)
  expectCount(call, 2, binding)
  const [first, second] = operands as [Operand, Operand]
  if (name === 'list_append') {
    for (const operand of operands) binding.allow(operand, name, ['L'])
    const [a, b] = [sourceOf(first, binding), sourceOf(second, binding)]
    return (item, values) => append(a(item, values), b(item, values))
  }
  if (first.is !== 'path')
    binding.refuse(
      'Operator or function requires a document path; operator or function: if_not_exists',
    )
  const there = evaluatePath(binding.path(first.steps))
  const otherwise = valueFrom(second, binding)
  return (item, values) => there(item, values) ?? otherwise(item, values)
}

function append(a: Value | undefined, b: Value | undefined): Value {
  if (!Array.isArray(a) || !Array.isArray(b)) throw wrongType()
  return [...a, ...b]
}

/** What ADD makes of a number, or of nothing. */
export function added(before: Value | undefined, more: Value | undefined): Value {
  if (before === undefined) return more as number
  if (typeof before !== 'number') throw wrongType()
  return sum(before, more as number)
}
