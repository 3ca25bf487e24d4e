import type { IndexSchema, Schema } from '../../../../functions/simulation/table/schema.ts'
import { sizeOf } from '../../../../functions/simulation/table/size.ts'
import { equal, type Item } from '../../../../functions/simulation/table/values.ts'

const unitsOf = (bytes: number, unitBytes: number) => Math.max(1, Math.ceil(bytes / unitBytes))
const sizeOrNone = (item: Item | undefined) => (item ? sizeOf(item) : 0)

/**
 * Read units of one item, or of all that a query read together: whatever a filter or a projection leaves of
 * it, each begun 4 kB is one, or a half where the read need not be consistent. Nothing costs as much as
 * something small.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export const readUnits = (items: Item[], consistent = false): number =>
  unitsOf(
    items.reduce((sum, item) => sum + sizeOf(item), 0),
    4096,
  ) * (consistent ? 1 : 0.5)

interface Change {
  before: Item | undefined
  after: Item | undefined
}

/** Write units of a change: each begun kB of what was or is there, whichever is larger; twice in a transaction. */
export function writeUnits(schema: Schema, { before, after }: Change, inTransaction = false) {
  const table = unitsOf(Math.max(sizeOrNone(before), sizeOrNone(after)), 1024)
  const indexes = Object.values(schema.indexes).map((index) =>
    indexUnits(entryIn(schema, index, before), entryIn(schema, index, after), index),
  )
  // An index follows a transaction as it follows any write: once.
  return indexes.reduce((sum, units) => sum + units, table * (inTransaction ? 2 : 1))
}

/** A write whose condition fails is paid for, by the table alone. */
export const refusedUnits = ({ before, after }: Change, inTransaction = false) =>
  writeUnits({ partition: '', sort: '', indexes: {} }, { before, after }, inTransaction)

/** What an index holds of an item; nothing unless the item has both of its keys. */
export function entryIn(schema: Schema, index: IndexSchema, item: Item | undefined) {
  if (!item || item[index.partition] === undefined || item[index.sort] === undefined) return
  if (index.projection === 'ALL') return item
  const keys = [schema.partition, schema.sort, index.partition, index.sort]
  return Object.fromEntries(keys.map((name) => [name, item[name] as string]))
}

/**
 * In, out or changed is one write; moved is two, one out and one in; what an index does not hold may change
 * as it likes. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes
 */
function indexUnits(was: Item | undefined, is: Item | undefined, { partition, sort }: IndexSchema) {
  if (!was || !is) return was || is ? unitsOf(sizeOrNone(was ?? is), 1024) : 0
  if (was[partition] !== is[partition] || was[sort] !== is[sort])
    return unitsOf(sizeOf(was), 1024) + unitsOf(sizeOf(is), 1024)
  return equal(was, is) ? 0 : unitsOf(Math.max(sizeOf(was), sizeOf(is)), 1024)
}
