import { mock } from 'node:test'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { table } from '../../../functions/lib/table.ts'
import { MemoryTable } from '../../../functions/simulation/table/memory-table.ts'
import { balasTable } from '../../../functions/simulation/table/schema.ts'

export type Item = Record<string, unknown> & { pk: string; sk: string }

export interface Clock {
  /** From now on it is this time. */
  set(ms: number): void
}

/**
 * Lets the product's own code write into a table in memory that begins with what is `known`. Answers what
 * is new or changed in it, so that what is seeded has the shapes that are stored anyway.
 */
export async function play(
  known: Item[],
  story: (clock: Clock) => Promise<void>,
): Promise<{ items: Item[]; table: MemoryTable }> {
  process.env.TABLE_NAME ??= 'seed'
  const memory = new MemoryTable({ schema: balasTable })
  for (const Item of known) memory.execute(new PutCommand({ TableName: 'seed', Item }))
  const before = new Set<unknown>(memory.items())
  table.send = (async (command: never) => memory.execute(command)) as never
  mock.timers.enable({ apis: ['Date'] })
  try {
    await story({ set: (ms) => mock.timers.setTime(ms) })
  } finally {
    mock.timers.reset()
    Reflect.deleteProperty(table, 'send')
  }
  const items = [...memory.items()].filter((item) => !before.has(item)) as Item[]
  return { items, table: memory }
}
