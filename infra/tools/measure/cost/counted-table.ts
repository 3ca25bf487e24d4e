import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import {
  MemoryTable,
  type TableCommand,
} from '../../../../functions/simulation/table/memory-table.ts'
import { balasTable as schema } from '../../../../functions/simulation/table/schema.ts'
import type { Item } from '../../../../functions/simulation/table/values.ts'
import { type Key, type Read, readsIn, writesIn } from './commands.ts'
import { entryIn, readUnits, refusedUnits, writeUnits } from './units.ts'

const name = { TableName: 'balas' }

/** A table in memory that tells what each command would be billed for, and can be put back as it was. */
export function createCountedTable() {
  const table = new MemoryTable({ schema })
  const spent = { writeUnits: 0, readUnits: 0 }
  let undone: { key: Key; before: Item | undefined }[] = []

  const find = (Key: Key) =>
    table.execute(new GetCommand({ ...name, Key, ConsistentRead: true })).Item as Item | undefined

  /** All that a query reads, before a filter and a projection leave less of it. */
  function queried(query: QueryCommandInput): Item[] {
    const index = query.IndexName ? schema.indexes[query.IndexName] : undefined
    const items = (table.execute(new QueryCommand(query)).Items ?? []) as Item[]
    return index ? items.map((item) => entryIn(schema, index, item) ?? item) : items
  }

  const unitsOf = (read: Read) =>
    readUnits('key' in read ? [find(read.key) ?? {}] : queried(read.query), read.consistent)

  function write(command: TableCommand, writes: ReturnType<typeof writesIn>) {
    const inTransaction = command instanceof TransactWriteCommand
    const changes = writes.map((it) => ({ ...it, before: find(it.key) }))
    try {
      const output = table.execute(command)
      for (const { key, before } of changes) {
        spent.writeUnits += writeUnits(schema, { before, after: find(key) }, inTransaction)
        undone.push({ key, before })
      }
      return output
    } catch (error) {
      for (const { before, item } of changes)
        spent.writeUnits += refusedUnits({ before, after: item }, inTransaction)
      throw error
    }
  }

  return {
    /** Units of all commands so far. */
    spent,
    execute(command: TableCommand) {
      const writes = writesIn(command)
      if (writes.length) return write(command, writes)
      const output = table.execute(command)
      for (const read of readsIn(command)) spent.readUnits += unitsOf(read)
      return output
    },
    /** What stands there; free of charge. */
    find,
    /** The items of one small partition; free of charge. */
    look: (pk: string) =>
      queried({
        ...name,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    /** Puts items there, free of charge and for good. */
    place(items: Item[]) {
      for (const Item of items) table.execute(new PutCommand({ ...name, Item }))
    },
    /** All that was written up to now is for good. */
    keep() {
      undone = []
    },
    /** Takes back, free of charge, all that is not for good. */
    undo() {
      for (const { key, before } of undone.reverse())
        table.execute(
          before
            ? new PutCommand({ ...name, Item: before })
            : new DeleteCommand({ ...name, Key: key }),
        )
      undone = []
    },
  }
}
export type CountedTable = ReturnType<typeof createCountedTable>
