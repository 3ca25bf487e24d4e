import { afterEach, expect, test, vi } from 'vitest'
import { gather } from './gather.ts'

afterEach(() => vi.unstubAllGlobals())

test('what comes within one frame is handed over together, in its order', async () => {
  const handed: number[][] = []
  const receive = gather<number>((news) => handed.push(news))
  for (const one of [1, 2, 3]) receive(one)
  expect(handed).toEqual([])
  await vi.waitFor(() => expect(handed).toEqual([[1, 2, 3]]))
  receive(4)
  await vi.waitFor(() => expect(handed).toEqual([[1, 2, 3], [4]]))
})

test('a tab that nobody looks at gets its news, too', async () => {
  vi.stubGlobal('requestAnimationFrame', () => undefined)
  const handed: number[][] = []
  gather<number>((news) => handed.push(news))(1)
  await vi.waitFor(() => expect(handed).toEqual([[1]]))
})

test('of a hundred that follow each other, the first is handed over at once and the others in a few strokes', async () => {
  vi.useFakeTimers()
  const handed: number[][] = []
  const receive = gather<number>((news) => handed.push(news))
  for (let one = 1; one <= 100; one++) {
    receive(one)
    await vi.advanceTimersByTimeAsync(one === 1 ? 17 : 2)
  }
  await vi.advanceTimersByTimeAsync(200)
  vi.useRealTimers()
  expect(handed[0]).toEqual([1])
  expect(handed.flat()).toEqual(Array.from({ length: 100 }, (_, at) => at + 1))
  expect(handed.length).toBeLessThan(6)
})
