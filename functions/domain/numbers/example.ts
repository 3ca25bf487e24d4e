import { vi } from 'vitest'
import { chatIdOf } from '../chat/chat-state.ts'
import { findChat } from '../chat/store.ts'
import * as eg from '../example.ts'
import type { Arrival } from '../message/arrival.ts'
import { receive } from '../message/incoming.ts'
import * as Note from '../message/note.ts'
import { queue } from '../sending/from-agent.ts'
import type { Answer } from '../sending/from-bot.ts'
import * as FromBot from '../sending/from-bot.ts'

export const ayu = eg.member({ id: 'ayu-1', username: 'ayu', name: 'Ayu' })
export const rina = eg.member({ id: 'rina-1', username: 'rina', name: 'Rina', role: 'admin' })

/** From here on it is this time; those without a zone are Jakarta's, on the 20th of November. */
export const clock = (time: string) =>
  vi.setSystemTime(time.includes('T') ? time : `2026-11-20T${time}:00.000+07:00`)

const now = () => new Date().toISOString()

/** A customer, and all that is written in their chat, at the time the clock shows. */
export function customer(number = '6281200000001', fields: Partial<Arrival> = {}) {
  const providerChatId = fields.providerChatId ?? `${number}@s.whatsapp.net`
  const chatId = chatIdOf('MANTIS-M72HC', providerChatId)
  const arrival = (more: Partial<Arrival>) =>
    eg.arrival({
      phone: `+${number}`,
      customerName: number,
      sentAt: now(),
      ...fields,
      providerChatId,
      ...more,
    })
  const chat = async () => {
    const found = await findChat(chatId)
    if (!found) throw new Error('There is no chat yet')
    return found
  }
  return {
    chatId,
    chat,
    /** The shop has no bot that answers by itself. */
    writes: (more: Partial<Arrival> = {}) =>
      receive(arrival(more), { reopenAs: 'bot', botOwes: ({ mode }) => mode === 'bot' }),
    hearsPhone: (more: Partial<Arrival> = {}) =>
      receive(arrival({ sender: 'phone', takesOver: true, ...more }), eg.rules),
    hears: async (who = ayu) => queue(eg.draft({ chatId }), who, true),
    hearsBot: async (more: Partial<Answer> = {}) => {
      const { botDue = '' } = await chat()
      return FromBot.answer(await chat(), botDue, { text: 'Halo', mode: 'bot', ...more })
    },
    hearsNoteOf: (who = ayu) =>
      Note.add(chatId, { id: eg.draft({ chatId }).id, text: 'Diskon?' }, who, true),
  }
}
