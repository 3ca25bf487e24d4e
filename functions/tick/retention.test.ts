import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test, vi } from 'vitest'
import { chatKey } from '../domain/chat/chat-state.ts'
import { findChat } from '../domain/chat/store.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import * as Thread from '../domain/message/thread.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { settle, take } from '../domain/sending/sending.ts'
import { table } from '../lib/table.ts'
import { day, smallWorld } from './example.ts'
import { forgetPreviews } from './forget-previews.ts'

smallWorld()
const start = Date.UTC(2026, 10, 21, 9)
beforeEach(() => vi.setSystemTime(start))

/** A customer writes, and is answered. */
async function talk() {
  const { chat } = await receive(eg.arrival(), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id, text: 'Siap kak' }), eg.member(), true)
  const message = await take(result)
  if (message) await settle(message, chat.channelId, { is: 'sent', providerId: 'p-1' })
  return chat.id
}

const itemsOf = async (chatId: string) =>
  (
    await table.send(
      new QueryCommand({
        TableName: 'balas',
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': chatKey(chatId).pk },
      }),
    )
  ).Items ?? []

const texts = async (chatId: string) => {
  const chat = await findChat(chatId)
  return chat ? (await Thread.list(chat, { limit: 10 })).messages.map(({ text }) => text) : []
}

test('messages are kept for ever, unless the shop wants it otherwise', async () => {
  const chatId = await talk()
  for (const item of await itemsOf(chatId)) expect(item).not.toHaveProperty('expiresAt')
  vi.setSystemTime(start + 1000 * day)
  expect(await forgetPreviews(Date.now())).toBe(0)
  expect(await texts(chatId)).toHaveLength(2)
  expect((await findChat(chatId))?.lastMessage?.text).toBe('Siap kak')
})

test('where they are kept for a while, they go after it, from the list of chats too; the chat stays', async () => {
  vi.stubEnv('MESSAGES_KEPT_DAYS', '90')
  const chatId = await talk()
  const [message] = (await itemsOf(chatId)).filter(({ sk }) => sk !== 'state')
  expect(message?.expiresAt).toBe(start / 1000 + (90 * day) / 1000)
  vi.setSystemTime(start + 89 * day)
  expect(await forgetPreviews(Date.now())).toBe(0)
  expect(await texts(chatId)).toHaveLength(2)
  vi.setSystemTime(start + 90 * day + 1000)
  expect(await texts(chatId)).toEqual([])
  expect(await forgetPreviews(Date.now())).toBe(1)
  expect(await forgetPreviews(Date.now())).toBe(0)
  const chat = await findChat(chatId)
  expect(chat).toMatchObject({ lastSeq: 2, lastMessage: { text: '' } })
  expect(chat?.customer.phone).toBeTruthy()
  vi.stubEnv('MESSAGES_KEPT_DAYS', '')
})
