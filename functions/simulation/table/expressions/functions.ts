import { equal, type Item, typeOf, type Value } from '../values.ts'
import type { Binding, Evaluate } from './binding.ts'
import type { Operand } from './syntax.ts'

interface Call {
  name: string
  operands: Operand[]
}

type EvaluateOf = (operand: Operand, binding: Binding) => Evaluate
type Test = (item: Item, values: Item) => boolean

/** The functions that are conditions by themselves. */
export function testFunction(call: Call, binding: Binding, evaluate: EvaluateOf): Test {
  const { name, operands } = call
  const [first, second] = operands
  switch (name) {
    case 'attribute_exists':
    case 'attribute_not_exists': {
      expectCount(call, 1, binding)
      if (first?.is !== 'path')
        binding.refuse(
          `Operator or function requires a document path; operator or function: ${name}`,
        )
      const value = evaluate(first, binding)
      const exists = name === 'attribute_exists'
      return (item, values) => (value(item, values) !== undefined) === exists
    }
    case 'begins_with':
    case 'contains':
    case 'attribute_type': {
      expectCount(call, 2, binding)
      const [a, b] = [first, second] as [Operand, Operand]
      if (name === 'begins_with')
        for (const operand of operands) binding.allow(operand, name, ['S', 'B'])
      const [whole, part] = [evaluate(a, binding), evaluate(b, binding)]
      const holds = { begins_with: beginsWith, contains, attribute_type: isOfType }[name]
      return (item, values) => {
        const x = whole(item, values)
        const y = part(item, values)
        return x !== undefined && y !== undefined && holds(x, y)
      }
    }
    case 'size':
      return binding.refuse(
        'The function is not allowed to be used this way in an expression; function: size',
      )
    default:
      return binding.refuse(`Invalid function name; function: ${name}`)
  }
}

/** The functions that stand for a value: of these a condition knows one. */
export function evaluateFunction(call: Call, binding: Binding, evaluate: EvaluateOf): Evaluate {
  if (call.name !== 'size')
    binding.refuse(
      `The function is not allowed to be used this way in an expression; function: ${call.name}`,
    )
  expectCount(call, 1, binding)
  const operand = call.operands[0] as Operand
  binding.allow(operand, 'size', ['S', 'B', 'L', 'M'])
  const value = evaluate(operand, binding)
  return (item, values) => sizeOf(value(item, values))
}

function sizeOf(value: Value | undefined): number | undefined {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Uint8Array)
    return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined
}

export function expectCount({ name, operands }: Call, count: number, binding: Binding) {
  if (operands.length !== count)
    binding.refuse(
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
    )
}

const startsWith = (bytes: Uint8Array, part: Uint8Array) =>
  equal(bytes.subarray(0, part.length), part)

function beginsWith(whole: Value, part: Value): boolean {
  if (typeof whole === 'string') return typeof part === 'string' && whole.startsWith(part)
  return whole instanceof Uint8Array && part instanceof Uint8Array && startsWith(whole, part)
}

function contains(whole: Value, part: Value): boolean {
  if (Array.isArray(whole)) return whole.some((element) => equal(element, part))
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part)
  return (
    whole instanceof Uint8Array &&
    part instanceof Uint8Array &&
    Buffer.from(whole).includes(Buffer.from(part))
  )
}

const isOfType = (value: Value, type: Value) => typeOf(value) === type
