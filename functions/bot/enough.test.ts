import { SSMClient } from '@aws-sdk/client-ssm'
import type { Context, SQSEvent } from 'aws-lambda'
import { beforeEach, expect, test, vi } from 'vitest'
import { handler } from '../bot.ts'
import { changeChat, findChat } from '../domain/chat/store.ts'
import * as eg from '../domain/example.ts'
import { receive } from '../domain/message/incoming.ts'
import * as Thread from '../domain/message/thread.ts'
import { day, minute, smallWorld } from '../tick/example.ts'
import { usualTexts } from './texts.ts'

smallWorld()
// Whatever other tests made functions remember is old by then.
const start = Date.UTC(2026, 11, 1, 9)
beforeEach(() => {
  vi.setSystemTime(start)
  vi.stubEnv('OPENAI_KEY_PARAMETER', 'none')
  vi.mocked(SSMClient.prototype.send).mockImplementation(async () => ({ Parameters: [] }))
})

let messages = 0

/** The customer writes, and the bot has its turn. Answers the chat after it. */
async function write(text: string) {
  const providerId = `m-${++messages}`
  const sentAt = new Date().toISOString()
  const arrival = eg.arrival({ providerId, text, sentAt })
  const { chat } = await receive(arrival, { ...eg.rules, botOwes: () => true })
  const body = JSON.stringify({ chatId: chat.id, messageId: chat.botDue })
  const record = { body, attributes: { ApproximateReceiveCount: '1' } }
  await handler({ Records: [record] } as SQSEvent, {} as Context)
  const after = await findChat(chat.id, { consistent: true })
  if (!after) throw new Error('The chat is gone')
  return after
}

async function answers(chatId: string) {
  const chat = await findChat(chatId)
  const all = chat ? (await Thread.list(chat, { limit: 200 })).messages : []
  return all.filter(({ sender }) => sender === 'bot').map(({ text }) => text)
}

test('the sixth answer in ten minutes hands the chat over, and then the bot is silent', async () => {
  for (const number of [1, 2, 3, 4, 5])
    expect(await write(`Harga nomor ${number}?`)).toMatchObject({ mode: 'bot', waitingSince: null })
  const handedOver = await write('Harga nomor 6?')
  expect(handedOver).toMatchObject({
    mode: 'agent',
    waitingSince: expect.any(String),
    botProblem: 'It answered 6 times in ten minutes',
  })
  const said = await answers(handedOver.id)
  expect(said).toHaveLength(6)
  expect(said.at(-1)).toBe(usualTexts.handover.text.id)

  // Somebody gives it back to the bot at once: it stays silent, and the customer waits for a person.
  await changeChat(handedOver.id, (chat) => {
    if (!chat) throw new Error('The chat is gone')
    return { chat: { ...chat, mode: 'bot' }, result: undefined }
  })
  const stopped = await write('Harga nomor 7?')
  expect(stopped).toMatchObject({ mode: 'agent', botProblem: expect.any(String) })
  expect(stopped.botDue).toBeUndefined()
  expect(stopped.waitingSince).not.toBeNull()
  expect(await answers(stopped.id)).toHaveLength(6)
})

test('with pauses it answers forty times in a day, and again on the next', async () => {
  for (let number = 1; number < 40; number++) {
    vi.setSystemTime(start + number * 3 * minute)
    expect(await write(`Harga nomor ${number}?`)).toMatchObject({ mode: 'bot' })
  }
  vi.setSystemTime(start + 200 * minute)
  const last = await write('Harga nomor 40?')
  expect(last).toMatchObject({ mode: 'agent', botProblem: 'It answered 40 times today' })
  expect(await answers(last.id)).toHaveLength(40)
  vi.setSystemTime(start + day)
  await changeChat(last.id, (chat) => {
    if (!chat) throw new Error('The chat is gone')
    return { chat: { ...chat, mode: 'bot' }, result: undefined }
  })
  expect(await write('Harga hari ini?')).toMatchObject({ mode: 'bot' })
})

test('a machine that answers the bot with the same words is left to a person', async () => {
  await write('Saya sedang di jalan')
  await write('Saya sedang di jalan')
  const third = await write('Saya sedang di jalan')
  expect(third).toMatchObject({ mode: 'agent', botProblem: 'The customer said the same 3 times' })
  expect(await answers(third.id)).toHaveLength(3)
})
