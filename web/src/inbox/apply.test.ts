import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InboxEvent } from '../../../shared/events.ts'
import * as eg from '../../../shared/example.ts'
import { apply, applyAll, type Draft, emptyInbox } from './apply.ts'

const sent = eg.messageChanged({ status: 'sent', rev: 1 }, { rev: 1 })
const delivered = eg.messageChanged({ status: 'delivered', rev: 2 }, { rev: 2 })
const read = eg.messageChanged({ status: 'read', rev: 3 }, { rev: 3 })
const hidden: InboxEvent = { type: 'chat.hidden', chatId: 'chat1', rev: 2 }

test('news that come together end as those that come one by one', () => {
  const rev = fc.integer({ min: 1, max: 6 })
  const chatId = fc.constantFrom('a', 'b', 'c')
  const message = fc
    .record({ chatId, id: fc.constantFrom('m1', 'm2', 'm3'), rev, chatRev: rev })
    .map(({ chatId, id, rev, chatRev }) =>
      eg.messageChanged({ chatId, id: `${chatId} ${id}`, rev }, { id: chatId, rev: chatRev }),
    )
  const chat = fc
    .record({ id: chatId, rev, assigneeId: fc.constantFrom(null, 'user1') })
    .map((fields) => eg.chatChanged(fields))
  const gone = fc
    .record({ chatId, rev })
    .map((fields): InboxEvent => ({ type: 'chat.hidden', ...fields }))
  fc.assert(
    fc.property(fc.array(fc.oneof(message, chat, gone), { maxLength: 30 }), (events) => {
      const together = applyAll(emptyInbox, events)
      const onebyone = events.reduce(apply, emptyInbox)
      expect(together.gone).toEqual(onebyone.gone)
      // Of one rev there is one state; here they are made up.
      const revs = ({ chats }: typeof together) =>
        Object.values(chats).map(({ id, rev }) => `${id} ${rev}`)
      expect(revs(together).sort()).toEqual(revs(onebyone).sort())
      // Where a chat was out of sight for a part of them, together they tell more.
      for (const [id, { messages }] of Object.entries(onebyone.threads))
        for (const message of Object.values(messages))
          expect(together.threads[id]?.messages[message.id]?.rev).toBeGreaterThanOrEqual(
            message.rev,
          )
    }),
  )
})

test('news that are none leave everything as it was', () => {
  const known = applyAll(emptyInbox, [sent, read])
  expect(applyAll(known, [sent, delivered, read])).toBe(known)
})

describe('news may come late, twice or out of order', () => {
  test.each([
    ['in order', [sent, delivered, read]],
    ['backwards', [read, delivered, sent]],
    ['twice', [sent, read, sent, delivered, read]],
    ['with a gap', [sent, read]],
  ])('%s, the newest stands', (_, events) => {
    expect(events.reduce(apply, emptyInbox)).toEqual(apply(emptyInbox, read))
  })

  test('any order of any news of several chats ends in the same state', () => {
    const news = fc.record({
      chatId: fc.constantFrom('a', 'b'),
      id: fc.constantFrom('m1', 'm2', 'm3'),
      rev: fc.integer({ min: 1, max: 5 }),
    })
    const shuffled = fc
      .array(news)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      )
    const ends = (all: { chatId: string; id: string; rev: number }[]) =>
      all
        .map(({ chatId, id, rev }) =>
          eg.messageChanged({ chatId, id, rev, text: `${rev}` }, { id: chatId, rev }),
        )
        .reduce(apply, emptyInbox)
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(ends([...other, ...all])).toEqual(ends(all))
      }),
    )
  })

  test('old news changes nothing, not even the reference', () => {
    const inbox = apply(emptyInbox, read)
    expect(apply(inbox, sent)).toBe(inbox)
    expect(apply(inbox, read)).toBe(inbox)
  })
})

test('a message that arrives leaves the outbox, even if it was known already', () => {
  const { id, chatId, text } = eg.message()
  const draft: Draft = { id, chatId, text, seenSeq: 0, writtenAt: '' }
  const inbox = apply({ ...emptyInbox, outbox: { [id]: draft } }, sent)
  expect(inbox.outbox).toEqual({})
  expect(apply({ ...inbox, outbox: { [id]: draft } }, sent).outbox).toEqual({})
})

describe('a chat that somebody else has now', () => {
  const inbox = [sent, delivered, hidden].reduce(apply, emptyInbox)

  test('is gone, with all that was said in it', () => {
    expect(inbox).toMatchObject({ chats: {}, threads: {} })
  })

  test('does not come back with late news', () => {
    expect(apply(inbox, sent)).toBe(inbox)
    expect(apply(inbox, hidden)).toBe(inbox)
  })

  test('stays when the news of its leaving is older than that of its return', () => {
    const back = apply(inbox, read)
    expect(apply(back, hidden)).toBe(back)
  })

  test('comes back when it is given back', () => {
    expect(Object.keys(apply(inbox, read).chats)).toEqual(['chat1'])
  })
})

describe('when the shop decides that agents do not see what nobody has', () => {
  const decided = (unassigned: boolean, rev: number): InboxEvent => ({
    type: 'settings.changed',
    sight: { unassigned, rev },
  })
  const mine = eg.chatChanged({ id: 'mine', assigneeId: 'user1' })
  const before = [sent, mine, decided(true, 0)].reduce(apply, emptyInbox)
  const after = apply(before, decided(false, 1))

  test('such chats go at once, and what is somebody’s stays', () => {
    expect(Object.keys(after.chats)).toEqual(['mine'])
    expect(after.threads).toEqual({})
  })

  test('news of them is not for us, however new; given to us, a chat is there', () => {
    expect(apply(after, read).chats.chat1).toBeUndefined()
    const ours = eg.chatChanged({ rev: 4, assigneeId: 'user1' })
    expect(apply(apply(after, read), ours).chats.chat1).toEqual(ours.chat)
  })

  test('a chat that is released goes', () => {
    const released = eg.chatChanged({ id: 'mine', rev: 2 })
    expect(apply(after, released).chats).toEqual({})
  })

  test('they come back as they were when the shop decides otherwise', () => {
    expect(apply(apply(after, decided(true, 2)), sent).chats.chat1).toEqual(sent.chat)
  })

  test('of two decisions the newer one holds, in whatever order they come', () => {
    expect(apply(apply(before, decided(true, 2)), decided(false, 1)).chats).toEqual(before.chats)
  })
})

test('of two chats that became one, the thread is fetched anew', () => {
  const merged = [{ chatId: 'chat2', mergedAt: '2026-11-21T10:00:00.000Z' }]
  const one = apply(emptyInbox, eg.messageChanged({}, { rev: 1 }))
  expect(apply(one, eg.chatChanged({ merged, rev: 2 })).threads).toEqual({})
})

test('of a chat that was taken apart, the thread is fetched anew', () => {
  const merged = [{ chatId: 'chat2', mergedAt: '2026-11-21T10:00:00.000Z' }]
  const both = apply(emptyInbox, eg.messageChanged({}, { merged, rev: 1 }))
  expect(apply(both, eg.chatChanged({ rev: 2 })).threads).toEqual({})
})

test('of a customer who was erased and writes again nothing old is shown, however late its news comes', () => {
  const again = { createdAt: '2026-11-22T10:00:00.000Z', rev: 9 }
  const old = eg.messageChanged({ id: 'm1' }, { rev: 1 })
  const late = eg.messageChanged({ id: 'm2' }, { rev: 3 })
  const gone: InboxEvent = { type: 'chat.hidden', chatId: 'chat1', rev: 5 }
  const anew = eg.messageChanged({ id: 'm3' }, again)
  for (const events of [
    [old, gone, anew, late],
    [old, anew, late, gone],
    [late, anew, old],
  ])
    for (const end of [events.reduce(apply, emptyInbox), applyAll(emptyInbox, events)])
      expect(Object.keys(end.threads.chat1?.messages ?? {})).toEqual(['m3'])
})

test('what is not about chats changes nothing', () => {
  expect(apply(emptyInbox, { type: 'pong', at: '' })).toBe(emptyInbox)
  expect(apply(emptyInbox, { type: 'typing', chatId: 'chat1', who: 'Sari' })).toBe(emptyInbox)
  expect(apply(emptyInbox, { type: 'presence', chatId: 'chat1', online: true })).toBe(emptyInbox)
})
