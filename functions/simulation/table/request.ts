import { refusal, refusalAtItem, unknown } from './errors.ts'
import type { Names } from './expressions/path.ts'
import { sentFields } from './marshal.ts'
import type { Key } from './rows.ts'
import type { KeyNames, Schema } from './schema.ts'
import { bytesIn } from './size.ts'
import { type Item, typeOf, type Value } from './values.ts'

/** What every expression of a request may refer to. */
export interface Placeholders {
  ExpressionAttributeNames?: Names | undefined
  ExpressionAttributeValues?: Record<string, unknown> | undefined
}

/** Refuses what the simulated table would have to leave out. */
export function expectOnly(input: object, known: ReadonlySet<string>): void {
  for (const name in input)
    if (!known.has(name) && input[name as keyof typeof input] !== undefined) throw unknown(name)
}

export const sentValues = ({ ExpressionAttributeValues: values }: Placeholders) =>
  values && sentFields(values)

const mostBytes = { partition: 2048, sort: 1024 }

/** The key of an item that is asked for: these two attributes and no others. */
export function keyOf(schema: Schema, given: Record<string, unknown> | undefined): Key {
  const key = sentFields(given ?? {})
  for (const name in key)
    if (name !== schema.partition && name !== schema.sort) return schemaMismatch()
  return keyIn(schema, key, schemaMismatch)
}

function schemaMismatch(): never {
  throw refusalAtItem('The provided key element does not match the schema')
}

/** The key of an item that is put. */
export const keyOfItem = (schema: Schema, item: Item): Key =>
  keyIn(schema, item, (name) => {
    const value = item[name]
    const what =
      value === undefined
        ? `Missing the key ${name} in the item`
        : `Type mismatch for key ${name} expected: S actual: ${typeOf(value)}`
    throw refusalAtItem(`One or more parameter values were invalid: ${what}`)
  })

function keyIn({ partition, sort }: KeyNames, item: Item, refuse: (name: string) => never): Key {
  const pk = item[partition]
  const sk = item[sort]
  refuseEmpty(partition, pk)
  refuseEmpty(sort, sk)
  if (typeof pk !== 'string') return refuse(partition)
  if (typeof sk !== 'string') return refuse(sort)
  if (tooLong(pk, mostBytes.partition) || tooLong(sk, mostBytes.sort))
    throw refusal(
      'One or more parameter values were invalid: Size of a key has exceeded the size limit',
    )
  return { pk, sk }
}

const tooLong = (text: string, most: number) => text.length * 3 > most && bytesIn(text) > most

function refuseEmpty(name: string, value: Value | undefined) {
  if (value === '')
    throw refusal(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
    )
}
