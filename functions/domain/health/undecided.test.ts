import { expect, test } from 'vitest'
import { MessageState } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import { advance } from '../message/receipt.ts'
import { queue } from '../sending/from-agent.ts'
import { type Failure, settle, take, transition } from '../sending/sending.ts'
import * as Undecided from './undecided.ts'

const channelId = eg.newChannelId()
const minute = 60_000

/** A message of ours, and its customer's chat. */
async function written(customerName: string) {
  const { chat } = await receive(eg.arrival({ channelId, customerName }), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id }), eg.member({ role: 'admin' }), true)
  return MessageState.parse(result)
}

async function settled(is: 'failed' | 'unknown', code: Failure['code'], name = 'Sari W') {
  const message = await written(name)
  await take(message)
  await settle(message, channelId, { is, code, message: 'in technical words' } as Failure)
  return message
}

const listed = async (id: string, options = {}) =>
  (await Undecided.list(options)).find(({ messageId }) => messageId === id)

test.each(['failed', 'unknown'] as const)(
  'a message that is %s is listed with its chat until somebody decides',
  async (status) => {
    const message = await settled(status, status === 'failed' ? 'rejected' : 'timeout')
    expect(await listed(message.id)).toMatchObject({
      chatId: message.chatId,
      customer: { name: 'Sari W', phone: '+6281200000001' },
      status,
      error: { message: 'in technical words' },
    })
    await transition(message, 'sent', ['failed', 'unknown'])
    expect(await listed(message.id)).toBeUndefined()
  },
)

test('what WhatsApp took and could not deliver is listed, until it is delivered after all', async () => {
  const message = await written('Sari W')
  await take(message)
  await advance(message, 'failed', { error: { code: '131', message: 'not sent' } })
  expect(await listed(message.id)).toMatchObject({ status: 'failed', error: { code: '131' } })
  await advance(message, 'delivered')
  expect(await listed(message.id)).toBeUndefined()
})

test('what a person held back is no failure, and a failure of last week is history', async () => {
  const heldBack = await settled('failed', 'taken_over')
  expect(await listed(heldBack.id)).toBeUndefined()
  const failed = await settled('failed', 'rejected')
  const nextWeek = Date.now() + 7 * 24 * 60 * minute
  expect(await listed(failed.id, { now: nextWeek })).toBeUndefined()
  expect(await Undecided.countFailed()).toBeGreaterThanOrEqual(1)
})

test('what waits for long is listed, unless it waits for the channel', async () => {
  const { id } = await written('Sari W')
  const later = Date.now() + 20 * minute
  expect(await Undecided.countUnsent()).toBeGreaterThanOrEqual(1)
  expect(await listed(id)).toBeUndefined()
  expect(await listed(id, { now: later })).toMatchObject({ status: 'queued' })
  expect(await listed(id, { now: later, isDown: true })).toBeUndefined()
})
