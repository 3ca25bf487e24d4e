import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InboxEvent } from '../../../shared/events.ts'
import * as eg from '../../../shared/example.ts'
import { sockets } from '../test/sockets.ts'
import { live } from './live.ts'

let over: AbortController
let all: ReturnType<typeof sockets>
const news: InboxEvent[] = []
const states: string[] = []
const resync = vi.fn(async () => {})
const token = vi.fn(async () => 'token1')
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
const newest = () => all.at(-1)
const pings = () => all.flatMap(({ sent }) => sent).length

function look(hidden: boolean) {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(1)
  resync.mockReset().mockResolvedValue()
  news.length = 0
  states.length = 0
  all = sockets()
  over = new AbortController()
  void live({
    url: 'wss://balas.test/ws',
    token,
    receive: (event) => news.push(event),
    resync,
    tell: (state) => states.at(-1) === state || states.push(state),
    signal: over.signal,
  })
  await pass()
})
afterEach(async () => {
  over.abort()
  await pass()
  vi.restoreAllMocks()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function connect() {
  newest()?.open()
  await pass()
}

test('the token travels as a subprotocol, in no URL', () => {
  expect(newest()).toMatchObject({ url: 'wss://balas.test/ws', protocols: ['balas.v1', 'token1'] })
})

test('a new connection is live once what was missed has been fetched', async () => {
  let done = () => {}
  resync.mockReturnValue(new Promise<void>((resolve) => (done = resolve)))
  await connect()
  expect(states).toEqual(['connecting'])
  done()
  await pass()
  expect(states).toEqual(['connecting', 'live'])
})

test('a snapshot that fails leaves the screen in doubt, and is tried again', async () => {
  resync.mockRejectedValueOnce(new Error('lost'))
  await connect()
  expect(states.at(-1)).toBe('unknown')
  await pass(500)
  expect(states.at(-1)).toBe('live')
})

test('news is handed over in order; what is not understood is passed over', async () => {
  await connect()
  newest()?.say(eg.chatChanged({ rev: 1 }))
  newest()?.say({ type: 'weather.changed' })
  newest()?.say('not even JSON')
  newest()?.say(eg.chatChanged({ rev: 2 }))
  await pass()
  expect(news).toEqual([eg.chatChanged({ rev: 1 }), eg.chatChanged({ rev: 2 })])
})

test('a socket that drops is replaced, later each time it fails, and everything is fetched again', async () => {
  await connect()
  newest()?.drop()
  await pass(499)
  expect(all).toHaveLength(1)
  await pass(1)
  expect(all).toHaveLength(2)
  newest()?.drop()
  await pass(999)
  expect(all).toHaveLength(2)
  await pass(1)
  expect(all).toHaveLength(3)
  const before = resync.mock.calls.length
  await connect()
  expect(resync.mock.calls.length).toBe(before + 1)
  expect(states).toEqual(['connecting', 'live', 'connecting', 'live'])
})

test('where no socket gets through, the screen follows by asking', async () => {
  newest()?.drop()
  await pass()
  expect(resync).toHaveBeenCalledTimes(1)
})

test('a wait ends when the network comes back', async () => {
  newest()?.drop()
  await pass(1)
  window.dispatchEvent(new Event('online'))
  await pass()
  expect(all).toHaveLength(2)
})

test('pings go every 25 s while somebody looks and every 5 min while nobody does', async () => {
  await connect()
  await pass(25_000)
  expect(newest()?.sent).toEqual([{ action: 'ping' }])
  newest()?.say({ type: 'pong', at: '' })
  look(true)
  await pass(299_000)
  expect(pings()).toBe(1)
  await pass(1_000)
  expect(pings()).toBe(2)
})

test('a late answer is doubt, no answer is a new connection', async () => {
  await connect()
  await pass(25_000 + 3_000)
  expect(states.at(-1)).toBe('unknown')
  await pass(7_000)
  expect(newest()?.closed).toBe(true)
  await pass(500)
  expect(all).toHaveLength(2)
})

test('a socket that died unnoticed is not written to but replaced', async () => {
  await connect()
  newest()?.die()
  await pass(25_500)
  expect(all).toHaveLength(2)
  expect(all[0]?.sent).toEqual([])
})

test('without a network nobody knows; when it is back, all is fetched again', async () => {
  await connect()
  window.dispatchEvent(new Event('offline'))
  expect(states.at(-1)).toBe('unknown')
  window.dispatchEvent(new Event('online'))
  await pass()
  expect(states.at(-1)).toBe('live')
})

test('an answer that comes late after all ends the doubt', async () => {
  await connect()
  await pass(25_000 + 4_000)
  newest()?.say({ type: 'pong', at: '' })
  await pass()
  expect(states.at(-1)).toBe('live')
  await pass(10_000)
  expect(all).toHaveLength(1)
})

test('whoever comes back to the page gets what is new at once', async () => {
  await connect()
  look(true)
  await pass(60_000)
  look(false)
  await pass()
  expect(resync).toHaveBeenCalledTimes(2)
  expect(pings()).toBe(1)
})

/** The socket's life is at its shortest, and its pings are answered. */
async function growOld() {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  over.abort()
  await pass()
  over = new AbortController()
  const { signal } = over
  const tell = (state: string) => states.push(state)
  const receive = (event: InboxEvent) => event.type === 'pong' || news.push(event)
  void live({ url: 'wss://balas.test/ws', token, receive, resync, tell, signal })
  await pass()
  await connect()
  const first = newest()
  const answering = setInterval(() => first?.say({ type: 'pong', at: '' }), 1_000)
  signal.addEventListener('abort', () => clearInterval(answering))
  states.length = 0
  await pass(105 * 60_000)
  return first
}

test('before its two hours are over a socket makes way for the next, without a gap', async () => {
  const first = await growOld()
  expect([newest() === first, first?.closed]).toEqual([false, false])
  first?.say(eg.chatChanged({ rev: 1 }))
  await connect()
  newest()?.say(eg.chatChanged({ rev: 2 }))
  await pass()
  expect(first?.closed).toBe(true)
  expect(news).toEqual([eg.chatChanged({ rev: 1 }), eg.chatChanged({ rev: 2 })])
  expect(new Set(states)).toEqual(new Set(['live']))
})

test('if the next socket does not open, the old one goes on and another is tried', async () => {
  const first = await growOld()
  const second = newest()
  second?.drop()
  await pass()
  expect([newest() === second, first?.closed]).toEqual([false, false])
  first?.say(eg.chatChanged())
  await pass()
  expect(news).toEqual([eg.chatChanged()])
  await connect()
  expect(first?.closed).toBe(true)
})

test('a proxy that swallows every frame of an open socket is noticed within 45 s, whenever it begins', async () => {
  await connect()
  for (const begins of [0, 10_000, 24_900]) {
    newest()?.say({ type: 'pong', at: '' })
    await pass(begins)
    const swallowing = all.length
    const at = Date.now()
    while (all.length === swallowing && Date.now() - at < 60_000) {
      await pass(500)
    }
    expect(Date.now() - at).toBeLessThanOrEqual(45_000)
    await connect()
  }
})

test('whoever opens a laptop again is in doubt until all that was missed has been fetched', async () => {
  await connect()
  const before = [resync.mock.calls.length, pings()] as const
  let done = () => {}
  resync.mockReturnValue(new Promise<void>((resolve) => (done = resolve)))
  vi.setSystemTime(Date.now() + 3600_000)
  await pass(5_000)
  expect(states.at(-1)).toBe('unknown')
  expect([resync.mock.calls.length, pings()]).toEqual([before[0] + 1, before[1] + 1])
  done()
  await pass()
  expect(states.at(-1)).toBe('live')
})

test('signing out ends it for good', async () => {
  await connect()
  over.abort()
  await pass(600_000)
  expect(newest()?.closed).toBe(true)
  expect(all).toHaveLength(1)
})
