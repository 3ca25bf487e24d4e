import * as fc from 'fast-check'
import { conditions, grouped, paths } from './arbitrary-conditions.ts'
import { items, keys, unsoundItems } from './arbitrary-items.ts'
import { queries } from './arbitrary-queries.ts'
import { type ArbitraryUpdate, plainUpdates, updates } from './arbitrary-updates.ts'
import type { Action, Spec } from './spec.ts'
import { joined, type Text, written } from './text.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const aliased = fc.boolean()

const conditional = fc
  .tuple(maybe(conditions), aliased)
  .map(([ConditionExpression, alias]) => written({ ConditionExpression }, alias))

const putOf = (items: fc.Arbitrary<Record<string, unknown>>) =>
  fc.tuple(items, conditional).map(([Item, rest]) => ({ Item, ...rest }))
const remove = fc.tuple(keys, conditional).map(([Key, rest]) => ({ Key, ...rest }))

const check = fc.tuple(keys, conditions, aliased).map(([Key, ConditionExpression, alias]) => ({
  Key,
  ConditionExpression: '',
  ...written({ ConditionExpression }, alias),
}))

const updateBy = (updates: fc.Arbitrary<ArbitraryUpdate>) =>
  fc
    .tuple(keys, updates, maybe(conditions), aliased)
    .map(([Key, { text: UpdateExpression, needs }, condition, alias]) => {
      const all = [...needs.map(there), ...(condition ? [grouped(condition)] : [])]
      const ConditionExpression = all.length > 0 ? joined(all, ' AND ') : undefined
      return { Key, ...written({ UpdateExpression, ConditionExpression }, alias) }
    })

const there = (name: string): Text => ['attribute_exists(', { name }, ')']

const actions: fc.Arbitrary<Action> = fc.oneof(
  putOf(items).map((Put) => ({ Put })),
  updateBy(plainUpdates).map((update) => ({ Update: { UpdateExpression: '', ...update } })),
  remove.map((Delete) => ({ Delete })),
  check.map((ConditionCheck) => ({ ConditionCheck })),
)

const keyOf = (action: Action) => {
  const { Key, Item = Key } = Object.values(action)[0]
  return `${Item.pk} ${Item.sk}`
}

/** Now and then, one that wants two things of one item. */
const transactions = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.uniqueArray(actions, { minLength: 1, maxLength: 3, selector: keyOf }),
  },
  fc.array(actions, { minLength: 1, maxLength: 3 }),
)

/** Two paths of one attribute may overlap; so each attribute is asked for once. */
const parts = fc.uniqueArray(paths, {
  minLength: 1,
  maxLength: 3,
  selector: ([first]) => JSON.stringify(first),
})

const manyKeys = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.uniqueArray(keys, {
      minLength: 1,
      maxLength: 4,
      selector: ({ pk, sk }) => pk + sk,
    }),
  },
  fc.array(keys, { minLength: 1, maxLength: 4 }),
)

const reading = fc
  .tuple(maybe(parts), aliased, fc.boolean())
  .map(([parts, alias, ConsistentRead]) => ({
    ConsistentRead,
    ...written({ ProjectionExpression: parts && joined(parts, ', ') }, alias),
  }))

const old = fc.constantFrom('NONE' as const, 'ALL_OLD' as const)
const oldOrNew = fc.constantFrom('NONE' as const, 'ALL_OLD' as const, 'ALL_NEW' as const)

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** Every kind of command, about so few items that they meet. */
export const commands: fc.Arbitrary<Spec> = fc.oneof(
  often(
    1,
    fc.tuple(keys, reading).map(([Key, rest]) => ({ get: { Key, ...rest } })),
  ),
  often(
    1,
    fc.tuple(manyKeys, reading).map(([Keys, rest]) => ({ batchGet: { Keys, ...rest } })),
  ),
  often(
    4,
    fc
      .tuple(putOf(unsoundItems), old)
      .map(([put, ReturnValues]) => ({ put: { ...put, ReturnValues } })),
  ),
  often(
    5,
    fc
      .tuple(updateBy(updates), oldOrNew)
      .map(([update, ReturnValues]) => ({ update: { ...update, ReturnValues } })),
  ),
  often(
    1,
    fc.tuple(remove, old).map(([it, ReturnValues]) => ({ delete: { ...it, ReturnValues } })),
  ),
  often(
    4,
    queries.map((query) => ({ query })),
  ),
  often(
    3,
    transactions.map((transact) => ({ transact })),
  ),
)
