import * as fc from 'fast-check'
import { paths } from './arbitrary-conditions.ts'
import {
  attributes,
  lists,
  maps,
  numbers,
  unsoundIndexKeys,
  values,
  words,
} from './arbitrary-items.ts'
import { joined, type Text } from './text.ts'

/** What an update does to one attribute; `within` when it takes something out of it. */
interface Part {
  SET?: Text
  REMOVE?: Text
  ADD?: Text
  within?: string
}

const set = (place: Text, ...source: Text): Part => ({ SET: [...place, ' = ', ...source] })
const given = (name: string, value: unknown) => set([{ name }], { value })
const add = (name: string, value: number): Part => ({ ADD: [{ name }, ' ', { value }] })

const amount: Text = [{ name: 'amount' }]
const tags: Text = [{ name: 'tags' }]
const field = (name: string): Text => [{ name: 'deep' }, '.', { name }]
const element = (place: number): Text => [...tags, `[${place}]`]

/** The ways to change each attribute; what takes from what is not there fails. */
const ways: Record<string, fc.Arbitrary<Part>[]> = {
  amount: [
    numbers.map((value) => given('amount', value)),
    numbers.map((value) => set(amount, ...amount, ' + ', { value })),
    fc
      .tuple(numbers, numbers)
      .map(([a, b]) =>
        set(amount, 'if_not_exists(', ...amount, ', ', { value: a }, ') - ', { value: b }),
      ),
    numbers.map((value) => add('amount', value)),
  ],
  letters: [words.map((value) => given('letters', value))],
  tags: [
    lists.map((value) => given('tags', value)),
    lists.map((value) => set(tags, 'list_append(', ...tags, ', ', { value }, ')')),
    fc
      .tuple(lists, lists)
      .map(([value, other]) =>
        set(
          tags,
          'list_append(',
          { value },
          ', if_not_exists(',
          ...tags,
          ', ',
          { value: other },
          '))',
        ),
      ),
    fc.tuple(fc.nat(4), values).map(([place, value]) => set(element(place), { value })),
    fc.nat(3).map((place): Part => ({ REMOVE: element(place), within: 'tags' })),
  ],
  deep: [
    maps.map((value) => given('deep', value)),
    values.map((value) => set(field('x'), { value })),
    values.map((value) => ({ ...set(field('x'), { value }), REMOVE: field('y'), within: 'deep' })),
  ],
  most: [
    values.map((value) => given('most', value)),
    paths.map((path) => set([{ name: 'most' }], ...path)),
    // Fails where there is something else than a number.
    numbers.map((value) => add('most', value)),
  ],
  picture: [attributes.picture.map((value) => given('picture', value))],
  done: [attributes.done.map((value) => given('done', value))],
  gone: [attributes.gone.map((value) => given('gone', value))],
}

const removal = (name: string) => fc.constant<Part>({ REMOVE: [{ name }] })

const parts = Object.entries(ways).map(([name, ways]) => fc.oneof(...ways, removal(name)))

const indexed = Object.entries(unsoundIndexKeys).map(([name, values]) =>
  fc.oneof(
    values.map((value) => given(name, value)),
    removal(name),
  ),
)

export interface ArbitraryUpdate {
  text: Text
  /** What must be there so that something can be taken out of it. */
  needs: string[]
}

const clauses = ['SET', 'REMOVE', 'ADD'] as const

const some = (arbitraries: fc.Arbitrary<Part>[]) =>
  fc.subarray(arbitraries, { minLength: 1, maxLength: 4 }).chain((chosen) => fc.tuple(...chosen))

const updatesOf = (arbitraries: fc.Arbitrary<Part>[]): fc.Arbitrary<ArbitraryUpdate> =>
  fc
    .tuple(some(arbitraries), fc.shuffledSubarray([...clauses], { minLength: 3 }))
    .map(([parts, clauses]) => {
      const texts = clauses.flatMap((clause): Text[] => {
        const actions = parts.flatMap((part) => (part[clause] ? [part[clause]] : []))
        return actions.length === 0 ? [] : [[`${clause} `, ...joined(actions, ', ')]]
      })
      return { text: joined(texts, ' '), needs: parts.flatMap(({ within }) => within ?? []) }
    })

/** Updates of one to four attributes, each in one of the ways it can be changed. */
export const updates = updatesOf([...parts, ...indexed])

/** Updates that leave alone where an item stands in the indexes. */
export const plainUpdates = updatesOf(parts)
