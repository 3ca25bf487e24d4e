import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientDefaults } from '../../lib/aws.ts'
import { tableName } from '../../lib/table.ts'
import { balasTable } from './schema.ts'
import { commands } from './testing/arbitrary-commands.ts'
import { usesOf } from './testing/arbitrary-uses.ts'
import { type Both, bothOf } from './testing/both.ts'
import { reads } from './testing/cases-of-reads.ts'
import { requests } from './testing/cases-of-refusal.ts'
import { writes } from './testing/cases-of-writes.ts'
import { deviations, found } from './testing/deviations.ts'
import { expressionsOfCode } from './testing/expressions-of-code.ts'
import { schemaOf } from './testing/schema-of.ts'
import type { Spec } from './testing/spec.ts'
import type { Item } from './values.ts'

async function expectSame(both: Both, spec: Spec) {
  const { engine, memory } = await both.run(spec)
  expect(memory).toEqual(engine)
  return engine
}

/** All pages of a query, from where it starts. */
async function expectSamePages(both: Both, query: Extract<Spec, { query: object }>['query']) {
  let next: Item | undefined
  do {
    const page = await expectSame(both, {
      query: { ...query, ...(next && { ExclusiveStartKey: next }) },
    })
    next = page.LastEvaluatedKey as Item | undefined
  } while (next)
}

async function expectSameContents(both: Both) {
  const { engine, memory } = await both.contents()
  expect(memory).toEqual(engine)
}

async function given(...items: Item[]) {
  const both = await bothOf(balasTable)
  for (const Item of items) await expectSame(both, { put: { Item } })
  return both
}

test('the table in memory has the keys and indexes of the deployed one', async () => {
  const engine = new DynamoDBClient(clientDefaults)
  const { Table } = await engine.send(new DescribeTableCommand({ TableName: tableName() }))
  expect(schemaOf(Table)).toEqual(balasTable)
})

describe('every expression of our code comes to the same, whatever it meets:', () => {
  test.each(expressionsOfCode().map((it) => [`${it.kind} ${it.text}`, it] as const))(
    '%s',
    async (_, expression) => {
      await using both = await bothOf(balasTable)
      const uses = fc.asyncProperty(usesOf(expression), async ({ items, spec }) => {
        await expectSame(both, { delete: { Key: { pk: 'a', sk: '1' } } })
        for (const Item of items) await expectSame(both, { put: { Item } })
        await expectSame(both, spec)
        await expectSameContents(both)
      })
      await fc.assert(uses, { numRuns: 10 })
    },
  )
})

describe('what our code does comes to the same:', () => {
  test.each(Object.entries(writes))('%s', async (_, { finds, does }) => {
    await using both = await bothOf(balasTable)
    for (const [i, item] of finds.entries()) {
      const key = { pk: `${i}`, sk: 'item' }
      if (item) await expectSame(both, { put: { Item: { ...item, ...key } } })
      await expectSame(both, does(key))
    }
    await expectSameContents(both)
  })

  test.each(Object.entries(reads))('%s', async (_, { of, reads }) => {
    await using both = await given(...of)
    await expectSame(both, reads)
  })
})

test.each(Object.entries(requests))('both answer alike: %s', async (_, spec) => {
  await using both = await given({ pk: 'a', sk: '1', n: 1, l: [1, 2], m: { x: 1 } })
  await expectSame(both, spec)
  await expectSameContents(both)
})

test('a page ends before it takes more than 1 MB', async () => {
  const items = Array.from({ length: 5 }, (_, i) => ({
    pk: 'a',
    sk: `${i}`,
    t: 'x'.repeat(300_000),
  }))
  await using both = await given(...items)
  const query = { KeyConditionExpression: 'pk = :a', ExpressionAttributeValues: { ':a': 'a' } }
  await expectSamePages(both, query)
  await expectSamePages(both, { ...query, ScanIndexForward: false })
})

describe('the table in memory does what DynamoDB does, not what the engine does:', () => {
  test.each(Object.entries(deviations))('%s', async (_, { does, real }) => {
    await using both = await given(found)
    const { engine, memory } = await both.run(does)
    expect(memory).toEqual(real)
    expect(engine).not.toEqual(real)
  })
})

test('whatever is done, both answer alike and hold the same in the end', async () => {
  const runs = fc.asyncProperty(
    fc.array(commands, { minLength: 10, maxLength: 60, size: 'max' }),
    async (specs) => {
      await using both = await bothOf(balasTable)
      for (const spec of specs)
        if ('query' in spec) await expectSamePages(both, spec.query)
        else await expectSame(both, spec)
      await expectSameContents(both)
    },
  )
  await fc.assert(runs, { numRuns: 40 })
}, 300_000)
