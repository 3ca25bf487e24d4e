import * as fc from 'fast-check'
import { order } from '../values.ts'
import { attributes, bytes, names, numbers, values, words } from './arbitrary-items.ts'
import { joined, type Text } from './text.ts'

const pick = fc.constantFrom

/** Places in an item, most of them in many of the items that there are. */
export const paths: fc.Arbitrary<Text> = fc.oneof(
  pick(...names).map((name) => [{ name }]),
  pick('x', 'y', 'z').map((name) => [{ name: 'deep' }, '.', { name }]),
  fc.nat(2).map((place) => [{ name: 'tags' }, `[${place}]`]),
  fc.nat(1).map((place) => [{ name: 'deep' }, '.', { name: 'z' }, `[${place}]`]),
)

const sizes = pick('letters', 'picture', 'tags', 'deep').map(
  (name): Text => ['size(', { name }, ')'],
)

const ordered = fc.oneof(numbers, words, bytes)

/** An attribute with a value that it may well have. */
const likely = pick(...names).chain((name) =>
  fc.tuple(fc.constant(name), attributes[name] as fc.Arbitrary<unknown>),
)

const inOrder = fc.oneof(
  fc.tuple(fc.constant('amount'), numbers, numbers),
  fc.tuple(fc.constant('letters'), words, words),
  fc.tuple(fc.constant('picture'), bytes, bytes),
)

const starts = fc.oneof(
  fc.tuple(fc.constant('letters'), words),
  fc.tuple(fc.constant('picture'), bytes as fc.Arbitrary<unknown>),
)

const tests: fc.Arbitrary<Text> = fc.oneof(
  fc
    .tuple(paths, pick('=', '<>'), values)
    .map(([path, by, value]): Text => [...path, ` ${by} `, { value }]),
  fc
    .tuple(paths, pick('<', '<=', '>', '>='), ordered)
    .map(([path, by, value]): Text => [...path, ` ${by} `, { value }]),
  fc
    .tuple(sizes, pick('=', '<>', '<', '<=', '>', '>='), fc.nat(3))
    .map(([size, by, value]): Text => [...size, ` ${by} `, { value }]),
  likely.map(([name, value]): Text => [{ value }, ' = ', { name }]),
  fc
    .tuple(pick('amount', 'letters', 'picture'), pick('=', '<>', '<', '>='), pick('most', 'done'))
    .map(([one, by, other]): Text => [{ name: one }, by, { name: other }]),
  inOrder.map(([name, a, b]): Text => {
    const [low, high] = order(a, b) > 0 ? [b, a] : [a, b]
    return [{ name }, ' BETWEEN ', { value: low }, ' AND ', { value: high }]
  }),
  fc
    .tuple(inOrder, pick(' < ', ' <= ', ' > ', ' >= '))
    .map(([[name, value], by]): Text => [{ name }, by, { value }]),
  fc.tuple(paths, fc.array(values, { minLength: 1, maxLength: 3 })).map(([path, list]): Text => {
    const texts = list.map((value): Text => [{ value }])
    return [...path, ' IN (', ...joined(texts, ', '), ')']
  }),
  fc
    .tuple(pick('attribute_exists', 'attribute_not_exists'), paths)
    .map(([name, path]): Text => [`${name}(`, ...path, ')']),
  starts.map(([name, value]): Text => ['begins_with(', { name }, ', ', { value }, ')']),
  fc
    .tuple(pick('letters', 'tags'), fc.oneof(words, values))
    .map(([name, value]): Text => ['contains(', { name }, ', ', { value }, ')']),
)

/** In parentheses where it is more than one test; no more of them are allowed. */
export const grouped = (text: Text): Text =>
  text.some((part) => typeof part === 'string' && /^(NOT| AND| OR| and) $/.test(part))
    ? ['(', ...text, ')']
    : text

/** Conditions that hold and that fail, and combinations of them. */
export const conditions: fc.Arbitrary<Text> = fc.letrec<{ condition: Text }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tests,
    fc
      .tuple(tie('condition'), pick(' AND ', ' OR ', ' and '), tie('condition'))
      .map(([a, by, b]): Text => [...grouped(a), by, ...grouped(b)]),
    tie('condition').map((it): Text => ['NOT ', ...grouped(it)]),
  ),
})).condition
