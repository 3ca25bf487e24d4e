import { gunzipSync } from 'node:zlib'
import type { MemoryTable } from '../../simulation/table/memory-table.ts'
import { channelId } from '../../tick/example.ts'
import { ayu, clock, customer, rina } from '../numbers/example.ts'
import * as Users from '../team/user.ts'
import { erase } from './erase.ts'
import * as Erasure from './erasure.ts'

export const number = '6281277770001'
export const providerChatId = `${number}@s.whatsapp.net`

/** A day begins. */
export async function open() {
  clock('09:00')
  await Promise.all([Users.put(ayu), Users.put(rina)])
}

/** Sari wrote, was answered by the bot, by Ayu and from the phone, and was noted about. */
export async function spoken() {
  const sari = customer(number, { channelId, customerName: 'Sari Rahasia' })
  await sari.writes({ text: 'Alamat saya di Jalan Rahasia' })
  await sari.hearsBot()
  clock('09:05')
  await sari.hears()
  await sari.hearsNoteOf()
  clock('09:06')
  await sari.writes()
  clock('09:08')
  await sari.hearsPhone()
  return sari
}

export const eraseAll = async (chatId: string) =>
  Erasure.receiptOf(await erase(chatId, rina, 60_000))

/** What must be gone. */
export const secrets = (chatId: string) => ['Rahasia', number, chatId]

/** What the table still holds of somebody, but for the note that they were erased. */
export const tracesIn = (table: MemoryTable, names: string[]) =>
  [...table.items()].filter(({ pk, bytes, ...item }) => {
    const body = bytes instanceof Uint8Array ? gunzipSync(bytes).toString() : ''
    return (
      pk !== 'erasures' &&
      names.some((name) => `${pk}${JSON.stringify(item)}${body}`.includes(name))
    )
  })
