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
export const from = (entries: readonly Entry[], sort: string, pk: string, sk: string) =>
  firstNot(entries, (entry) => orderOf(entry, sort, pk, sk) < 0)

/** The place of this very key; -1 when nothing stands there. */
export function at(entries: readonly Entry[], sort: string, pk: string, sk: string): number {
  const place = from(entries, sort, pk, sk)
  const entry = entries[place]
  return entry && orderOf(entry, sort, pk, sk) === 0 ? place : -1
}

export function insert(entries: Entry[], entry: Entry): void {
  const { sort, row } = entry
  const last = entries.at(-1)
  // Most of what is new is newest.
  if (!last || orderOf(last, sort, row.pk, row.sk) < 0) entries.push(entry)
  else entries.splice(from(entries, sort, row.pk, row.sk), 0, entry)
}

export function remove(entries: Entry[], sort: string, { pk, sk }: Row): void {
  const place = at(entries, sort, pk, sk)
  if (place >= 0) entries.splice(place, 1)
}
