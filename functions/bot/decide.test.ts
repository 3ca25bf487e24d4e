import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, describe, expect, test } from 'vitest'
import { cannedAnswer } from '../../shared/answering/canned.ts'
import { mentions } from '../../shared/answering/keywords.ts'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { decide } from './decide.ts'
import { botOwes, isAdmin } from './duty.ts'
import { textsOf } from './texts.ts'

const texts = textsOf({})
process.env.OPENAI_KEY_PARAMETER = '/balas/test/openai-key'

// A shop without a key.
const ssm = mockClient(SSMClient)
ssm.on(GetParametersCommand).resolves({ Parameters: [] })
afterAll(() => ssm.restore())

const chat = (fields: Partial<ChatState> = {}) =>
  ({
    mode: 'bot',
    botDue: 'owed',
    customer: { name: 'Sari W', phone: '+6281200000001' },
    ...fields,
  }) as ChatState

/** What a customer said, newest first as the table hands it over; the last line is owed an answer. */
const said = (...lines: string[]) =>
  lines
    .map((text, i) => {
      const id = i === lines.length - 1 ? 'owed' : `line ${i}`
      return { id, seq: i + 1, sender: 'customer', text, kind: 'text' } as MessageState
    })
    .toReversed()

const handover = (text: string) =>
  decide({ chat: chat(), recent: said(text), texts, runCommand: async () => '' })

test('what the customer has deleted is not answered, what was said with it is', async () => {
  const [gone, ...rest] = said('Berapa harga kaos L?', 'Salah kirim')
  const recent = [{ ...gone, deletedAt: '2026-11-21T09:00:05.000Z' } as MessageState, ...rest]
  const runCommand = async () => ''
  const price = texts.canned.find(({ name }) => name === 'price')?.text.id
  expect(await decide({ chat: chat(), recent, texts, runCommand })).toMatchObject({ text: price })
  const nothing = await decide({ chat: chat(), recent: recent.slice(0, 1), texts, runCommand })
  expect(nothing).toBeUndefined()
})

test('a note of the team is nothing the customer said, and parts no burst', async () => {
  const [newest, first] = said('Berapa harga kaos L?', 'Halo?')
  const note = { id: 'n', seq: 9, sender: 'agent', kind: 'note', text: 'admin' } as MessageState
  const recent = [note, newest, { ...note, seq: 1.5 }, first].filter((one) => one !== undefined)
  const price = texts.canned.find(({ name }) => name === 'price')?.text.id
  const runCommand = async () => ''
  expect(await decide({ chat: chat(), recent, texts, runCommand })).toMatchObject({ text: price })
})

describe('the prepared answers', () => {
  test.each([
    ['Halo kak', 'greeting', 'id'],
    ['Hello, good morning!', 'greeting', 'en'],
    ['Buka jam berapa ya?', 'hours', 'id'],
    ['What are your opening hours?', 'hours', 'en'],
    ['Berapa harga kaos L?', 'price', 'id'],
    ['How much is it?', 'price', 'en'],
    ['Alamat tokonya di mana?', 'address', 'id'],
    ['Makasih kak 🙏', 'thanks', 'id'],
  ] as const)('"%s" is about %s, in %s', (text, name, language) => {
    const wanted = texts.canned.find((answer) => answer.name === name)?.text[language]
    expect(cannedAnswer(text, texts)).toBe(wanted)
  })

  test('anything else gets a friendly answer in its language', () => {
    expect(cannedAnswer('Stok XL warna biru', texts)).toBe(texts.fallback.id)
    expect(cannedAnswer('do you have it in blue', texts)).toBe(texts.fallback.en)
    expect(cannedAnswer('', texts)).toBe(texts.fallback.id)
  })
})

describe('asking for a person', () => {
  test.each([
    'admin',
    'Saya mau bicara dengan manusia',
    'CS dong kak',
    'can I talk to a human?',
    'AGENT!',
  ])('"%s" brings one', async (text) => {
    expect(await handover(text)).toMatchObject({ mode: 'agent', handover: true })
  })

  test.each(['Untuk 5 orang berapa?', 'administrasi', 'csv'])('"%s" does not', (text) => {
    expect(mentions(text, texts.handover.keywords)).toBeUndefined()
  })

  test('counts wherever in the burst it stands', async () => {
    const recent = said('Halo', 'mau bicara dengan orang', 'cepat ya')
    const answer = await decide({ chat: chat(), recent, texts, runCommand: async () => '' })
    expect(answer).toMatchObject({ mode: 'agent', text: texts.handover.text.id })
  })
})

test('a message that came late, below our last words in the table, is answered all the same', async () => {
  const ours = { id: 'bot-1', seq: 2, sender: 'bot', text: 'Halo!', kind: 'text' } as MessageState
  const [late] = said('Halo', 'x', 'Alamatnya di mana?')
  const recent = [ours, late as MessageState]
  const answer = await decide({ chat: chat(), recent, texts, runCommand: async () => '' })
  expect(answer?.text).toBe(texts.canned.find(({ name }) => name === 'address')?.text.id)
})

test('with people on it, only the call for the bot brings it back', async () => {
  const answer = (text: string) =>
    decide({ chat: chat({ mode: 'agent' }), recent: said(text), texts, runCommand: async () => '' })
  expect(await answer('Bot')).toMatchObject({ mode: 'bot', text: texts.back.text.id })
  expect(await answer('apakah ini bot?')).toBeUndefined()
})

test.each(['paused', 'closed'] as const)('in a %s chat the bot says nothing', async (mode) => {
  const recent = said('Halo')
  expect(
    await decide({ chat: chat({ mode }), recent, texts, runCommand: async () => '' }),
  ).toBeUndefined()
})

describe('what the bot owes', () => {
  const now = Date.parse('2026-11-21T09:00:10.000Z')
  const arrival = (fields = {}) => ({
    kind: 'text',
    text: 'Halo',
    sentAt: '2026-11-21T09:00:00.000Z',
    providerChatId: '6281200000001@s.whatsapp.net',
    ...fields,
  })
  const owes = (mode: ChatState['mode'], fields = {}) =>
    botOwes(chat({ mode }), arrival(fields) as never, texts, { now })

  test('is an answer in its own mode, and in others only to the call for it', () => {
    expect(owes('bot')).toBe(true)
    expect(owes('agent')).toBe(false)
    expect(owes('agent', { text: 'kembali ke bot' })).toBe(true)
    expect(owes('paused', { text: 'bot' })).toBe(false)
  })

  test('is nothing for what waited while we were away, for notices and in groups', () => {
    expect(owes('bot', { sentAt: '2026-11-21T08:00:00.000Z' })).toBe(false)
    expect(owes('bot', { kind: 'system' })).toBe(false)
    expect(owes('bot', { providerChatId: '120363012345678901@g.us' })).toBe(false)
  })

  test('includes commands, from the numbers that may give them only', () => {
    process.env.WHAPI_ADMINS = '+62 812-0000-0001, 6281200000009'
    expect(owes('paused', { text: '/help' })).toBe(true)
    expect(isAdmin('+6281200000002')).toBe(false)
    expect(isAdmin(null)).toBe(false)
    process.env.WHAPI_ADMINS = ''
    expect(owes('paused', { text: '/help' })).toBe(false)
    expect(isAdmin('+6281200000001')).toBe(false)
  })
})
