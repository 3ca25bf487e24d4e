import { refusal } from './errors.ts'
import type { Range } from './expressions/range.ts'
import { placeIn } from './index-of-rows.ts'
import { sentFields } from './marshal.ts'
import { type Entry, firstNot, placeFrom } from './order.ts'
import type { Row, Rows, Version } from './rows.ts'
import type { KeyNames, Schema } from './schema.ts'
import { sizeOf } from './size.ts'
import type { Item } from './values.ts'

interface Start {
  sort: string
  pk: string
  sk: string
}

interface Wanted {
  keys: KeyNames
  range: Range
  index: string | undefined
  backwards: boolean
  limit: number
  start: Start | undefined
  consistent: boolean
}

const mostBytes = 1024 * 1024

/**
 * Reads a page: no more items than the limit, no more than 1 MB. A page that had to end tells where, even
 * when nothing comes after it.
 */
export function readPage(rows: Rows, wanted: Wanted): { items: Item[]; end?: Item } {
  const { keys, index, limit, backwards } = wanted
  const entries = rows.partition(wanted.range.partition, index)
  const { first, last } = stretch(entries, wanted)
  const seen = seenBy(rows, wanted.consistent)
  const items: Item[] = []
  let bytes = 0
  for (let i = first; i < last; i++) {
    const entry = entries[backwards ? first + last - 1 - i : i] as Entry
    const version = seen(entry.row)
    if (!version || !standsThere(entry, version, keys, wanted)) continue
    const { item, size } = projected(rows.schema, index, version)
    if (items.length > 0 && bytes + size > mostBytes)
      return { items, end: keyOfPage(rows.schema, keys, items.at(-1) as Item) }
    items.push(item)
    bytes += size
    if (items.length === limit || bytes >= mostBytes)
      return { items, end: keyOfPage(rows.schema, keys, item) }
  }
  return { items }
}

/** Which entries are asked for, from the first to before the last. */
function stretch(entries: readonly Entry[], { range, start, backwards }: Wanted) {
  const { below, above } = range
  let first = below ? firstNot(entries, ({ sort }) => below(sort)) : 0
  let last = above ? firstNot(entries, ({ sort }) => !above(sort)) : entries.length
  if (start) {
    const { sort, pk, sk } = start
    const place = placeFrom(entries, sort, pk, sk)
    const at = entries[place]
    const isThere = at?.sort === sort && at.row.pk === pk && at.row.sk === sk
    if (backwards) last = Math.min(last, place)
    else first = Math.max(first, isThere ? place + 1 : place)
  }
  return { first, last }
}

/** One read sees each row in one state, though it may stand in two places of an index. */
function seenBy(rows: Rows, consistent: boolean) {
  if (!rows.mayBeStale || consistent) return (row: Row) => row.now
  const known = new Map<Row, Version | undefined>()
  return (row: Row) => {
    if (!known.has(row)) known.set(row, rows.seen(row, consistent))
    return known.get(row)
  }
}

/** Only a table that may be read late keeps a row in places where its newest version does not stand. */
function standsThere({ sort }: Entry, version: Version, keys: KeyNames, { range, index }: Wanted) {
  if (index === undefined) return true
  const place = placeIn(keys, version)
  return place?.partition === range.partition && place.sort === sort
}

function projected({ partition, sort, indexes }: Schema, name: string | undefined, it: Version) {
  const index = name === undefined ? undefined : indexes[name]
  if (index?.projection !== 'KEYS_ONLY') return it
  const item: Item = {}
  for (const key of [partition, sort, index.partition, index.sort])
    item[key] = it.item[key] as string
  return { item, size: sizeOf(item) }
}

function keyOfPage(schema: Schema, keys: KeyNames, item: Item): Item {
  const key: Item = {}
  for (const name of [schema.partition, schema.sort, keys.partition, keys.sort])
    key[name] = item[name] as string
  return key
}

/** Where a page goes on; it must be a place in what is asked for. */
export function startOf(
  schema: Schema,
  keys: KeyNames,
  range: Range,
  given: Record<string, unknown> | undefined,
): Start | undefined {
  if (!given) return undefined
  const key = sentFields(given)
  const names = new Set([schema.partition, schema.sort, keys.partition, keys.sort])
  const isWhole = [...names].every((name) => typeof key[name] === 'string' && key[name] !== '')
  if (!isWhole || Object.keys(key).length !== names.size)
    throw refusal('The provided starting key is invalid')
  const sort = key[keys.sort] as string
  if (key[keys.partition] !== range.partition || range.below?.(sort) || range.above?.(sort))
    throw refusal(
      'The provided starting key is outside query boundaries based on provided conditions',
    )
  return { sort, pk: key[schema.partition] as string, sk: key[schema.sort] as string }
}
