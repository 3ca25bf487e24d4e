import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { forgetPresence, notePresence, usePresence } from './presence.ts'

const typing = { type: 'typing', chatId: 'chat1', who: 'Sari W' } as const
const online = { type: 'presence', chatId: 'chat1', online: true } as const
const now = () => usePresence.getState().chat1

beforeEach(() => {
  vi.useFakeTimers()
  forgetPresence()
})
afterEach(() => {
  forgetPresence()
  vi.useRealTimers()
})

test('who types is shown for ten seconds, and longer if they go on', () => {
  notePresence(typing)
  vi.advanceTimersByTime(9_000)
  notePresence(typing)
  vi.advanceTimersByTime(9_000)
  expect(now()).toEqual({ typing: 'Sari W' })
  vi.advanceTimersByTime(2_000)
  expect(now()).toEqual({})
})

test('who is there stays there while typing ends', () => {
  notePresence(online)
  notePresence(typing)
  vi.advanceTimersByTime(11_000)
  expect(now()).toEqual({ online: true })
})

test('who left neither types nor is there', () => {
  notePresence(online)
  notePresence(typing)
  notePresence({ ...online, online: false })
  expect(now()).toEqual({ online: false })
})

test('what somebody typed has arrived with their message; a receipt of ours ends nothing', () => {
  notePresence(typing)
  notePresence(eg.messageChanged({ sender: 'agent', senderName: 'Ayu', status: 'read' }))
  expect(now()?.typing).toBe('Sari W')
  notePresence(eg.messageChanged())
  expect(now()?.typing).toBeUndefined()
})
