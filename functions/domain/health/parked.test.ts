import { randomBytes } from 'node:crypto'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { table, tableName } from '../../lib/table.ts'
import { dismiss } from './dismissal.ts'
import * as Parked from './parked.ts'
import { count, list } from './parked-list.ts'

const what = (body: string) => ({ reason: 'It is no JSON', path: '/webhook/whapi', body })

const hour = 3_600_000
/** Far from what other tests park. */
const then = Date.UTC(2030, 5, 1, 12)

async function partsOn(day: string): Promise<number> {
  const { Count = 0 } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `parked#${day}` },
    }),
  )
  return Count
}

test('a page ends where the next begins, over days and over what is larger than a page', async () => {
  const ids = Array.from({ length: 130 }, (_, i) => ulid(then - i * hour))
  // Some are as large as an item may be, so that the table answers in pieces.
  for (const [i, id] of ids.entries())
    await Parked.park(what(i % 40 === 5 ? randomBytes(160_000).toString('hex') : `${i}`), id)
  const found: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await list({ cursor: cursor ?? undefined, limit: 50 }, then)
    found.push(...page.items.map(({ id }) => id))
    cursor = page.cursor
  } while (cursor)
  expect(found).toEqual(ids)
  expect(await count(then)).toBe(130)
})

test('a long body is kept whole, shown in part, and forgotten with all its parts', async () => {
  const at = then + 90 * 24 * hour
  const day = new Date(at).toISOString().slice(0, 10)
  const body = randomBytes(500_000).toString('base64')
  const id = ulid(at)
  await Parked.park(what(body), id)
  const { items } = await list({ limit: 50 }, at)
  expect(items[0]?.id).toBe(id)
  expect(items[0]?.body.length).toBeLessThan(11_000)
  expect(body).toContain(items[0]?.body.slice(0, -1))
  expect((await Parked.get(id)).body).toBe(body)
  expect(await partsOn(day)).toBe(2)
  expect(await count(at)).toBe(1)
  await Parked.remove(id)
  expect(await partsOn(day)).toBe(0)
})

test.each(['', 'e30', 'nonsense', '../../etc', '01ARZ3NDEKTSV4RRFFQ69G5FA'])(
  '"%s" is neither a place in the list nor an item',
  async (id) => {
    await expect(list({ cursor: id, limit: 10 })).rejects.toThrow('none of ours')
    await expect(Parked.get(id)).rejects.toThrow('parked item')
  },
)

describe('what was dismissed', () => {
  const ayu = { id: 'u-ayu', name: 'Ayu' }
  // A day of its own, however often this is run.
  const at = then + (200 + Math.floor(Math.random() * 100_000)) * 24 * hour
  const from = (state: 'waiting' | 'dismissed') => list({ limit: 100, state }, at)

  test('is kept whole with who did it and when, and waits no more', async () => {
    const [one, other] = [ulid(at), ulid(at + 1)]
    for (const id of [one, other]) await Parked.park(what(`body of ${id}`), id)
    const dismissed = await dismiss(one, ayu)
    expect(dismissed).toMatchObject({ userId: 'u-ayu', userName: 'Ayu', at: expect.any(String) })
    expect(await dismiss(one, { id: 'u-budi', name: 'Budi' })).toEqual(dismissed)
    expect(await count(at)).toBe(1)
    expect((await from('waiting')).items).toMatchObject([{ id: other }])
    expect((await from('dismissed')).items).toMatchObject([{ id: one, dismissed }])
    expect((await list({ limit: 100 }, at)).items).toHaveLength(2)
    expect((await Parked.get(one)).body).toBe(`body of ${one}`)
  })

  test('stays so when a comparison meets it again; a job that fails again is news', async () => {
    const day = at + 5 * 24 * hour
    const parkBoth = async () => {
      for (const path of [Parked.fromHistory, 'queue/bot'])
        await Parked.parkOnce({ ...what('the same'), path }, day)
    }
    await parkBoth()
    for (const { id } of (await list({ limit: 10 }, day)).items) await dismiss(id, ayu)
    await parkBoth()
    expect((await list({ limit: 10, state: 'waiting' }, day)).items).toMatchObject([
      { path: 'queue/bot' },
    ])
  })

  test('is never what only waits for its turn, nor what is not there', async () => {
    const id = ulid(at + 30 * 24 * hour)
    await Parked.park({ ...what('the rest'), takeInAgain: true }, id)
    await expect(dismiss(id, ayu)).rejects.toThrow('by itself')
    await Parked.remove(id)
    await expect(dismiss(id, ayu)).rejects.toThrow('parked item')
  })
})
