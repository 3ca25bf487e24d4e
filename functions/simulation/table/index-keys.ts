import { refusal, refusalAtItem } from './errors.ts'
import type { Schema } from './schema.ts'
import { type Item, typeOf, type Value } from './values.ts'

/** An index key may be missing, but it may not be empty, nor of another type. */
export function checkIndexKeys({ indexes }: Schema, item: Item): void {
  for (const name in indexes) {
    const { partition, sort } = indexes[name] as Schema['indexes'][string]
    check(name, partition, item[partition])
    check(name, sort, item[sort])
  }
}

function check(index: string, key: string, value: Value | undefined) {
  if (value === undefined || (typeof value === 'string' && value !== '')) return
  if (value === '')
    throw refusal(
      `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${index}, IndexKey: ${key}`,
    )
  throw refusalAtItem(
    `One or more parameter values were invalid: Type mismatch for Index Key ${key} Expected: S Actual: ${typeOf(value)} IndexName: ${index}`,
  )
}
