import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import { placeOf } from '../message/receipt.ts'
import * as Ledger from './ledger.ts'

test('of many ids it tells which messages we have, and not those of which only a receipt came', async () => {
  const channelId = eg.newChannelId()
  const arrivals = Array.from({ length: 120 }, () => eg.arrival({ channelId }))
  for (const arrival of arrivals) await receive(arrival, eg.rules)
  const ids = arrivals.map(({ providerId }) => providerId)
  const early = `early-${crypto.randomUUID()}`
  await placeOf({ channelId, providerId: early, status: 'read' })
  const places = await Ledger.placesOf(channelId, [...ids, early, 'never heard of', ids[0] ?? ''])
  expect([...places.keys()].sort()).toEqual([...ids].sort())
  const messages = await Ledger.messagesAt([...places.values()])
  expect(new Set(messages.map(({ providerId }) => providerId))).toEqual(new Set(ids))
})

test('the newest entries come first, as they were written', async () => {
  const entry = (checkedAt: string) => ({
    checkedAt,
    from: checkedAt,
    to: checkedAt,
    received: 2,
    stored: 1,
    recovered: 1,
    gaps: [{ chatId: 'chat1', missing: 1 }],
  })
  const [one, two] = ['2098-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'].map(entry)
  if (one && two) for (const each of [two, one]) await Ledger.record(each)
  expect(await Ledger.list(2)).toEqual([two, one])
})

test('of two that move on from the same place only one does', async () => {
  const from = await Ledger.progress()
  const moved = await Promise.all([
    Ledger.move(from, { coveredTo: '2026-01-01T00:00:00.000Z' }),
    Ledger.move(from, { coveredTo: '2026-01-02T00:00:00.000Z' }),
  ])
  expect(moved.filter(Boolean)).toHaveLength(1)
  const now = await Ledger.progress()
  expect(now).toEqual(moved.find(Boolean))
  await Ledger.move(now, { lostAt: '2026-01-01T00:00:00.000Z' })
  const lost = await Ledger.progress()
  await Ledger.move(lost, { lostAt: undefined })
  expect(await Ledger.progress()).not.toHaveProperty('lostAt')
})
