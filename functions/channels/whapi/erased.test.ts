import { expect, test, vi } from 'vitest'
import { chatIdOf } from '../../domain/chat/chat-state.ts'
import { findChat } from '../../domain/chat/store.ts'
import { erase } from '../../domain/erasure/erase.ts'
import { channelId, minute, smallWorld } from '../../tick/example.ts'
import { compare } from './comparison.ts'
import { takeIn } from './intake.ts'

smallWorld()
const start = Date.UTC(2026, 10, 21, 9)

test('a message delivered once more begins a new chat; one that WhatsApp’s history still has does not', async () => {
  vi.setSystemTime(start)
  const told = {
    id: 'pesan-lama-gA4TwR6sTuV',
    from_me: false,
    type: 'text',
    chat_id: '6281277770001@s.whatsapp.net',
    timestamp: Date.now() / 1000,
    source: 'mobile',
    text: { body: 'Rahasia' },
    from: '6281277770001',
    from_name: 'Sari Rahasia',
  }
  const delivery = JSON.stringify({ messages: [told], channel_id: channelId })
  await takeIn(delivery, '/webhook/whapi')
  const chatId = chatIdOf(channelId, told.chat_id)
  vi.setSystemTime(start + 10 * minute)
  expect(await erase(chatId, { name: 'Rina' })).toMatchObject({ stage: 'done', messages: 1 })
  expect(await compare([told, { ...told, type: 'broken', id: 1 }])).toMatchObject({
    received: 0,
    recovered: 0,
    parked: 0,
  })
  expect(await findChat(chatId)).toBeUndefined()
  await takeIn(delivery, '/webhook/whapi')
  expect(await findChat(chatId)).toMatchObject({ lastSeq: 1 })
})
