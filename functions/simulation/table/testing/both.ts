import { randomUUID } from 'node:crypto'
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { clientDefaults } from '../../../lib/aws.ts'
import { table } from '../../../lib/table.ts'
import { MemoryTable } from '../memory-table.ts'
import type { KeyNames, Schema } from '../schema.ts'
import { type Item, orderOfStrings } from '../values.ts'
import { commandOf, type Spec } from './spec.ts'

const engine = new DynamoDBClient({ ...clientDefaults, maxAttempts: 5 })

type Outcome = Record<string, unknown>

/** One and the same empty table in the engine and in memory. */
export interface Both {
  run(spec: Spec): Promise<{ engine: Outcome; memory: Outcome }>
  contents(): Promise<{ engine: Item[]; memory: Item[] }>
  [Symbol.asyncDispose](): Promise<void>
}

export async function bothOf(schema: Schema): Promise<Both> {
  const name = `differential-${randomUUID()}`
  await engine.send(creation(name, schema))
  const memory = new MemoryTable({ schema })
  return {
    async run(spec) {
      const command = commandOf(spec, name)
      return {
        engine: await outcomeOf(() => table.send(command as never)),
        memory: await outcomeOf(() => memory.execute(commandOf(spec, name))),
      }
    },
    async contents() {
      const { Items = [] } = await table.send(new ScanCommand({ TableName: name }))
      return { engine: inOrder(Items), memory: inOrder([...memory.items()]) }
    },
    async [Symbol.asyncDispose]() {
      await engine.send(new DeleteTableCommand({ TableName: name }))
    },
  }
}

const keySchema = ({ partition, sort }: KeyNames) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

function creation(TableName: string, schema: Schema) {
  const keys = [schema, ...Object.values(schema.indexes)].flatMap((it) => [it.partition, it.sort])
  return new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(schema),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: Object.entries(schema.indexes).map(([IndexName, index]) => ({
      IndexName,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: index.projection },
    })),
  })
}

/** What came of a command: its output, or the name of its error, with the reasons if it has some. */
async function outcomeOf(run: () => unknown): Promise<Outcome> {
  try {
    const { $metadata: _, ...output } = (await run()) as Record<string, unknown>
    return plain(Object.fromEntries(Object.entries(output).map(renamed))) as Outcome
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (!(error instanceof TransactionCanceledException)) return { error: error.name }
    return { error: error.name, reasons: error.CancellationReasons?.map(({ Code }) => Code) }
  }
}

/** What BatchGet found is told by the table's name, which is made up. */
const renamed = ([name, value]: [string, unknown]): [string, unknown] =>
  name === 'Responses' ? [name, Object.values(value as object)] : [name, value]

/** Bytes are bytes, be they a Buffer or not. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: [...value] }
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]))
}

const inOrder = (items: Item[]) =>
  (items.map(plain) as Item[]).toSorted((a, b) => orderOfStrings(keyOf(a), keyOf(b)))

const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`
