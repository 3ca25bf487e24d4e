import { refusal, unknown } from './errors.ts'
import type { Item, Value } from './values.ts'

const deepest = 32

/** A value as the DocumentClient sends it: a copy, without what is undefined or a function, at all depths. */
export function sent(value: unknown, depth = 1): Value {
  if (depth > deepest) throw refusal('Nesting Levels have exceeded supported limits')
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return sentNumber(value)
    case 'object':
      if (value === null) return null
      if (Array.isArray(value))
        return value.filter(isSent).map((element) => sent(element, depth + 1))
      if (value instanceof Uint8Array) return new Uint8Array(value)
      return sentMap(value, depth + 1)
    default:
      throw unknown(`values like ${String(value)}`)
  }
}

/** All fields of an item, a key or a set of expression values. */
export const sentFields = (fields: object): Item => sentMap(fields, 1)

const isSent = (value: unknown) => value !== undefined && typeof value !== 'function'

function sentMap(fields: object, depth: number): Item {
  const prototype = Object.getPrototypeOf(fields)
  if (prototype !== Object.prototype && prototype !== null)
    throw unknown(`values of class ${fields.constructor.name}`)
  const map: Item = {}
  for (const name in fields) {
    const value = fields[name as keyof typeof fields] as unknown
    if (typeof value === 'string') map[name] = value
    else if (isSent(value)) map[name] = sent(value, depth)
  }
  return map
}

function sentNumber(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`Special numeric value ${value} is not allowed`)
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Error(`Number ${value} is outside of the safe integers. Use NumberValue`)
  return inRange(value)
}

/** DynamoDB has no number nearer to zero than 1E-130, and only one zero. */
export function inRange(value: number): number {
  if (value === 0) return 0
  if (Math.abs(value) < 1e-130)
    throw refusal(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    )
  return value
}
