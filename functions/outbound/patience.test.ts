import { afterEach, expect, test, vi } from 'vitest'
import { newPatience, persist } from './patience.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('waits a while, then longer, then leaves it to the queue', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const patience = newPatience()
  expect([patience.pause(), patience.pause(), patience.pause()]).toEqual([1250, 2500, undefined])
})

test('begins nothing that could outlive the function', () => {
  vi.useFakeTimers({ now: 0 })
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const patience = newPatience()
  vi.setSystemTime(9_001)
  expect(patience.pause()).toBeUndefined()
  expect(patience.lasts()).toBe(false)
})

test('asks again only for what is put off', async () => {
  const patient = { pause: () => 0, lasts: () => true }
  const impatient = { pause: () => undefined, lasts: () => false }
  const answers = [{ is: 'later' }, { is: 'later' }, { is: 'done' }]
  expect(await persist(patient, async () => answers.shift() ?? { is: 'none' })).toEqual({
    is: 'done',
  })
  expect(await persist(patient, async () => ({ is: 'unknown' }))).toEqual({ is: 'unknown' })
  expect(await persist(impatient, async () => ({ is: 'later' }))).toEqual({ is: 'later' })
})
