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

  const waiting = byId(
    chatAt('short', '2026-11-21T10:00:00Z', {
      mode: 'agent',
      waitingSince: '2026-11-21T10:00:00Z',
      unread: 1,
    }),
    chatAt('long', '2026-11-21T11:00:00Z', {
      mode: 'paused',
      unread: 0,
      waitingSince: '2026-11-21T08:00:00Z',
    }),
    chatAt('bots', '2026-11-21T12:00:00Z', {
      mode: 'bot',
      unread: 0,
      waitingSince: '2026-11-21T12:00:00Z',
    }),
    chatAt('mine', '2026-11-21T09:00:00Z', {
      mode: 'agent',
      unread: 0,
      waitingSince: null,
      assigneeId: 'me',
    }),
  )

  test.each([
    [{ view: 'all', sort: 'waiting' }, ['long', 'short']],
    [{ view: 'all', unanswered: 'true' }, ['long', 'short']],
    [{ view: 'all', unread: 'true' }, ['short']],
    [{ view: 'all', assignee: 'me' }, ['mine']],
    [{ view: 'all', assignee: 'none', mode: 'bot' }, ['bots']],
  ] as const)('%j shows %j', (filter, shown) => {
    expect(ids(chatsOf(waiting, list(), filter, 'me'))).toEqual(shown)
  })

  test('who began to wait later than the fetched part goes comes with its page', () => {
    const half = list({ reach: '2026-11-21T09:00:00Z' })
    expect(ids(chatsOf(waiting, half, { view: 'all', sort: 'waiting' }, 'me'))).toEqual(['long'])
    const lately = ids(chatsOf(waiting, half, { view: 'all', unanswered: 'true' }, 'me'))
    expect(lately).toEqual(['short'])
  })

  test('a chat that somebody reads stays among the unread ones until they leave it', () => {
    const read = byId(chatAt('open', '2026-11-21T10:00:00Z', { unread: 0 }))
    const shown = (kept?: string) =>
      ids(chatsOf(read, list(), { view: 'all', unread: 'true' }, 'me', kept))
    expect(shown('open')).toEqual(['open'])
    expect(shown()).toEqual([])
  })

  test('a search shows what the server found, closed or not', () => {
    const found = list({ ids: { old: true, closed: true } })
    expect(ids(chatsOf(inbox, found, { view: 'all', q: 'sari' }, 'me'))).toEqual(['closed', 'old'])
    expect(chatsOf(inbox, undefined, { view: 'all', q: 'sari' }, 'me')).toEqual([])
  })
})
