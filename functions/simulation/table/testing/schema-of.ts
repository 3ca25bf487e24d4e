import type { KeySchemaElement, TableDescription } from '@aws-sdk/client-dynamodb'
import type { KeyNames, Schema } from '../schema.ts'

/** The schema of a table as the engine describes it. */
export function schemaOf(table: TableDescription | undefined): Schema {
  const indexes = (table?.GlobalSecondaryIndexes ?? []).map(
    ({ IndexName, KeySchema, Projection }) => [
      IndexName,
      { ...namesOf(KeySchema), projection: Projection?.ProjectionType },
    ],
  )
  return { ...namesOf(table?.KeySchema), indexes: Object.fromEntries(indexes) }
}

function namesOf(keys: KeySchemaElement[] = []): KeyNames {
  const named = (type: string) =>
    String(keys.find(({ KeyType }) => KeyType === type)?.AttributeName)
  return { partition: named('HASH'), sort: named('RANGE') }
}
