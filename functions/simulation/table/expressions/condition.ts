import { equal, haveOrder, type Item, order, type Value } from '../values.ts'
import { type Binding, bindingOf, type Evaluate, evaluatePath } from './binding.ts'
import { remembered, type Uses } from './bound.ts'
import { evaluateFunction, testFunction } from './functions.ts'
import type { Names } from './path.ts'
import { readCondition } from './read-condition.ts'
import type { Comparator, Condition, Operand } from './syntax.ts'

export type Test = (item: Item, values: Item) => boolean

export interface BoundCondition extends Uses {
  test: Test
  /** The names of the attributes it is about. */
  attributes: ReadonlySet<string>
}

/** A condition or a filter, ready to be asked of items. */
export const condition = remembered('ConditionExpression', bind)
export const filter = remembered('FilterExpression', bind)

function bind(kind: string, expression: string, names: Names): BoundCondition {
  const binding = bindingOf(kind, names)
  const attributes = new Set<string>()
  const test = testOf(readCondition(kind, expression), {
    ...binding,
    path(steps) {
      const path = binding.path(steps)
      attributes.add(String(path[0]))
      return path
    },
  })
  const { aliases, values, checks } = binding
  return { kind, aliases, values, checks, test, attributes }
}

function testOf(condition: Condition, binding: Binding): Test {
  switch (condition.is) {
    case 'group':
      return testOf(condition.condition, binding)
    case 'not': {
      const test = testOf(condition.condition, binding)
      return (item, values) => !test(item, values)
    }
    case 'and': {
      const tests = condition.conditions.map((part) => testOf(part, binding))
      return (item, values) => tests.every((test) => test(item, values))
    }
    case 'or': {
      const tests = condition.conditions.map((part) => testOf(part, binding))
      return (item, values) => tests.some((test) => test(item, values))
    }
    case 'compare':
      return compare(condition, binding)
    case 'between':
      return between(condition, binding)
    case 'in': {
      const operand = evaluate(condition.operand, binding)
      const list = condition.list.map((it) => evaluate(it, binding))
      return (item, values) => {
        const value = operand(item, values)
        return value !== undefined && list.some((it) => equal(value, it(item, values)))
      }
    }
    case 'function':
      return testFunction(condition, binding, evaluate)
    default:
      return condition satisfies never
  }
}

export function evaluate(operand: Operand, binding: Binding): Evaluate {
  if (operand.is === 'value') return binding.value(operand.name)
  if (operand.is === 'path') return evaluatePath(binding.path(operand.steps))
  return evaluateFunction(operand, binding, evaluate)
}

const isOrder: Record<Exclude<Comparator, '=' | '<>'>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const ordered = ['S', 'N', 'B'] as const

function compare({ by, left, right }: Condition & { is: 'compare' }, binding: Binding): Test {
  const a = evaluate(left, binding)
  const b = evaluate(right, binding)
  if (left.is === 'path' && right.is === 'path' && samePath(left, right, binding))
    binding.refuse(
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${by}`,
    )
  if (by === '=') return (item, values) => equal(a(item, values), b(item, values))
  if (by === '<>') return (item, values) => !equal(a(item, values), b(item, values))
  for (const operand of [left, right]) binding.allow(operand, by, ordered)
  return (item, values) => inOrder(a(item, values), b(item, values), isOrder[by])
}

type PathOperand = Operand & { is: 'path' }

const samePath = (a: PathOperand, b: PathOperand, binding: Binding) =>
  JSON.stringify(binding.path(a.steps)) === JSON.stringify(binding.path(b.steps))

/** What is missing, or of two types, is in no order. */
const inOrder = (
  a: Value | undefined,
  b: Value | undefined,
  is: (order: number) => boolean,
): boolean => a !== undefined && b !== undefined && haveOrder(a, b) && is(order(a, b))

function between({ operand, low, high }: Condition & { is: 'between' }, binding: Binding): Test {
  for (const it of [operand, low, high]) binding.allow(it, 'BETWEEN', ordered)
  const value = evaluate(operand, binding)
  const from = evaluate(low, binding)
  const to = evaluate(high, binding)
  if (low.is === 'value' && high.is === 'value')
    binding.checks.push((values) => {
      const [least, most] = [values[low.name], values[high.name]] as [Value, Value]
      if (!haveOrder(least, most))
        binding.refuse('The BETWEEN operator requires same data type for lower and upper bounds')
      if (order(least, most) > 0)
        binding.refuse(
          'The BETWEEN operator requires upper bound to be greater than or equal to lower bound',
        )
    })
  return (item, values) => {
    const it = value(item, values)
    return (
      inOrder(it, from(item, values), isOrder['>=']) && inOrder(it, to(item, values), isOrder['<='])
    )
  }
}
