import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeHours } from '../../../functions/domain/numbers/close.ts'
import { ayu, clock, customer } from '../../../functions/domain/numbers/example.ts'
import { ofDay } from '../../../functions/domain/numbers/numbers.ts'
import * as Rows from '../../../functions/domain/numbers/rows.ts'
import { hourMs } from '../../../functions/domain/numbers/tally.ts'
import { table as real } from '../../../functions/lib/table.ts'
import { sizeOf } from '../../../functions/simulation/table/size.ts'
import { createCountedTable } from './cost/counted-table.ts'

const table = createCountedTable()
const day = '2026-11-20'
const [openAt, closeAt] = [9, 19]
const chats = 400

/** What something takes of the table: writes, reads. */
async function taken(act: () => Promise<unknown>) {
  Object.assign(table.spent, { writeUnits: 0, readUnits: 0 })
  await act()
  return { ...table.spent }
}

/** A day of a shop: forty chats an hour, each with a question, the bot's answer and a person's. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.stubEnv('TABLE_NAME', 'balas')
  vi.spyOn(real, 'send').mockImplementation(async (command) => table.execute(command as never))
  const from = Date.parse(`${day}T0${openAt}:00:00.000+07:00`)
  for (let at = 0; at < chats; at++) {
    const time = from + (at / chats) * (closeAt - openAt) * hourMs
    const say = (ms: number) => clock(new Date(time + ms).toISOString())
    if (at % 10 === 0) await closeHours(time)
    const one = customer(`62812${String(at).padStart(8, '0')}`)
    say(0)
    await one.writes()
    say(5_000)
    await one.hearsBot({ mode: 'agent', handover: true })
    say(300_000)
    await one.hears()
  }
}, 60_000)
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const evening = Date.parse(`${day}T19:10:00.000+07:00`)

test('a day of four hundred chats is told for less than eighty read units', async () => {
  const today = await taken(() => ofDay(undefined, evening))
  const later = await taken(() => ofDay(day, evening + 48 * hourMs))
  expect(today.readUnits).toBeLessThan(80)
  expect(later.readUnits).toBeLessThan(80)
  expect(today.writeUnits + later.writeUnits).toBe(0)
  expect((await ofDay(day, evening)).messages).toEqual({
    customer: chats,
    bot: chats,
    agent: chats,
    phone: 0,
  })
})

test('a page of what is behind a number costs less than the number', async () => {
  for (const page of [
    () => Rows.active({ day, limit: 30 }, evening),
    () => Rows.answers({ day, limit: 30, by: ayu.id }, evening),
  ])
    expect((await taken(page)).readUnits).toBeLessThan(60)
})

test('an hour of forty chats is closed for ten write units', async () => {
  const { writeUnits, readUnits } = await taken(() => closeHours(evening + hourMs))
  expect(writeUnits).toBeLessThanOrEqual(10)
  expect(readUnits).toBeLessThan(10)
})

test('an answer’s row and the item of the busiest chat stay below 1 kB, so neither costs twice', async () => {
  const sari = customer()
  for (let hour = 0; hour < 12; hour++) {
    clock(new Date(evening + hour * hourMs).toISOString())
    await sari.writes()
    await sari.hearsBot()
    await sari.writes()
    await sari.hears()
    await sari.hearsPhone()
  }
  const chat = table.find({ pk: `chat#${sari.chatId}`, sk: 'state' })
  expect(Object.keys(chat?.tally ?? {})).toHaveLength(8)
  const rows = table.look(`answers#${day}`)
  expect(rows.length).toBeGreaterThan(chats)
  expect(Math.max(...[...rows, chat ?? {}].map(sizeOf))).toBeLessThan(1000)
})
