import { refusal, refusalAtItem } from './errors.ts'
import type { Schema } from './schema.ts'
import { type Item, typeOf } from './values.ts'

/** An index key may be missing, but never empty. */
export function refuseEmptyIndexKeys({ indexes }: Schema, item: Item): void {
  for (const name in indexes) {
    const { partition, sort } = indexes[name] as Schema['indexes'][string]
    if (item[partition] === '' || item[sort] === '')
      throw refusal(
        `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: ${name}`,
      )
  }
}

/** An index key may be missing, but never of another type. */
export function checkIndexKeys({ indexes }: Schema, item: Item): void {
  for (const name in indexes) {
    const { partition, sort } = indexes[name] as Schema['indexes'][string]
    for (const key of [partition, sort]) {
      const value = item[key]
      if (value !== undefined && typeof value !== 'string')
        throw refusalAtItem(
          `One or more parameter values were invalid: Type mismatch for Index Key ${key} Expected: S Actual: ${typeOf(value)} IndexName: ${name}`,
        )
    }
  }
}
