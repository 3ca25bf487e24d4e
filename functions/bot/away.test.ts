import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, expect, test } from 'vitest'
import { usualHours } from '../../shared/hours.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { arrival } from '../domain/example.ts'
import { decide } from './decide.ts'
import { botOwes } from './duty.ts'
import type { Closed } from './hours.ts'
import { textsOf, usualTexts } from './texts.ts'

process.env.OPENAI_KEY_PARAMETER = '/balas/test/openai-key'
const ssm = mockClient(SSMClient)
ssm.on(GetParametersCommand).resolves({ Parameters: [] })
afterAll(() => ssm.restore())

const texts = textsOf({})
const hourMs = 3600_000
const closed: Closed = { since: '2026-11-21T17:00', forMs: 2 * hourMs }
const ago = (ms: number) => new Date(Date.now() - ms).toISOString()

const chat = (fields: Partial<ChatState> = {}) =>
  ({
    mode: 'bot',
    botDue: 'owed',
    customer: { name: 'Sari W', phone: null },
    ...fields,
  }) as ChatState

const said = (text: string) =>
  ({ id: 'owed', seq: 9, sender: 'customer', text, kind: 'text', sentAt: ago(0) }) as MessageState

const fromUs = (sender: 'agent' | 'phone', ms: number) =>
  ({ id: 'ours', seq: 1, sender, text: 'Siap', kind: 'text', sentAt: ago(ms) }) as MessageState

const answer = (text: string, fields: Partial<ChatState> = {}, ours: MessageState[] = []) =>
  decide({
    chat: chat(fields),
    recent: [said(text), ...ours],
    texts,
    closed,
    runCommand: async () => '',
  })

test('while the shop is closed the bot answers as always, and says once that it is', async () => {
  const first = await answer('Berapa harga kaos L?')
  expect(first?.text).toContain('harga')
  expect(first?.text.endsWith(texts.away.id)).toBe(true)
  expect(first).toMatchObject({ mode: 'bot', awayFor: closed.since })
  const second = await answer('Berapa harga kaos L?', { awayFor: closed.since })
  expect(second?.text).not.toContain(texts.away.id)
})

test('whoever asks for a person at night is told when one comes, and goes on waiting for one', async () => {
  const told = await answer('can I talk to a human?')
  expect(told).toEqual({
    text: texts.away.en,
    mode: 'agent',
    handover: true,
    awayFor: closed.since,
  })
})

test('whose chat a person has is told, too, unless somebody of us has written since', async () => {
  const yesterday = [fromUs('agent', 5 * hourMs)]
  expect(await answer('Kak?', { mode: 'agent' }, yesterday)).toMatchObject({ text: texts.away.id })
  for (const sender of ['agent', 'phone'] as const)
    expect(await answer('Kak?', { mode: 'agent' }, [fromUs(sender, hourMs)])).toBeUndefined()
})

test.each(['paused', 'closed'] as const)('in a %s chat nothing is said', async (mode) => {
  expect(await answer('Kak?', { mode })).toBeUndefined()
})

test('the bot owes whoever a person has an answer only while it is closed and they have not been told', () => {
  const now = Date.parse('2026-11-22T05:00:00Z')
  const message = arrival({ sentAt: new Date(now).toISOString() })
  const owes = (fields: Partial<ChatState>, hours = usualHours) =>
    botOwes(chat({ mode: 'agent', ...fields }), message, texts, { hours, now })
  expect(owes({})).toBe(true)
  expect(owes({ awayFor: '2026-11-21T17:00' })).toBe(false)
  expect(owes({ awayFor: '2026-11-20T17:00' })).toBe(true)
  expect(owes({ mode: 'paused' })).toBe(false)
  expect(botOwes(chat({ mode: 'agent' }), message, texts, { now })).toBe(false)
})

test('the shop’s language is the bot’s where a message does not show one', async () => {
  const ask = (text: string, language: 'id' | 'en') =>
    decide({ chat: chat(), recent: [said(text)], texts, language, runCommand: async () => '' })
  expect(await ask('SKU 4411', 'en')).toMatchObject({ text: texts.fallback.en })
  expect(await ask('SKU 4411', 'id')).toMatchObject({ text: texts.fallback.id })
  expect(await ask('Stok SKU 4411 ada?', 'en')).toMatchObject({ text: texts.fallback.id })
  expect(await ask('is SKU 4411 here?', 'id')).toMatchObject({ text: texts.fallback.en })
})

test('what the shop does not say in its own words, the bot says in the usual ones', () => {
  const own = { fallback: { id: 'Hai', en: 'Hi' } }
  expect(textsOf(own)).toEqual({ ...usualTexts, ...own })
})
