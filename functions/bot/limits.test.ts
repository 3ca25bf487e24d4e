import { describe, expect, test } from 'vitest'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { decide } from './decide.ts'
import { leftFor, most } from './limits.ts'
import { textsOf } from './texts.ts'

const texts = textsOf({})
const minute = 60_000
const now = Date.UTC(2026, 10, 22, 12)
const day = '2026-11-22'

const chat = (botSaid?: ChatState['botSaid']) =>
  ({
    mode: 'bot',
    botDue: 'm1',
    customer: { name: 'Sari W', phone: '+6281200000001' },
    botSaid,
  }) as ChatState

/** Newest first; of the customer unless it begins with the bot's sign. */
const talk = (...lines: string[]) =>
  lines.map((line, i) => {
    const sender = line.startsWith('> ') ? 'bot' : 'customer'
    const seq = lines.length - i
    return {
      id: `m${i + 1}`,
      seq,
      sender,
      text: line.replace('> ', ''),
      kind: 'text',
    } as MessageState
  })

const said = (times: number, minutesAgo: number) => ({
  day,
  today: times,
  lately: Array.from({ length: times }, () => now - minutesAgo * minute),
})

const left = (botSaid?: ChatState['botSaid'], recent = talk('Halo')) =>
  leftFor(chat(botSaid), recent, now).answers

describe('the bot answers in one chat', () => {
  test.each([
    ['six times in ten minutes', said(0, 0), most.inTenMinutes],
    ['then no more', said(6, 3), 0],
    ['until ten minutes are over', said(6, 11), 6],
    ['forty times in a day', { day, today: 39, lately: [] }, 1],
    ['then no more that day', { day, today: 40, lately: [] }, 0],
    ['and as often on the next one', { day: '2026-11-21', today: 40, lately: [] }, 6],
  ])('%s', (_, botSaid, answers) => {
    expect(left(botSaid)).toBe(answers)
  })

  test('however often, where commands are given', () => {
    process.env.WHAPI_ADMINS = '6281200000001'
    expect(left(said(6, 1))).toBe(Number.POSITIVE_INFINITY)
    delete process.env.WHAPI_ADMINS
  })
})

describe('two machines that talk to each other', () => {
  const loop = talk('Auto-reply', '> Halo!', 'Auto-reply', '> Halo!', 'auto-reply ')

  test('are given one last answer', () => {
    expect(left(said(2, 1), loop)).toBe(1)
  })

  test('are told from a customer who says three different things', () => {
    expect(left(said(2, 1), talk('Ya', '> Halo!', 'Halo', '> Halo!', 'Ya'))).toBe(4)
  })

  test('are told from one who repeats himself before anybody has answered', () => {
    expect(left(said(0, 1), talk('Halo', 'Halo', 'Halo'))).toBe(6)
  })
})

test('the last answer says that a person comes, and the chat waits for one', async () => {
  const recent = talk('Berapa harga kaos L?')
  const botSaid = said(5, 1)
  const decided = await decide({
    chat: chat(botSaid),
    recent,
    texts,
    left: leftFor(chat(botSaid), recent, now),
    runCommand: async () => '',
  })
  expect(decided).toMatchObject({ text: texts.handover.text.id, mode: 'agent', handover: true })
})

test.each([
  ['It answered 6 times in ten minutes', said(6, 1), talk('Halo')],
  ['It answered 40 times today', { day, today: 40, lately: [] }, talk('Halo')],
  ['The customer said the same 3 times', said(2, 1), talk('Ya', '> Oke', 'Ya', '> Oke', 'Ya')],
])('the team is told why it stopped: %s', (words, botSaid, recent) => {
  expect(leftFor(chat(botSaid), recent, now).why).toBe(words)
})
