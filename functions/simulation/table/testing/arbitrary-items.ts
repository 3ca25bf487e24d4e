import * as fc from 'fast-check'

export const numbers = fc.constantFrom(-1.5, 0, 0.1, 0.2, 1, 2)
export const words = fc.constantFrom('', 'a', 'ab', '\uffee', '😀')
export const bytes = fc.uint8Array({ maxLength: 3 })

/** Any value there is, also nested, also with fields that are undefined. */
export const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    numbers,
    words,
    fc.boolean(),
    fc.constant(null),
    bytes,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.oneof(tie('value'), fc.constant(undefined)), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value

export const lists = fc.array(values, { maxLength: 3 })
export const maps = fc.record(
  { x: values, y: values, z: lists },
  { requiredKeys: [], noNullPrototype: true },
)

/** What stands in each attribute, by its type; `most` holds anything. */
export const attributes = {
  amount: numbers,
  letters: words,
  picture: fc.oneof(bytes, fc.constant(new Uint8Array([1, 2, 3]))),
  done: fc.boolean(),
  gone: fc.constant(null),
  most: values,
  tags: lists,
  deep: maps,
}

export type Attribute = keyof typeof attributes

export const names = Object.keys(attributes) as Attribute[]

const pick = fc.constantFrom<string[]>

export const indexKeys = {
  inbox: pick('chats', 'chats', 'others'),
  updatedAt: pick('2026-01', '2026-02', '2026-03', '😀', '\uffee'),
  outbox: pick('due', 'due', 'unknown'),
  dueAt: pick('2026-01', '2026-02', '2026-03'),
}

/** Now and then, a key of an index is empty or no string. */
const unsound = <T>(key: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 60, arbitrary: key }, fc.constantFrom('', 5, null))

export const unsoundIndexKeys = {
  inbox: unsound(indexKeys.inbox),
  updatedAt: unsound(indexKeys.updatedAt),
  outbox: unsound(indexKeys.outbox),
  dueAt: unsound(indexKeys.dueAt),
}

export const keys = fc.record(
  {
    pk: fc.constantFrom('a', 'a', 'a', 'b'),
    sk: fc.constantFrom('1', '1', '1', '2', '2', '\uffee', '😀'),
  },
  { noNullPrototype: true },
)

const itemsWith = (indexKeys: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .tuple(
      keys,
      fc.record(attributes, { requiredKeys: [], noNullPrototype: true }),
      fc.oneof(
        fc.record(indexKeys, { noNullPrototype: true }),
        fc.record(indexKeys, { requiredKeys: [], noNullPrototype: true }),
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as Record<string, unknown>)

export const items = itemsWith(indexKeys)
export const unsoundItems = itemsWith(unsoundIndexKeys)
