import { expect, test } from 'vitest'
import * as eg from '../../shared/example.ts'
import type { MessageState } from '../domain/chat/chat-state.ts'
import { type Match, matched } from './match.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString()

const message = (id: string, text: string, seconds: number, status = 'unknown' as const) =>
  ({
    ...eg.message({ id, text, sentAt: at(seconds), sender: 'agent', status }),
    key: id,
    changedAt: at(seconds),
  }) satisfies MessageState

const echo = (providerId: string, text: string, seconds: number): Match['echo'] => ({
  providerId,
  text,
  sentAt: at(seconds),
})

const pairs = (...args: Parameters<typeof matched>) =>
  matched(...args).map(({ message, echo }) => [message.id, echo.providerId])

test('two equal texts are two messages, the older one the older', () => {
  const unknown = [message('m2', 'Siap', 20), message('m1', 'Siap', 10)]
  expect(pairs(unknown, [echo('p2', 'Siap', 21), echo('p1', 'Siap', 11)])).toEqual([
    ['m1', 'p1'],
    ['m2', 'p2'],
  ])
})

test('of two equal texts of which one went out, one stays unknown', () => {
  const unknown = [message('m1', 'Siap', 10), message('m2', 'Siap', 20)]
  expect(pairs(unknown, [echo('p1', ' Siap\n', 11)])).toEqual([['m1', 'p1']])
})

test('other words, and what went out long before, are another message', () => {
  const unknown = [message('m1', 'Siap', 300)]
  expect(pairs(unknown, [echo('p1', 'Siap kak', 301), echo('p2', 'Siap', 100)])).toEqual([])
})

test('while the same words are being sent nobody can tell whose they are', () => {
  const underWay = { ...message('m2', 'Siap', 20), status: 'sending' as const }
  const unknown = [message('m1', 'Siap', 10), message('m3', 'Baik', 12)]
  expect(pairs(unknown, [echo('p1', 'Siap', 21), echo('p3', 'Baik', 13)], [underWay])).toEqual([
    ['m3', 'p3'],
  ])
})
