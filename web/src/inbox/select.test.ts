import { describe, expect, test } from 'vitest'
import type { Chat } from '../../../shared/chat.ts'
import * as eg from '../../../shared/example.ts'
import type { List } from './filter.ts'
import { chatsOf } from './select.ts'

const chatAt = (id: string, sentAt: string, fields: Partial<Chat> = {}) => {
  const { lastMessage, ...chat } = eg.chat({ id, ...fields })
  return { ...chat, lastMessage: lastMessage && { ...lastMessage, sentAt } }
}
const byId = (...chats: Chat[]) => ({ chats: Object.fromEntries(chats.map((it) => [it.id, it])) })
const list = (fields: Partial<List> = {}): List => ({
  ids: {},
  reach: '',
  cursor: null,
  busy: false,
  ...fields,
})
const ids = (chats: Chat[]) => chats.map(({ id }) => id)

const inbox = byId(
  chatAt('old', '2026-11-20T09:00:00Z', { assigneeId: 'me' }),
  chatAt('new', '2026-11-21T10:00:00Z', { mode: 'agent' }),
  chatAt('middle', '2026-11-21T09:00:00Z', { assigneeId: 'other', channel: 'telegram' }),
  chatAt('closed', '2026-11-21T11:00:00Z', { mode: 'closed' }),
)

describe(chatsOf, () => {
  test.each([
    [{ view: 'all' }, ['new', 'middle', 'old']],
    [{ view: 'mine' }, ['old']],
    [{ view: 'unassigned' }, ['new']],
    [{ view: 'all', mode: 'closed' }, ['closed']],
    [{ view: 'all', mode: 'agent' }, ['new']],
    [{ view: 'all', channel: 'telegram' }, ['middle']],
  ] as const)('%j shows, newest first, %j', (filter, shown) => {
    expect(ids(chatsOf(inbox, list(), filter, 'me'))).toEqual(shown)
  })

  test('a chat from before the fetched part waits for its page, unless it was in it', () => {
    const half = list({ reach: '2026-11-21T09:30:00Z' })
    expect(ids(chatsOf(inbox, half, { view: 'all' }, 'me'))).toEqual(['new'])
    const fetched = { ...half, ids: { old: true as const } }
    expect(ids(chatsOf(inbox, fetched, { view: 'all' }, 'me'))).toEqual(['new', 'old'])
  })

  test('what did not go out is found in closed chats too', () => {
    const unsent = { failed: 1, unknown: 0 }
    const marked = byId(
      chatAt('done', '2026-11-21T11:00:00Z', { mode: 'closed', unsent }),
      chatAt('open', '2026-11-21T10:00:00Z', { unsent }),
      chatAt('well', '2026-11-21T12:00:00Z'),
    )
    expect(ids(chatsOf(marked, list(), { view: 'unsent' }, 'me'))).toEqual(['done', 'open'])
  })

  test('a search shows what the server found, closed or not', () => {
    const found = list({ ids: { old: true, closed: true } })
    expect(ids(chatsOf(inbox, found, { view: 'all', q: 'sari' }, 'me'))).toEqual(['closed', 'old'])
    expect(chatsOf(inbox, undefined, { view: 'all', q: 'sari' }, 'me')).toEqual([])
  })
})

test('a list in which nothing changed is the same one, however often it is asked for', () => {
  const all = list()
  const first = chatsOf(inbox, all, { view: 'all' }, 'me')
  expect(chatsOf({ ...inbox }, all, { view: 'all' }, 'me')).toBe(first)
  expect(ids(chatsOf(inbox, all, { view: 'mine' }, 'me'))).toEqual(['old'])
  expect(ids(chatsOf(inbox, all, { view: 'mine' }, 'other'))).toEqual(['middle'])
})
