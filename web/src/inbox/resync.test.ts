import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { network } from '../test/network.ts'
import { signedIn } from '../test/signed-in.ts'
import { emptyInbox } from './apply.ts'
import { forgetSync, resync } from './resync.ts'
import { receive, useInbox } from './store.ts'

beforeEach(() => {
  signedIn()
  useInbox.setState(emptyInbox, true)
  forgetSync()
})
afterEach(() => vi.unstubAllGlobals())

const updatedAt = (minute: number) => `2026-11-21T09:${minute}:00.000Z`

test('asks for what changed since the last time it succeeded, not since the last push', async () => {
  let up = true
  const calls = network(() =>
    up ? [200, { items: [eg.chat({ updatedAt: updatedAt(10) })], cursor: null }] : 'lost',
  )
  await resync()
  receive(eg.chatChanged({ id: 'chat2', updatedAt: updatedAt(40) }))
  up = false
  await expect(resync()).rejects.toThrow()
  up = true
  await resync()
  const since = calls.map(({ query }) => query.get('since'))
  expect(since).toEqual([null, '2026-11-21T09:09:00.000Z', '2026-11-21T09:09:00.000Z'])
})

test('follows the pages to the end, and removes what went out of sight', async () => {
  const pages = [
    { items: [eg.chat(), eg.chat({ id: 'chat2' })], cursor: null },
    {
      items: [eg.chat({ rev: 2, mode: 'paused' })],
      cursor: 'next',
      hidden: [{ chatId: 'chat2', rev: 2 }],
    },
    { items: [eg.chat({ id: 'chat3' })], cursor: null },
  ]
  const calls = network(() => [200, pages.shift()])
  await resync()
  await resync()
  expect(Object.keys(useInbox.getState().chats)).toEqual(['chat1', 'chat3'])
  expect(useInbox.getState().chats.chat1?.mode).toBe('paused')
  expect(calls[2]?.query.get('cursor')).toBe('next')
})

test('what came after a first look at an empty inbox, and went out of sight again, is removed', async () => {
  const pages = [
    { items: [], cursor: null },
    { items: [], cursor: null, hidden: [{ chatId: 'chat1', rev: 2 }] },
  ]
  const calls = network(() => [200, pages.shift()])
  await resync()
  receive(eg.chatChanged())
  await resync()
  expect(calls[1]?.query.get('since')).not.toBeNull()
  expect(useInbox.getState().chats).toEqual({})
})

describe('when what may be seen was decided anew', () => {
  const page = (unassigned: boolean, rev: number, items = [eg.chat()]) => ({
    items,
    cursor: null,
    sight: { unassigned, rev },
  })
  const asked = (calls: { query: URLSearchParams }[]) =>
    calls.map(({ query }) => query.has('since'))

  test('everything is asked for anew, also by who has not heard of it', async () => {
    const pages = [page(false, 1, []), page(true, 2, []), page(true, 2)]
    const calls = network(() => [200, pages.shift()])
    await resync()
    expect(useInbox.getState().chats).toEqual({})
    await resync()
    expect(asked(calls)).toEqual([false, true, false])
    expect(Object.keys(useInbox.getState().chats)).toEqual(['chat1'])
  })

  test('what went to somebody else meanwhile goes all the same', async () => {
    const hidden = [{ chatId: 'chat1', rev: 2 }]
    const pages = [page(true, 1), { ...page(true, 2, []), hidden }, page(true, 2, [])]
    network(() => [200, pages.shift()])
    await resync()
    await resync()
    expect(useInbox.getState().chats).toEqual({})
  })

  test('who has heard of it asks for everything at once, and then for what is new', async () => {
    const pages = [page(false, 1, []), page(true, 2, []), page(true, 2), page(true, 2)]
    const calls = network(() => [200, pages.shift()])
    await resync()
    receive({ type: 'settings.changed', sight: { unassigned: true, rev: 2 } })
    await resync()
    await resync()
    expect(asked(calls)).toEqual([false, true, false, true])
  })
})
