import { expect, test } from 'vitest'
import { messageView } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { queue } from '../sending/from-agent.ts'
import { sent, settle, take } from '../sending/sending.ts'
import { receive } from './incoming.ts'
import * as Message from './message.ts'
import { advance } from './receipt.ts'

const ayu = eg.member()

async function written() {
  const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id }), ayu, true)
  const seen = async () => {
    const now = await Message.find(result, { consistent: true })
    if (!now) throw new Error('no message')
    return messageView(now, chat)
  }
  return { chat, message: result, seen }
}

const time = expect.stringMatching(/^20..-/)

test('a message remembers when it was sent, delivered and read', async () => {
  const { chat, message, seen } = await written()
  expect((await seen()).times).toBeUndefined()
  await take(message)
  await sent(message, chat.channelId, `out-${message.id}`)
  expect((await seen()).times).toEqual({ sent: time })
  await advance(message, 'delivered')
  await advance(message, 'read')
  await advance(message, 'delivered')
  expect((await seen()).times).toEqual({ sent: time, delivered: time, read: time })
})

test('a receipt that is faster than the answer to our send leaves no gap', async () => {
  const { chat, message, seen } = await written()
  const leased = await take(message)
  const providerId = `out-${message.id}`
  await advance(message, 'read', { foundBy: providerId })
  expect((await seen()).times).toEqual({ read: time })
  if (leased) await settle(leased, chat.channelId, { is: 'sent', providerId })
  expect((await seen()).times).toMatchObject({ read: time })
})

test('of one that did not go out there is nothing to tell, until it did', async () => {
  const { chat, message, seen } = await written()
  const leased = await take(message)
  if (leased)
    await settle(leased, chat.channelId, { is: 'failed', code: 'forbidden', message: 'no' })
  expect((await seen()).times).toBeUndefined()
  await advance(message, 'delivered')
  expect((await seen()).times).toEqual({ delivered: time })
})
