import { IndexOfRows } from './index-of-rows.ts'
import { type Entry, Partitions } from './order.ts'
import type { Schema } from './schema.ts'
import { sizeOf } from './size.ts'
import type { Item } from './values.ts'

/** What stood under a key at one time. Never changed: a write makes a new one. */
export interface Version {
  readonly item: Item
  readonly size: number
}

export interface Key {
  readonly pk: string
  readonly sk: string
}

export interface Row extends Key {
  now: Version | undefined
  /** What stood here before the last write, as long as reads may be stale. */
  before: Version | undefined
  writtenAt: number
}

/** Whether a read that may be stale misses the last write of an item, which is so many ms old. */
export type StaleRead = (ageMs: number) => boolean

export const versionOf = (item: Item): Version => ({ item, size: sizeOf(item) })

/** The rows of the table: by their keys, in the order of their keys, and in the order of each index. */
export class Rows {
  readonly schema: Schema
  readonly #staleRead: StaleRead | undefined
  readonly #byKey = new Map<string, Map<string, Row>>()
  readonly #inOrder = new Partitions()
  readonly #indexes: Record<string, IndexOfRows> = {}

  constructor(schema: Schema, staleRead?: StaleRead) {
    this.schema = schema
    this.#staleRead = staleRead
    for (const [name, index] of Object.entries(schema.indexes))
      this.#indexes[name] = new IndexOfRows(index)
  }

  get mayBeStale(): boolean {
    return this.#staleRead !== undefined
  }

  find({ pk, sk }: Key): Row | undefined {
    return this.#byKey.get(pk)?.get(sk)
  }

  /** What a read sees of a row: the newest version, or, now and then, one write less. */
  seen(row: Row | undefined, consistent: boolean): Version | undefined {
    if (!row || consistent || !this.#staleRead) return row?.now
    return this.#staleRead(Date.now() - row.writtenAt) ? row.before : row.now
  }

  /** The entries of one partition of the table or of an index, in order. */
  partition(value: string, index?: string): readonly Entry[] {
    const partitions = index === undefined ? this.#inOrder : this.#indexes[index]?.partitions
    return partitions?.of(value) ?? []
  }

  /** Writes the next version of a row, or of what is not there yet under its key. */
  write(key: Key, known: Row | undefined, next: Version | undefined): void {
    if (!known?.now && !next) return
    const row = known ?? this.#add(key)
    const gone = this.#staleRead ? row.before : row.now
    const kept = this.#staleRead ? row.now : undefined
    for (const name in this.#indexes) this.#indexes[name]?.move(row, gone, kept, next)
    row.now = next
    row.before = kept
    if (this.#staleRead) row.writtenAt = Date.now()
    if (!next && !kept) this.#remove(row)
  }

  *items(): Iterable<Item> {
    for (const entries of this.#inOrder.all())
      for (const { row } of entries) if (row.now) yield row.now.item
  }

  #add({ pk, sk }: Key): Row {
    const row: Row = { pk, sk, now: undefined, before: undefined, writtenAt: 0 }
    const partition = this.#byKey.get(pk)
    if (partition) partition.set(sk, row)
    else this.#byKey.set(pk, new Map([[sk, row]]))
    this.#inOrder.add(pk, sk, row)
    return row
  }

  #remove(row: Row): void {
    const partition = this.#byKey.get(row.pk)
    partition?.delete(row.sk)
    if (partition?.size === 0) this.#byKey.delete(row.pk)
    this.#inOrder.remove(row.pk, row.sk, row)
  }
}
