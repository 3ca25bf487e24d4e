import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { useLive } from '../live/use-live.ts'
import { network } from '../test/network.ts'
import { signedIn } from '../test/signed-in.ts'
import { emptyInbox } from './apply.ts'
import { forgetOutboxes, keepOutbox } from './keep-outbox.ts'
import { draftsOf } from './select.ts'
import { discard, sendMessage, useInbox } from './store.ts'

const draft = { chatId: 'chat1', text: 'Siap kak', seenSeq: 3 }
const texts = () => draftsOf(useInbox.getState(), 'chat1').map(({ text }) => text)
const synced = () => useLive.setState(({ syncs }) => ({ syncs: syncs + 1 }))
let online = false
let handed: string[] = []
let stop = () => {}

/** The page goes, and another one comes. */
function reload(userId = 'user1') {
  stop()
  useInbox.setState(emptyInbox, true)
  stop = keepOutbox(userId)
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  signedIn()
  online = false
  handed = []
  network(({ body }) => {
    const { id, text } = body as { id: string; text: string }
    if (!online) return 'lost'
    handed.push(text)
    return [201, eg.message({ id, text, seq: 4, sender: 'agent', status: 'queued' })]
  })
  reload()
})
afterEach(() => {
  stop()
  useInbox.setState(emptyInbox, true)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what was written offline survives a reload, and goes out once, in its order, when all is known again', async () => {
  for (const text of ['satu', 'dua', 'tiga']) await sendMessage({ ...draft, text })
  reload()
  expect(texts()).toEqual(['satu', 'dua', 'tiga'])
  online = true
  synced()
  await vi.advanceTimersByTimeAsync(0)
  expect(handed).toEqual(['satu', 'dua', 'tiga'])
  expect(texts()).toEqual([])
  reload()
  expect(texts()).toEqual([])
})

test('it is there even if the page goes before the network has said no', () => {
  void sendMessage(draft)
  reload()
  expect(texts()).toEqual(['Siap kak'])
})

test('a server that comes back while the screen is live gets it, too', async () => {
  await sendMessage(draft)
  online = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect(handed).toEqual(['Siap kak'])
})

test('what is thrown away in another tab is not sent by this one', async () => {
  await sendMessage(draft)
  const [key = ''] = Object.keys(localStorage)
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
  expect(texts()).toEqual([])
  online = true
  synced()
  await vi.advanceTimersByTimeAsync(0)
  expect(handed).toEqual([])
})

test('what is written in another tab goes out even if that one is closed', async () => {
  const kept = { ...draft, id: '01K9ZZZZZZZZZZZZZZZZZZZZZZ', writtenAt: '2026-11-21T09:00:00.000Z' }
  const key = `balas.outbox.user1.${kept.id}`
  window.dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(kept) }))
  online = true
  synced()
  await vi.advanceTimersByTimeAsync(0)
  expect(handed).toEqual(['Siap kak'])
})

test('nobody sees what somebody else wrote here', async () => {
  await sendMessage(draft)
  reload('user2')
  expect(texts()).toEqual([])
  reload()
  expect(texts()).toEqual(['Siap kak'])
})

test('discarded, or signed out, it is gone for good', async () => {
  await sendMessage(draft)
  const [waiting] = draftsOf(useInbox.getState(), 'chat1')
  discard(waiting?.id ?? '')
  reload()
  expect(texts()).toEqual([])
  await sendMessage(draft)
  stop()
  forgetOutboxes()
  reload()
  expect(texts()).toEqual([])
})
