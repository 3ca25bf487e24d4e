import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { emptyInbox } from '../inbox/apply.ts'
import { applyNewest } from '../inbox/apply-page.ts'
import { forgetSync, resync } from '../inbox/resync.ts'
import { messagesOf } from '../inbox/select.ts'
import { receive, useInbox } from '../inbox/store.ts'
import { tellState, useLive } from '../live/use-live.ts'
import { network } from '../test/network.ts'
import { signedIn } from '../test/signed-in.ts'
import { follow, newestPage } from './follow.ts'
import { forgetKept, recall } from './kept.ts'

let over = new AbortController()
const chat = eg.chat({ id: 'chat1' })
const messages = [eg.message({ id: 'm1', seq: 1 })]

/** The page goes, with what was in it. */
async function reload(userId = 'user1') {
  window.dispatchEvent(new Event('pagehide'))
  await vi.waitFor(async () => expect(await recall('user1')).toBeTruthy()).catch(() => {})
  over.abort()
  useInbox.setState(emptyInbox, true)
  useLive.setState({ state: 'connecting', syncs: 0 }, true)
  forgetSync()
  over = new AbortController()
  await follow(userId, over.signal)
}

beforeEach(async () => {
  signedIn()
  await forgetKept()
  over = new AbortController()
  useInbox.setState(emptyInbox, true)
  forgetSync()
  network(() => [200, { items: [chat], cursor: null, sight: { unassigned: true, rev: 1 } }])
  await follow('user1', over.signal)
  await resync()
  tellState('live')
  useInbox.setState((inbox) => applyNewest(inbox, 'chat1', { messages, cursor: null }))
})
afterEach(() => {
  over.abort()
  useInbox.setState(emptyInbox, true)
  useLive.setState({ state: 'connecting', syncs: 0 }, true)
  forgetSync()
  vi.unstubAllGlobals()
})

test('without a network the chats and the threads that were open are there, and how old they are', async () => {
  const { freshAt } = useLive.getState()
  await reload()
  expect(useInbox.getState().chats).toEqual({ chat1: chat })
  expect(messagesOf(useInbox.getState(), 'chat1')).toEqual(messages)
  expect(useLive.getState()).toMatchObject({ state: 'connecting', freshAt })
})

test('back again it asks for what changed since, and what went out of sight meanwhile goes', async () => {
  await reload()
  const calls = network(() => [
    200,
    { items: [], cursor: null, hidden: [{ chatId: 'chat1', rev: 2 }] },
  ])
  await resync()
  expect(calls[0]?.query.get('since')).toBe('2026-11-21T08:59:00.000Z')
  expect(useInbox.getState().chats).toEqual({})
})

test('of a chat that has gone nothing is kept on, not even what an earlier visit left', async () => {
  await reload()
  expect((await recall('user1'))?.threads.has('chat1')).toBe(true)
  receive({ type: 'chat.hidden', chatId: 'chat1', rev: 99 })
  window.dispatchEvent(new Event('pagehide'))
  await vi.waitFor(async () => expect((await recall('user1'))?.threads.has('chat1')).toBe(false))
})

test('what came before it was recalled is not overwritten by what is older', async () => {
  window.dispatchEvent(new Event('pagehide'))
  await vi.waitFor(async () => expect(await recall('user1')).toBeTruthy())
  over.abort()
  useInbox.setState(emptyInbox, true)
  receive(eg.chatChanged({ id: 'chat1', rev: 5, mode: 'paused' }))
  over = new AbortController()
  await follow('user1', over.signal)
  expect(useInbox.getState().chats.chat1?.mode).toBe('paused')
})

test('somebody else who signs in here sees nothing of it, and it is gone', async () => {
  await reload('user2')
  expect(useInbox.getState().chats).toEqual({})
  expect(await recall('user1')).toBeUndefined()
})

test('after signing out nothing is left', async () => {
  window.dispatchEvent(new Event('pagehide'))
  await vi.waitFor(async () => expect(await recall('user1')).toBeTruthy())
  await forgetKept()
  expect(await recall('user1')).toBeUndefined()
})

test('of a long thread the newest page is kept, and its oldest message leads to the rest', () => {
  const long = Array.from({ length: 60 }, (_, at) =>
    eg.message({ id: `m${at}`, seq: at, order: String(at).padStart(3, '0') }),
  )
  const page = newestPage({
    messages: Object.fromEntries(long.map((message) => [message.id, message])),
    reach: '000',
    cursor: 'm0',
  })
  expect(page.messages.map(({ id }) => id)).toEqual(long.slice(10).map(({ id }) => id))
  expect(page.cursor).toBe('m10')
})
