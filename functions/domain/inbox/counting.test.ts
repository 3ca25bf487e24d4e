import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import { table } from '../../lib/table.ts'
import { MemoryTable } from '../../simulation/table/memory-table.ts'
import { balasTable } from '../../simulation/table/schema.ts'
import * as Chat from '../chat/chat.ts'
import { type Counters, noneCounted } from '../chat/counters.ts'
import * as Customer from '../chat/customer.ts'
import { join, learn, split } from '../chat/identity.ts'
import type { Patch } from '../chat/patch.ts'
import { erase } from '../erasure/erase.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Note from '../message/note.ts'
import { advance } from '../message/receipt.ts'
import { resolve } from '../sending/decision.ts'
import { queue } from '../sending/from-agent.ts'
import { answer } from '../sending/from-bot.ts'
import { settle, take } from '../sending/sending.ts'
import { counters } from './counts.ts'
import { heldBy } from './held.ts'
import { recount } from './recount.ts'
import { releaseAll } from './release.ts'

process.env.TABLE_NAME ??= 'counted'
function freshTable() {
  const memory = new MemoryTable({ schema: balasTable })
  // Each answer takes a moment, so that those who act at once get in each other's way.
  table.send = (async (command: never) => {
    await new Promise((done) => setImmediate(done))
    return memory.execute(command)
  }) as never
}
afterAll(() => {
  Reflect.deleteProperty(table, 'send')
})

const channelId = 'MANTIS-M72HC'
const admin = eg.member({ id: 'admin', role: 'admin' })
const team = ['ayu', 'budi'].map((id) => eg.member({ id }))
const [ayu = admin] = team
const people = ['1@lid', '2@lid', '6281200000001@s.whatsapp.net', '6281200000002@s.whatsapp.net']
const providerChatIds = [...people, '120363000000000001@g.us']

type Act = (at: number, other: number) => Promise<unknown>
const arrivalAt = (at: number, fields = {}) => {
  const providerChatId = providerChatIds[at] ?? ''
  const phone = providerChatId.startsWith('62') ? `+${providerChatId.split('@')[0]}` : null
  const isGroup = providerChatId.endsWith('@g.us')
  return eg.arrival({ channelId, providerChatId, phone, isGroup, ...fields })
}
const hear = (at: number, fields = {}) => receive(arrivalAt(at, fields), eg.rules)
const idOf = async (at: number) => (await hear(at)).chat.id
const change = async (at: number, patch: Patch) =>
  Chat.change(await idOf(at), patch, admin, true, async () => undefined)
const fromPhone = { sender: 'phone', status: 'sent', takesOver: true }

async function send(at: number, is: 'sent' | 'failed' | 'unknown') {
  const { result } = await queue(eg.draft({ chatId: await idOf(at) }), ayu, true)
  const taken = await take(result)
  if (!taken) return
  if (is === 'sent') await settle(taken, channelId, { is, providerId: `out-${result.id}` })
  else await settle(taken, channelId, { is, code: 'timeout', message: '' })
  return result
}

const acts: Record<string, Act> = {
  hear,
  phone: (at) => hear(at, fromPhone),
  system: (at) => hear(at, { kind: 'system' }),
  read: async (at) => Chat.markRead(await idOf(at), 99),
  unread: async (at) => Chat.markUnread(await idOf(at), admin, true),
  assign: (at, other) => change(at, { assigneeId: [null, 'ayu', 'budi'][other % 3] ?? null }),
  mode: (at, other) => change(at, { mode: (['bot', 'paused', 'closed'] as const)[other % 3] }),
  note: async (at) => Note.add(await idOf(at), eg.draft({ chatId: '' }), admin, true),
  send: async (at, other) => {
    const sent = await send(at, (['sent', 'failed', 'unknown'] as const)[other % 3] ?? 'sent')
    if (sent && other > 2) await advance(sent, 'delivered')
  },
  decide: async (at, other) => {
    const sent = await send(at, 'unknown')
    if (sent) await resolve(sent.id, other % 2 ? 'drop' : 'resend', admin, true)
  },
  bot: async (at) => {
    const { chat, result } = await hear(at)
    await answer(chat, result.message.id, { text: 'Siap', mode: 'bot' })
  },
  rename: (at) =>
    Customer.update({ channelId, providerChatId: providerChatIds[at] ?? '', name: 'B' }),
  learn: (at, other) =>
    learn({
      channelId,
      hidden: people[at % 2] ?? '',
      known: people[2 + (other % 2)] ?? '',
      phone: '+6281200000001',
    }),
  join: async (at, other) => {
    const ids = [await idOf(at), await idOf(other)]
    const [one, two] = await Promise.all(ids.map((id) => Chat.get(id, admin, true)))
    if (one && two) await join(one, two)
  },
  split: async (at) => {
    const chat = await Chat.get(await idOf(at), admin, true)
    const [part] = chat.merged ?? []
    if (part) await split(chat.id, part.chatId)
  },
  erase: async (at, other) => {
    const id = await idOf(at)
    for (let step = 0; step <= other; step++) await erase(id, admin, 0)
  },
  release: async () => releaseAll('ayu', admin, async () => undefined),
}

/** What is not allowed at the moment is an answer, too. */
const attempt = (act: Act | undefined, at: number, other: number) =>
  act?.(at, other).catch((error) => {
    if (!(error instanceof AppError)) throw error
  })

const withoutZeros = (rows: Counters) =>
  Object.fromEntries(
    [...rows].filter(([, row]) => JSON.stringify(row) !== JSON.stringify(noneCounted)),
  )

const index = fc.nat(providerChatIds.length - 1)
const step = fc.tuple(fc.constantFrom(...Object.keys(acts)), index, index)

test('whatever is done to chats, several things at once too, the counters say what a recount says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      async (story) => {
        freshTable()
        for (const atOnce of story)
          await Promise.all(atOnce.map(([name, at, other]) => attempt(acts[name], at, other)))
        const kept = await counters()
        expect(withoutZeros(kept)).toEqual(withoutZeros(await recount()))
        expect([...kept.values()].flatMap(Object.values).every((it) => it >= 0)).toBe(true)
        expect(await heldBy('ayu')).toHaveLength(
          [...kept].reduce(
            (sum, [row, { bot, agent, paused }]) =>
              row.startsWith('ayu#') ? sum + bot + agent + paused : sum,
            0,
          ),
        )
      },
    ),
    { numRuns: 60 },
  )
})
