import type { Item, Value } from './values.ts'

/** The size of an item as DynamoDB counts it: names and values, in bytes. */
export function sizeOf(item: Item): number {
  let size = 0
  for (const name in item) size += bytesIn(name) + sizeOfValue(item[name] as Value)
  return size
}

function sizeOfValue(value: Value): number {
  switch (typeof value) {
    case 'string':
      return bytesIn(value)
    case 'number':
      return sizeOfNumber(value)
    case 'boolean':
      return 1
    default:
      if (value === null) return 1
      if (value instanceof Uint8Array) return value.length
      if (Array.isArray(value))
        return value.reduce<number>((sum, element) => sum + 1 + sizeOfValue(element), 3)
      return 3 + Object.keys(value).length + sizeOf(value)
  }
}

/** How many bytes a string takes in UTF-8. */
export function bytesIn(text: string): number {
  if (text.length > 200) return Buffer.byteLength(text)
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A surrogate is half a character of four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** One byte and one for every two digits, in pairs from the decimal point; one more below zero. */
function sizeOfNumber(value: number): number {
  if (!Number.isInteger(value)) return sizeOfFraction(value)
  let rest = Math.abs(value)
  if (rest === 0) return 1
  while (rest % 100 === 0) rest /= 100
  let pairs = 0
  for (; rest >= 1; rest = Math.floor(rest / 100)) pairs++
  return 1 + pairs + (value < 0 ? 1 : 0)
}

function sizeOfFraction(value: number): number {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toString().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = (whole + fraction).replace(/^0+/, '')
  const last = Math.abs(Number(exponent) - fraction.length) % 2
  return 1 + Math.ceil((digits.length + last) / 2) + (value < 0 ? 1 : 0)
}
