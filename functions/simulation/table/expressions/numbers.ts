import { inRange } from '../marshal.ts'

/** The sum as DynamoDB has it: of decimal numbers, so that 0.1 and 0.2 are 0.3. */
export function sum(a: number, b: number): number {
  const plain = a + b
  if (Number.isInteger(a) && Number.isInteger(b)) {
    if (!Number.isSafeInteger(plain)) throw new Error(`The simulated table has no number ${plain}`)
    return plain
  }
  const [x, y] = [decimal(a), decimal(b)]
  const exponent = Math.min(x.exponent, y.exponent)
  const digits = shifted(x, exponent) + shifted(y, exponent)
  return inRange(Number(`${digits}e${exponent}`))
}

interface Decimal {
  digits: bigint
  exponent: number
}

function decimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = value.toString().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length }
}

const shifted = ({ digits, exponent }: Decimal, to: number) => digits * 10n ** BigInt(exponent - to)
