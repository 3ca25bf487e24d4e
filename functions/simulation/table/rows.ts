import { at, type Entry, insert, remove } from './order.ts'
import type { IndexSchema, KeyNames, Schema } from './schema.ts'
import { sizeOf } from './size.ts'
import type { Item } from './values.ts'

/** What stood under a key at one time. Never changed: a write makes a new one. */
export interface Version {
  readonly item: Item
  readonly size: number
}

export interface Row {
  readonly pk: string
  readonly sk: string
  now?: Version
  /** What stood here before the last write, as long as reads may be stale. */
  before?: Version
  writtenAt: number
}

/** Whether a read that may be stale misses the last write of an item, which is so many ms old. */
export type StaleRead = (ageMs: number) => boolean

type Partitions = Map<string, Entry[]>

export const versionOf = (item: Item): Version => ({ item, size: sizeOf(item) })

/** The rows of the table in the order of its keys, and in the order of each index. */
export class Rows {
  readonly schema: Schema
  readonly #staleRead: StaleRead | undefined
  readonly #rows: Partitions = new Map()
  readonly #indexes: { index: IndexSchema; partitions: Partitions }[]

  constructor(schema: Schema, staleRead?: StaleRead) {
    this.schema = schema
    this.#staleRead = staleRead
    this.#indexes = Object.values(schema.indexes).map((index) => ({ index, partitions: new Map() }))
  }

  get mayBeStale(): boolean {
    return this.#staleRead !== undefined
  }

  find(pk: string, sk: string): Row | undefined {
    const entries = this.#rows.get(pk)
    return entries?.[at(entries, sk, pk, sk)]?.row
  }

  /** What a read sees of a row: the newest version, or, now and then, one write less. */
  seen(row: Row | undefined, consistent: boolean): Version | undefined {
    if (!row || consistent || !this.#staleRead) return row?.now
    return this.#staleRead(Date.now() - row.writtenAt) ? row.before : row.now
  }

  /** The entries of one partition of the table or of an index, in order. */
  partition(value: string, indexName?: string): readonly Entry[] {
    if (indexName === undefined) return this.#rows.get(value) ?? []
    const index = this.schema.indexes[indexName]
    return this.#indexes.find((it) => it.index === index)?.partitions.get(value) ?? []
  }

  write(pk: string, sk: string, next: Version | undefined): void {
    let row = this.find(pk, sk)
    if (!row?.now && !next) return
    if (!row) {
      row = { pk, sk, writtenAt: 0 }
      place(this.#rows, pk, { sort: sk, row })
    }
    const gone = this.#staleRead ? row.before : row.now
    const kept = this.#staleRead ? row.now : undefined
    for (const { index, partitions } of this.#indexes)
      reindex(partitions, index, row, gone, kept, next)
    row.now = next
    if (this.#staleRead) {
      row.before = kept
      row.writtenAt = Date.now()
    }
    if (!next && !kept) displace(this.#rows, pk, sk, row)
  }

  *items(): Iterable<Item> {
    for (const entries of this.#rows.values())
      for (const { row } of entries) if (row.now) yield row.now.item
  }
}

/** Where a version stands in an index; an item without both keys is not in it. */
export function placeIn({ partition, sort }: KeyNames, version: Version | undefined) {
  const at = version?.item[partition]
  const by = version?.item[sort]
  return typeof at === 'string' && typeof by === 'string' ? { partition: at, sort: by } : undefined
}

/** Takes a row from where only the version that goes stood, and puts it where the next one stands. */
function reindex(
  partitions: Partitions,
  index: IndexSchema,
  row: Row,
  gone: Version | undefined,
  kept: Version | undefined,
  next: Version | undefined,
) {
  const from = placeIn(index, gone)
  const also = placeIn(index, kept)
  const to = placeIn(index, next)
  if (from && !same(from, to) && !same(from, also))
    displace(partitions, from.partition, from.sort, row)
  if (to && !same(to, from) && !same(to, also))
    place(partitions, to.partition, { sort: to.sort, row })
}

type Place = ReturnType<typeof placeIn>

const same = (a: Place, b: Place) =>
  a !== undefined && b !== undefined && a.partition === b.partition && a.sort === b.sort

function place(partitions: Partitions, partition: string, entry: Entry) {
  const entries = partitions.get(partition)
  if (entries) insert(entries, entry)
  else partitions.set(partition, [entry])
}

function displace(partitions: Partitions, partition: string, sort: string, row: Row) {
  const entries = partitions.get(partition)
  if (!entries) return
  remove(entries, sort, row)
  if (entries.length === 0) partitions.delete(partition)
}
