import * as fc from 'fast-check'
import { balasTable } from '../schema.ts'
import type { Item } from '../values.ts'
import { lists, numbers, words } from './arbitrary-items.ts'
import type { Expression } from './expressions-of-code.ts'
import type { Spec } from './spec.ts'

const syntax =
  /\b(SET|REMOVE|ADD|AND|OR|NOT|BETWEEN|IN|attribute_exists|attribute_not_exists|begins_with|contains|size|if_not_exists|list_append)\b/g

/** What stands in the parentheses of a function; there some things only may stand. */
const within = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`${name}\\(([^()]*(\\([^()]*\\))?[^()]*)\\)`, 'g'))].join(' ')

/** Values of any kind, but where only one kind makes sense. */
function valuesFor(text: string, name: string): fc.Arbitrary<unknown> {
  const isIn = (part: string) => new RegExp(`${name}\\b`).test(part)
  if (isIn(within(text, 'list_append')) || isIn(within(text, 'size'))) return lists
  if (isIn(text.split(/\bADD\b/)[1] ?? '') || text.includes(' + ')) return numbers
  if (/\bBETWEEN\b/.test(text) || isIn(within(text, '(begins_with|contains)'))) return words
  return fc.oneof(numbers, words)
}

/** An item that may have what an expression is about; a path leads into a map, if there is one. */
function itemsFor(text: string): fc.Arbitrary<Item> {
  const bare = text.replace(/:\w+/g, '').replaceAll('#', '').replace(syntax, '')
  const paths = [...new Set(bare.match(/[a-z_][\w.]*/gi))]
  const fields = paths.map((path) => {
    const [name = '', field] = path.split('.')
    const values = valuesFor(text, name)
    return [
      name,
      field
        ? fc.oneof(
            values,
            values.map((value) => ({ [field]: value })),
          )
        : values,
    ]
  })
  return fc
    .record(Object.fromEntries(fields), { requiredKeys: [], noNullPrototype: true })
    .map((item) => ({ ...item, more: true }))
}

function referring(text: string) {
  const names = [...new Set(text.match(/#\w+/g))].map((alias) => [alias, alias.slice(1)])
  const values = [...new Set(text.match(/:\w+/g))].map((name) => [name, valuesFor(text, name)])
  return fc
    .record(Object.fromEntries(values), { noNullPrototype: true })
    .map((ExpressionAttributeValues) => ({
      ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
      ...(values.length > 0 && { ExpressionAttributeValues }),
    }))
}

const Key = { pk: 'a', sk: '1' }

function specFor({ kind, text }: Expression, references: object): Spec {
  const said = { [kind]: text, ...references }
  switch (kind) {
    case 'UpdateExpression':
      return { update: { Key, ...said, ReturnValues: 'ALL_NEW' } }
    case 'ConditionExpression':
      return { put: { Item: Key, ...said, ReturnValues: 'ALL_OLD' } }
    case 'ProjectionExpression':
      return { get: { Key, ...said } }
    default: {
      const index = Object.entries(balasTable.indexes).find(([, it]) => text.includes(it.partition))
      return { query: { ...(index && { IndexName: index[0] }), ...said } }
    }
  }
}

/** An expression of our code with items that it may meet and values that it may be given. */
export const usesOf = (expression: Expression): fc.Arbitrary<{ items: Item[]; spec: Spec }> => {
  // A filter stands beside a key condition, whose value it may not use.
  const isFilter = expression.kind === 'FilterExpression'
  return fc
    .tuple(fc.array(itemsFor(expression.text), { maxLength: 3 }), referring(expression.text))
    .map(([items, references]) => {
      const spec = specFor(expression, references)
      return {
        items: items.map((item, i) => ({ ...item, pk: 'a', sk: `${i + 1}` })),
        spec: isFilter && 'query' in spec ? filtered(spec) : spec,
      }
    })
}

const filtered = ({ query }: Extract<Spec, { query: object }>): Spec => ({
  query: {
    ...query,
    KeyConditionExpression: 'pk = :partition',
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':partition': 'a' },
  },
})
