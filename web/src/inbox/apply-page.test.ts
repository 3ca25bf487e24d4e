import { describe, expect, test } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { apply, emptyInbox } from './apply.ts'
import { applyAround, applyNewer, applyNewest, applyNoStretch, applyOlder } from './apply-page.ts'
import { messagesOf, shownOf } from './select.ts'

const at = (seq: number) => `2026-11-21T09:${String(seq).padStart(2, '0')}:00.000Z`
const said = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    eg.message({ id: `m${from + i}`, seq: from + i, sentAt: at(from + i) }),
  )
const seqs = (inbox: typeof emptyInbox) => messagesOf(inbox, 'chat1').map(({ seq }) => seq)
const page = (from: number, to: number) => ({
  messages: said(from, to),
  cursor: from > 1 ? `m${from}` : null,
})

test('older pages grow the thread downwards to its beginning', () => {
  const newest = applyNewest(emptyInbox, 'chat1', page(5, 8))
  const whole = applyOlder(newest, 'chat1', page(1, 4))
  expect(seqs(whole)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(whole.threads.chat1?.cursor).toBeNull()
})

test('a newest page that joins what is known keeps what was paged in', () => {
  const known = applyNewest(emptyInbox, 'chat1', page(1, 6))
  expect(seqs(applyNewest(known, 'chat1', page(4, 8)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('a newest page that leaves a hole drops the older part, even if live news came after the hole', () => {
  const known = applyNewest(emptyInbox, 'chat1', page(1, 4))
  const live = apply(known, eg.messageChanged({ id: 'm20', seq: 20, sentAt: at(20) }, { rev: 2 }))
  const again = applyNewest(live, 'chat1', page(11, 20))
  expect(seqs(again)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
  expect(again.threads.chat1?.cursor).toBe('m11')
})

test('news about a message above the fetched part waits until somebody scrolls there', () => {
  const known = applyNewest(emptyInbox, 'chat1', page(5, 8))
  const [old] = said(2, 2)
  const told = apply(known, eg.messageChanged({ ...old, status: 'read', rev: 2 }))
  expect(seqs(told)).toEqual([5, 6, 7, 8])
  const whole = applyOlder(told, 'chat1', page(1, 4))
  expect(messagesOf(whole, 'chat1')[1]).toMatchObject({ seq: 2, status: 'read' })
})

test('a page of a chat that went out of sight meanwhile is not kept', () => {
  const gone = apply(emptyInbox, { type: 'chat.hidden', chatId: 'chat1', rev: 1 })
  expect(applyNewest(gone, 'chat1', page(1, 4)).threads).toEqual({})
})

describe('to a message far up', () => {
  const shown = (inbox: typeof emptyInbox) => shownOf(inbox, 'chat1').map(({ seq }) => seq)
  const older = (from: number, to: number) => page(from, to)
  const newer = (from: number, to: number) => ({ messages: said(from, to), cursor: `after m${to}` })
  const newest = applyNewest(emptyInbox, 'chat1', page(20, 23))
  const there = applyAround(newest, 'chat1', older(4, 5), newer(6, 7))

  test('one goes without all that lies between', () => {
    expect(shown(there)).toEqual([4, 5, 6, 7])
    expect(seqs(there)).toEqual([20, 21, 22, 23])
    expect(shown(applyNoStretch(there, 'chat1'))).toEqual([20, 21, 22, 23])
  })

  test('and reads on, up and down, until both parts meet', () => {
    const up = applyOlder(there, 'chat1', page(2, 3))
    const down = applyNewer(up, 'chat1', newer(8, 15))
    expect(shown(down)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    const whole = applyNewer(down, 'chat1', newer(16, 21))
    expect(whole.threads.chat1?.stretch).toBeUndefined()
    expect(shown(whole)).toEqual(seqs(whole))
    expect(seqs(whole)).toEqual(Array.from({ length: 22 }, (_, i) => i + 2))
    expect(whole.threads.chat1?.cursor).toBe('m2')
  })

  test('what is new meanwhile is known when one comes back', () => {
    const told = apply(there, eg.messageChanged({ id: 'm24', seq: 24, sentAt: at(24) }, { rev: 2 }))
    expect(shown(told)).toEqual([4, 5, 6, 7])
    expect(seqs(told)).toEqual([20, 21, 22, 23, 24])
  })

  test('after a gap in the news one is still there', () => {
    const again = applyNewest(there, 'chat1', page(40, 43))
    expect(shown(again)).toEqual([4, 5, 6, 7])
    expect(seqs(again)).toEqual([40, 41, 42, 43])
  })

  test('a stretch that reaches the newest messages is none', () => {
    const near = applyAround(newest, 'chat1', older(17, 18), newer(19, 21))
    expect(near.threads.chat1?.stretch).toBeUndefined()
    expect(shown(near)).toEqual([17, 18, 19, 20, 21, 22, 23])
  })
})
