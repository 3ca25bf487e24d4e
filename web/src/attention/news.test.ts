import { expect, test } from 'vitest'
import type { InboxEvent } from '../../../shared/events.ts'
import * as eg from '../../../shared/example.ts'
import { apply, emptyInbox } from '../inbox/apply.ts'
import { newsIn } from './news.ts'

const chat = eg.chat({ lastSeq: 4, readSeq: 3, mode: 'agent' })
const message = eg.message({ id: 'm4', seq: 4 })
const event: InboxEvent = { type: 'message.changed', chat, message }

test('a customer’s new message is news, once', () => {
  expect(newsIn(emptyInbox, event)).toEqual({ chat, message })
  expect(newsIn(apply(emptyInbox, event), event)).toBeUndefined()
})

test.each([
  ['our own', { sender: 'agent' }],
  ['the bot’s', { sender: 'bot' }],
  ['the shop’s phone', { sender: 'phone' }],
  ['one found in the history', { recovered: true }],
  ['one held up for long', { sentAt: '2026-11-21T08:00:00.000Z' }],
  ['one that was edited', { editedAt: '2026-11-21T09:00:00.000Z' }],
  ['one that was deleted', { deletedAt: '2026-11-21T09:00:00.000Z' }],
  ['one that was read already', { seq: 3 }],
] as const)('nobody is disturbed by %s', (_, fields) => {
  expect(newsIn(emptyInbox, { ...event, message: { ...message, ...fields } })).toBeUndefined()
})

test('where nobody is to be bothered, nobody is', () => {
  expect(newsIn(emptyInbox, { ...event, chat: { ...chat, mode: 'paused' } })).toBeUndefined()
})

test('a reaction or a receipt is not told as a message', () => {
  const before = apply(emptyInbox, event)
  const reacted = { ...message, rev: 2, reactions: [{ emoji: '👍', sender: 'agent' as const }] }
  expect(newsIn(before, { ...event, chat: { ...chat, rev: 2 }, message: reacted })).toBeUndefined()
  expect(newsIn(before, { type: 'chat.changed', chat })).toBeUndefined()
})
