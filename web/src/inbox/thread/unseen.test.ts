import { describe, expect, test } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import type { Message } from '../../../../shared/message.ts'
import { followed, opened, type Seen, unseenIn } from './unseen.ts'

const say = (at: number, fields: Partial<Message> = {}) =>
  eg.message({ id: `m${at}`, seq: at, sentAt: `2026-11-21T09:0${at}:00.000Z`, ...fields })
const mine = { sender: 'agent', userId: 'ayu' } as const
const bot = { sender: 'bot' } as const
const thread = [say(1), say(2, bot), say(3), say(4)]
const follow = (seen: Seen, messages: Message[], here: boolean) =>
  followed(seen, messages, here, 'ayu')
const idsOf = (messages: Message[], seen: Seen) =>
  unseenIn(messages, seen, 'ayu').map(({ id }) => id)

describe('a chat that opens', () => {
  test('has its mark above as many messages of the customer as nobody has read', () => {
    expect(opened(thread, 2).firstNew).toBe('m3')
    expect(opened(thread, 3).firstNew).toBe('m1')
  })

  test('has none when all was read, or when more is unread than is loaded', () => {
    expect(opened(thread, 0)).toEqual({ upTo: thread[3]?.order })
    expect(opened(thread, 9).firstNew).toBeUndefined()
    expect(opened([], 2).firstNew).toBeUndefined()
  })

  test('keeps its mark while it is read', () => {
    const seen = follow(opened(thread, 2), thread, true)
    expect(seen.firstNew).toBe('m3')
    expect(idsOf(thread, seen)).toEqual([])
  })
})

describe('what comes later', () => {
  const seen = follow(opened(thread, 0), thread, true)
  const later = [...thread, say(5), say(6, mine), say(7)]

  test('is seen at once by whoever looks at the end', () => {
    const now = follow(seen, [...thread, say(5)], true)
    expect(now.firstNew).toBeUndefined()
    expect(idsOf([...thread, say(5)], now)).toEqual([])
  })

  test('is counted and marked for whoever does not, without what they said themselves', () => {
    const now = follow(seen, later, false)
    expect(now.firstNew).toBe('m5')
    expect(idsOf(later, now)).toEqual(['m5', 'm7'])
  })

  test('moves no mark that is below the reader', () => {
    const first = follow(seen, [...thread, say(5)], false)
    expect(follow(first, [...thread, say(5), say(7)], false).firstNew).toBe('m5')
  })

  test('takes the place of a mark that is done with', () => {
    const old = { ...seen, firstNew: 'm3' }
    expect(follow(old, [...thread, say(5)], false).firstNew).toBe('m5')
  })

  test('has no mark any more once it was answered', () => {
    const now = follow(
      follow(seen, [...thread, say(5)], false),
      [...thread, say(5), say(6, mine)],
      false,
    )
    expect(now.firstNew).toBeUndefined()
    expect(idsOf([...thread, say(5), say(6, mine)], now)).toEqual([])
  })

  test('and says nothing new changes nothing', () => {
    expect(follow(seen, thread, true)).toBe(seen)
    expect(follow(seen, thread, false)).toBe(seen)
  })
})
