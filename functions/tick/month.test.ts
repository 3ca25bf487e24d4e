import { expect, test, vi } from 'vitest'
import { hear } from '../domain/channel/channel.ts'
import * as Ledger from '../domain/channel/ledger.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { settle, take } from '../domain/sending/sending.ts'
import { handler as tick } from '../tick.ts'
import { day, hour, minute, smallWorld } from './example.ts'

const world = smallWorld()
const start = Date.UTC(2026, 9, 1)

/** Ticks every five minutes; before each, what happens. Answers the calls of each day. */
async function play(days: number, happens: (at: number) => unknown = () => undefined) {
  const perDay: string[][] = []
  for (let at = start; at < start + days * day; at += 5 * minute) {
    vi.setSystemTime(at)
    await happens(at - start)
    world.provider.calls = []
    await tick()
    const today = Math.floor((at - start) / day)
    perDay[today] = [...(perDay[today] ?? []), ...world.provider.calls]
  }
  return perDay
}

const sumOf = (perDay: string[][]) => perDay.flat().length
const ledgerRuns = (calls: string[] = []) => calls.filter((path) => path === '/messages/list')

/** Somebody writes, an agent answers, and nobody can tell whether it went out. */
async function doubt() {
  const providerChatId = `62812${Math.floor(Math.random() * 1e8)}@s.whatsapp.net`
  const { chat } = await receive(eg.arrival({ providerChatId }), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const message = await take(result)
  if (message)
    await settle(message, chat.channelId, { is: 'unknown', code: 'timeout', message: '' })
}

test('a quiet day costs 25 calls, and the ledger is kept every two hours', async () => {
  const perDay = await play(4)
  expect(sumOf(perDay)).toBeLessThanOrEqual(4 * 25 + 1)
  for (const calls of perDay) expect(ledgerRuns(calls).length).toBeGreaterThanOrEqual(11)
})

test('a month with all its trouble fits the limit of 1,000 with room to spare', async () => {
  const perDay = await play(31, async (at) => {
    const today = Math.floor(at / day)
    // Two weeks in which eight sends a day are in doubt.
    if (today < 14 && at % (3 * hour) === 0) await doubt()
    // Logged out for four days, while people go on writing.
    world.provider.linked = !(today >= 15 && today < 19)
    if (today === 15 && at % day === 3 * hour) await hear({ code: 'QR' })
    // A day on which the provider is ill, and one on which the number comes and goes.
    world.provider.ill = today === 21
    if (today === 23 && at % (10 * minute) === 0)
      await hear({ code: at % (20 * minute) === 0 ? 'QR' : 'AUTH' })
  })
  expect(sumOf(perDay)).toBeLessThanOrEqual(930)
  for (const calls of perDay) expect(calls.length).toBeLessThanOrEqual(30)
  // However much is in doubt, the ledger is kept; and after four days without it, at once.
  for (const calls of perDay.slice(0, 14))
    expect(ledgerRuns(calls).length).toBeGreaterThanOrEqual(11)
  expect(ledgerRuns(perDay[19]).length).toBeGreaterThanOrEqual(11)
  const found = (await Ledger.list(1000)).find(({ to }) => Date.parse(to) > start + 19 * day)
  expect(found).toBeDefined()
}, 60_000)
