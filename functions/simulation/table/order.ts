import type { Row } from './rows.ts'
import { orderOfStrings } from './values.ts'

/** A row where it stands in a partition; what sorts alike stands in the order of the table's keys. */
export interface Entry {
  readonly sort: string
  readonly row: Row
}

const orderOf = (entry: Entry, sort: string, pk: string, sk: string) =>
  orderOfStrings(entry.sort, sort) ||
  orderOfStrings(entry.row.pk, pk) ||
  orderOfStrings(entry.row.sk, sk)

/** The first place whose entry answers no; all that answer yes stand before all others. */
export function firstNot(entries: readonly Entry[], isBefore: (entry: Entry) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(entries[middle] as Entry)) low = middle + 1
    else high = middle
  }
  return low
}

/** The place at or after this key. */
export const placeFrom = (entries: readonly Entry[], sort: string, pk: string, sk: string) =>
  firstNot(entries, (entry) => orderOf(entry, sort, pk, sk) < 0)

/** The entries of a table or an index: by partition, and in order. */
export class Partitions {
  readonly #entries = new Map<string, Entry[]>()

  of(partition: string): readonly Entry[] {
    return this.#entries.get(partition) ?? []
  }

  all(): Iterable<readonly Entry[]> {
    return this.#entries.values()
  }

  add(partition: string, sort: string, row: Row): void {
    const entries = this.#entries.get(partition)
    if (!entries) return void this.#entries.set(partition, [{ sort, row }])
    const last = entries.at(-1)
    // Most of what is new is newest.
    if (!last || orderOf(last, sort, row.pk, row.sk) < 0) entries.push({ sort, row })
    else entries.splice(placeFrom(entries, sort, row.pk, row.sk), 0, { sort, row })
  }

  remove(partition: string, sort: string, row: Row): void {
    const entries = this.#entries.get(partition)
    const place = entries ? placeFrom(entries, sort, row.pk, row.sk) : -1
    if (entries?.[place]?.row !== row) return
    entries.splice(place, 1)
    if (entries.length === 0) this.#entries.delete(partition)
  }
}
