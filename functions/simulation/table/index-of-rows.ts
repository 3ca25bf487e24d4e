import { Partitions } from './order.ts'
import type { Row, Version } from './rows.ts'
import type { IndexSchema, KeyNames } from './schema.ts'

/** Where a version stands in an index; an item without both keys is not in it. */
export function placeIn({ partition, sort }: KeyNames, version: Version | undefined) {
  const at = version?.item[partition]
  const by = version?.item[sort]
  return typeof at === 'string' && typeof by === 'string' ? { partition: at, sort: by } : undefined
}

type Place = ReturnType<typeof placeIn>

const same = (a: Place, b: Place) =>
  a !== undefined && b !== undefined && a.partition === b.partition && a.sort === b.sort

/** The rows as one index has them. */
export class IndexOfRows {
  readonly schema: IndexSchema
  readonly partitions = new Partitions()

  constructor(schema: IndexSchema) {
    this.schema = schema
  }

  /** Takes a row from where only the version that goes stood, and puts it where the next one stands. */
  move(row: Row, gone: Version | undefined, kept: Version | undefined, next: Version | undefined) {
    if (this.#standAlike(gone, next) && this.#standAlike(kept, next)) return
    const from = placeIn(this.schema, gone)
    const also = placeIn(this.schema, kept)
    const to = placeIn(this.schema, next)
    if (from && !same(from, to) && !same(from, also))
      this.partitions.remove(from.partition, from.sort, row)
    if (to && !same(to, from) && !same(to, also)) this.partitions.add(to.partition, to.sort, row)
  }

  #standAlike(a: Version | undefined, b: Version | undefined): boolean {
    const { partition, sort } = this.schema
    return a?.item[partition] === b?.item[partition] && a?.item[sort] === b?.item[sort]
  }
}
