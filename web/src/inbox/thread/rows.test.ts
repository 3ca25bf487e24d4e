import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import type { Message } from '../../../../shared/message.ts'
import type { Draft } from '../apply.ts'
import { type Row, rowsOf } from './rows.ts'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()
const say = (id: string, sentAt: string, fields: Partial<Message> = {}) =>
  eg.message({ id, sentAt, ...fields })
const draft = (id: string): Draft => ({
  id,
  chatId: 'chat1',
  text: 'Siap',
  seenSeq: 1,
  writtenAt: at(21, 12),
})
const brief = (row: Row) => (row.is === 'message' || row.is === 'draft' ? row.key : row.is)
const firsts = (rows: Row[]) =>
  rows.flatMap((row) => ('first' in row && row.first ? [row.key] : []))
const me = 'ayu'

test('days are parted at midnight of the reader', () => {
  const messages = [say('a', at(20, 23)), say('b', at(21, 0)), say('c', at(21, 1))]
  expect(rowsOf({ messages, me }).map(brief)).toEqual(['beginning', 'day', 'a', 'day', 'b', 'c'])
})

test('messages of one person in a row are one run; two agents are two, and a call is none', () => {
  const messages = [
    say('a', at(20, 8)),
    say('b', at(20, 9)),
    say('c', at(20, 10), { sender: 'agent', userId: 'ayu' }),
    say('d', at(20, 11), { sender: 'agent', userId: 'bima' }),
    say('e', at(20, 12), { sender: 'bot' }),
    say('f', at(20, 13)),
    say('g', at(20, 14), { kind: 'call' }),
    say('h', at(20, 15)),
  ]
  expect(firsts(rowsOf({ messages, me }))).toEqual(['a', 'c', 'd', 'e', 'f', 'h'])
})

test('what is new is told above it, and who wrote it', () => {
  const messages = [say('a', at(20, 8)), say('b', at(20, 9))]
  const rows = rowsOf({ messages, me, firstNew: 'b' })
  expect(rows.map(brief)).toEqual(['beginning', 'day', 'a', 'new', 'b'])
  expect(firsts(rows)).toEqual(['a', 'b'])
})

test('a message keeps its line, and its look, when the server has confirmed it', () => {
  const known = say('a', at(21, 8))
  const before = rowsOf({ messages: [known], drafts: [draft('b'), draft('c')], me })
  const sent = ['b', 'c'].map((id) => say(id, at(21, 12), { sender: 'agent', userId: me }))
  const after = rowsOf({ messages: [known, ...sent], me })
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  expect(firsts(after)).toEqual(firsts(before))
})

test('no line changes when older messages come, wherever a page ends', () => {
  const writers = fc.constantFrom<Partial<Message>>(
    {},
    { sender: 'bot' },
    { sender: 'agent', userId: me },
    { sender: 'agent', userId: 'bima' },
    { kind: 'call' },
  )
  const thread = fc
    .array(fc.tuple(writers, fc.nat(20)), { minLength: 1, maxLength: 30 })
    .map((all) => {
      let hours = 0
      return all.map(([fields, pause], place) => {
        hours += pause
        return say(`m${place}`, at(1, hours), fields)
      })
    })
  fc.assert(
    fc.property(thread, fc.nat(29), (messages, cut) => {
      const whole = rowsOf({ messages, me })
      const part = rowsOf({ messages: messages.slice(cut % messages.length), more: true, me })
      expect(whole.slice(whole.length - part.length)).toEqual(part)
      expect(part.filter(({ is }) => is === 'message')).toHaveLength(
        Math.max(0, messages.length - (cut % messages.length) - 1),
      )
    }),
  )
})
