import { beforeEach, describe, expect, test } from 'vitest'
import { smallWorld } from '../../tick/example.ts'
import * as Parked from '../health/parked.ts'
import * as ParkedList from '../health/parked-list.ts'
import { closeHours } from '../numbers/close.ts'
import { clock, customer } from '../numbers/example.ts'
import { ofDay } from '../numbers/numbers.ts'
import { active, answers } from '../numbers/rows.ts'
import { eraseAll, number, open, providerChatId, spoken, tracesIn } from './example.ts'

const world = smallWorld()
beforeEach(open)
const traces = (...names: string[]) => tracesIn(world.memory, names)
const day = '2026-11-20'

describe('what was set aside', () => {
  const park = (body: object) =>
    Parked.park({ reason: 'x', path: '/webhook/whapi', body: JSON.stringify(body) })

  test('is erased where it is about the customer; what came with it of others stays', async () => {
    const sari = await spoken()
    await park({ messages: [{ chat_id: providerChatId, text: 'Rahasia' }] })
    await park({
      messages: [
        { chat_id: providerChatId, text: 'Rahasia' },
        { chat_id: '6281277770002@s.whatsapp.net', text: 'Tetap' },
      ],
    })
    await park({ chatId: sari.chatId, key: 'x' })
    await park({ messages: [{ chat_id: `${number}9@s.whatsapp.net`, text: 'Nomor lain' }] })
    for (let at = 0; at < 25; at++) await park({ messages: [{ chat_id: 'x', at }] })
    expect(await eraseAll(sari.chatId)).toMatchObject({ parked: 3 })
    const { items } = await ParkedList.list({ limit: 100 })
    expect(items).toHaveLength(27)
    const bodies = items.map(({ body }) => body).join()
    expect(bodies).toContain('Tetap')
    expect(bodies).toContain('Nomor lain')
    expect(bodies).not.toContain('Rahasia')
  })

  test('is erased in all its parts, and where it cannot be read', async () => {
    const sari = await spoken()
    const noise = Array.from({ length: 60_000 }, () => Math.random().toString(36)).join('')
    await Parked.park({ reason: 'x', path: '/webhook/whapi', body: `{${number} ${noise}` })
    expect(await eraseAll(sari.chatId)).toMatchObject({ parked: 1 })
    expect([...world.memory.items()].filter(({ pk }) => String(pk).startsWith('parked'))).toEqual(
      [],
    )
  })
})

describe('the numbers of the day', () => {
  const told = async () => {
    const { chats, messages, hours, response, agents } = await ofDay(day)
    return { chats, messages, hours, response, agents }
  }

  test.each(['open', 'closed'])(
    'stay as they were while their hours are %s, and name nobody',
    async (which) => {
      const sari = await spoken()
      await customer('6281277770002').writes()
      if (which === 'closed') {
        clock('11:30')
        await closeHours()
      }
      const before = await told()
      expect((await eraseAll(sari.chatId)).rows).toBeGreaterThan(0)
      expect(await told()).toEqual(before)
      if (which === 'open') {
        clock('11:30')
        await closeHours()
      }
      expect(await told()).toEqual(before)
      expect(traces(sari.chatId)).toEqual([])
      const rows = [
        ...(await answers({ day, limit: 50 })).items,
        ...(await active({ day, limit: 50 })).items,
      ]
      expect(rows.filter(({ chatName }) => chatName === '')).toHaveLength(2)
    },
  )

  test('are counted once where an hour is being closed while a chat goes', async () => {
    const sari = await spoken()
    const before = await told()
    clock('11:30')
    await Promise.all([eraseAll(sari.chatId), closeHours()])
    await closeHours()
    expect(await told()).toEqual(before)
    expect(traces(sari.chatId)).toEqual([])
  })
})
