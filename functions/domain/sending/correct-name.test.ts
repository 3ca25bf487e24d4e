import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { providerRef } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Message from '../message/message.ts'
import { queue } from './outgoing.ts'
import { sent, settle, take } from './sending.ts'

process.env.SOCKETS_URL ??= 'http://127.0.0.1:1'

/** Messages in the same words, all of them on their way to the provider. */
async function onTheirWay(count: number) {
  const channelId = eg.newChannelId()
  const { chat } = await receive(eg.arrival({ channelId }), eg.rules)
  const ayu = eg.member()
  const messages = []
  for (let i = 0; i < count; i++)
    messages.push((await queue(eg.draft({ chatId: chat.id }), ayu, true)).result)
  for (const message of messages) await take(message)
  const names = { echoed: `out-${randomUUID()}`, answered: `out-${randomUUID()}` }
  return { channelId, messages, ...names }
}

const nameOf = async (message: Message.Place) =>
  (await Message.find(message, { consistent: true }))?.providerId

test('an echo that was taken for another one finds its own once the answer is there', async () => {
  const { channelId, messages, echoed, answered } = await onTheirWay(2)
  const [first, second] = messages
  if (!first || !second) throw new Error('There are two')
  // The echo of the first comes while both are on their way.
  await sent(second, channelId, echoed)
  await settle(second, channelId, { is: 'sent', providerId: answered })
  expect(await nameOf(second)).toBe(answered)
  expect(await nameOf(first)).toBe(echoed)
  expect(await Message.place(providerRef(channelId, echoed))).toMatchObject({ key: first.key })
})

test('an echo that is none of ours is left to the history', async () => {
  const { channelId, messages, echoed, answered } = await onTheirWay(1)
  const [only] = messages
  if (!only) throw new Error('There is one')
  await sent(only, channelId, echoed)
  await settle(only, channelId, { is: 'sent', providerId: answered })
  expect(await nameOf(only)).toBe(answered)
  expect(await Message.place(providerRef(channelId, echoed))).toBeUndefined()
})
