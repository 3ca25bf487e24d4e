import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import { outbox } from './due.ts'
import { queue } from './from-agent.ts'
import { settle, take, transition } from './sending.ts'
import * as Unknown from './unknown.ts'

const doubt = { is: 'unknown', code: 'timeout', message: 'WhatsApp did not answer' } as const
const later = { is: 'later', code: 'rate_limited', message: 'Too many' } as const

/** A message of an agent on its way, with its lease taken. */
async function beingSent() {
  const channelId = eg.newChannelId()
  const { chat } = await receive(eg.arrival({ channelId }), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member(), true)
  const message = await take(result)
  if (!message) throw new Error('Somebody else has the lease')
  return { channelId, message }
}

async function isDue(key: string) {
  for await (const places of outbox('9')) if (places.some((place) => place.key === key)) return true
  return false
}

const isToBeLookedUp = async (key: string, before = '8') =>
  (await Unknown.due(before, 1000)).some((place) => place.key === key)

test('what is unknown stands in a row of its own, until it is decided', async () => {
  const { channelId, message } = await beingSent()
  const before = await Unknown.count()
  await settle(message, channelId, doubt)
  expect(await isDue(message.key)).toBe(false)
  expect(await isToBeLookedUp(message.key)).toBe(true)
  expect(await Unknown.count()).toBeGreaterThan(before)
  await settle(message, channelId, { is: 'sent', providerId: `out-${message.id}` })
  expect(await isToBeLookedUp(message.key, '9')).toBe(false)
})

test('what was looked up has its next turn later, or never; and is counted all the same', async () => {
  const { channelId, message } = await beingSent()
  await settle(message, channelId, doubt)
  const before = await Unknown.count()
  await Unknown.lookUpAt(message, Date.UTC(2050, 0, 1))
  expect(await isToBeLookedUp(message.key, '2049')).toBe(false)
  expect(await isToBeLookedUp(message.key, '2051')).toBe(true)
  await Unknown.lookUpAt(message)
  expect(await isToBeLookedUp(message.key)).toBe(false)
  expect(await Unknown.count()).toBe(before)
})

test('what a person sends again is due again, though it was looked up no more', async () => {
  const { channelId, message } = await beingSent()
  await settle(message, channelId, doubt)
  await Unknown.lookUpAt(message)
  await transition(message, 'queued', ['unknown'])
  expect(await isToBeLookedUp(message.key, '9')).toBe(false)
  expect(await isDue(message.key)).toBe(true)
})

test('what was decided meanwhile is not put back in doubt', async () => {
  const { channelId, message } = await beingSent()
  await settle(message, channelId, later)
  await Unknown.lookUpAt(message, 0)
  expect(await isToBeLookedUp(message.key, '9')).toBe(false)
  expect(await isDue(message.key)).toBe(true)
})
