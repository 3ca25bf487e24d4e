export type Value =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | Value[]
  | { [name: string]: Value }

export type Item = Record<string, Value>

export type Type = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'L' | 'M'

export function typeOf(value: Value): Type {
  switch (typeof value) {
    case 'string':
      return 'S'
    case 'number':
      return 'N'
    case 'boolean':
      return 'BOOL'
    default:
      if (value === null) return 'NULL'
      if (Array.isArray(value)) return 'L'
      return value instanceof Uint8Array ? 'B' : 'M'
  }
}

/** Whether two values are of one type that has an order. */
export function haveOrder(a: Value, b: Value): boolean {
  const type = typeOf(a)
  return type === typeOf(b) && (type === 'S' || type === 'N' || type === 'B')
}

/** Below zero when `a` stands first; only for two values that have an order. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'string') return orderOfStrings(a, b as string)
  if (typeof a === 'number') return a - (b as number)
  return Buffer.compare(a as Uint8Array, b as Uint8Array)
}

/** By their bytes in UTF-8: as JavaScript does, but that surrogates stand above all other characters. */
export function orderOfStrings(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Uint8Array || b instanceof Uint8Array)
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((v, i) => equal(v, b[i]))
    )
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => equal(a[name], b[name]))
}

/** A copy that its owner may do with as it likes. */
export function copy<T extends Value>(value: T): T
export function copy(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Uint8Array) return new Uint8Array(value)
  const copied = { ...value }
  for (const name in copied) {
    const field = copied[name]
    if (typeof field === 'object' && field !== null) copied[name] = copy(field)
  }
  return copied
}
