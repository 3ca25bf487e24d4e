import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { viewingEveryMs, viewingLastsMs } from '../../../../shared/viewing.ts'
import { sayOver } from '../../live/say.ts'
import { signedIn } from '../../test/signed-in.ts'
import { forgetViewing, look, noteViewing, useViewing } from './viewing.ts'

let said: unknown[]
const hear = (names: Record<string, string>, chatId = 'chat1') =>
  noteViewing({ type: 'viewing', chatId, userIds: Object.keys(names), names })
const here = { action: 'viewing', chatId: 'chat1' }

beforeEach(() => {
  vi.useFakeTimers()
  signedIn({ id: 'me' })
  forgetViewing()
  said = []
  const send = (frame: string) => said.push(JSON.parse(frame))
  sayOver({ readyState: WebSocket.OPEN, send } as never)
})
afterEach(() => vi.useRealTimers())

test('whoever is alone says once that they look, and once that they left', () => {
  look('chat1')
  hear({ me: 'Ayu' })
  vi.advanceTimersByTime(10 * viewingEveryMs)
  look(undefined)
  expect(said).toEqual([here, { action: 'viewing', chatId: null }])
})

test('whoever has company says so again and again', () => {
  look('chat1')
  hear({ me: 'Ayu', budi: 'Budi' })
  expect(useViewing.getState().others).toEqual({ budi: 'Budi' })
  vi.advanceTimersByTime(viewingEveryMs)
  expect(said).toEqual([here, here])
})

test('whoever came asks those who were there before: they answer', () => {
  look('chat1')
  vi.advanceTimersByTime(60_000)
  hear({ budi: 'Budi' })
  vi.advanceTimersByTime(1)
  expect(said).toEqual([here, here])
})

test('without any word, nobody else is shown after 45 s; nor is what is said of another chat', () => {
  look('chat1')
  hear({ me: 'Ayu', budi: 'Budi' })
  hear({ me: 'Ayu', citra: 'Citra' }, 'chat2')
  expect(useViewing.getState().others).toEqual({ budi: 'Budi' })
  vi.advanceTimersByTime(45_000)
  expect(useViewing.getState().others).toEqual({})
})

test('who leaves without a word is gone with the first word of the others that comes late enough, within 45 s', () => {
  expect(viewingLastsMs + viewingEveryMs).toBeLessThan(45_000)
})
