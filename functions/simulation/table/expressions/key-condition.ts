import { type Binding, bindingOf } from './binding.ts'
import { remembered, type Uses } from './bound.ts'
import type { Names } from './path.ts'
import { readCondition } from './read-condition.ts'
import type { Comparator, Condition, Operand } from './syntax.ts'

/** One condition on one key: by which rule, and with which values. */
export interface KeyTest {
  key: string
  by: Exclude<Comparator, '<>'> | 'between' | 'begins_with'
  values: string[]
}

export interface BoundKeyCondition extends Uses {
  tests: KeyTest[]
}

export const keyCondition = remembered('KeyConditionExpression', bind)

function bind(kind: string, expression: string, names: Names): BoundKeyCondition {
  const binding = bindingOf(kind, names)
  const tests = testsOf(readCondition(kind, expression), binding)
  const { aliases, values, checks } = binding
  return { kind, aliases, values, checks, tests }
}

function testsOf(condition: Condition, binding: Binding): KeyTest[] {
  switch (condition.is) {
    case 'group':
      return testsOf(condition.condition, binding)
    case 'and':
      return condition.conditions.flatMap((part) => testsOf(part, binding))
    case 'compare': {
      const { by, left, right } = condition
      if (by === '<>') return binding.refuse('Unsupported operator on KeyCondition: operator: <>')
      return left.is === 'value'
        ? [testOf(right, mirrored[by], [left], binding)]
        : [testOf(left, by, [right], binding)]
    }
    case 'between':
      return [testOf(condition.operand, 'between', [condition.low, condition.high], binding)]
    case 'function':
      if (condition.name === 'begins_with') {
        const [key, ...values] = condition.operands as [Operand, ...Operand[]]
        return [testOf(key, 'begins_with', values, binding)]
      }
      return binding.refuse(`Unsupported function on KeyCondition: function: ${condition.name}`)
    default:
      return binding.refuse(`Invalid operator used in KeyConditionExpression: ${condition.is}`)
  }
}

const mirrored = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

function testOf(key: Operand, by: KeyTest['by'], values: Operand[], binding: Binding): KeyTest {
  if (key.is !== 'path') return binding.refuse('A key condition is about a key attribute')
  const path = binding.path(key.steps)
  if (path.length > 1)
    binding.refuse('KeyConditionExpressions cannot have conditions on nested attributes')
  const names = values.map((operand) => {
    if (operand.is !== 'value') return binding.refuse('A key is compared with a value')
    binding.value(operand.name)
    return operand.name
  })
  return { key: String(path[0]), by, values: names }
}
