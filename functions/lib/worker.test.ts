import type { Context, SQSEvent } from 'aws-lambda'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { worker } from './worker.ts'

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => vi.restoreAllMocks())

const broken = new Error('It is broken')

/** Hands a worker that fails one job for the so-manieth time; answers what it gave up. */
async function fail(time: number, { body = '{"chatId":"c1"}', giveUp = vi.fn() } = {}) {
  const work = vi.fn().mockRejectedValue(broken)
  const handler = worker(z.object({ chatId: z.string() }), work, giveUp)
  const record = { body, attributes: { ApproximateReceiveCount: String(time) } }
  await handler({ Records: [record] } as SQSEvent, {} as Context)
  return { work, givenUp: giveUp.mock.calls }
}

test.each([1, 2])('at its try %d a job that fails comes back', async (time) => {
  await expect(fail(time)).rejects.toThrow('It is broken')
})

test('at its third try it is given up with its reason, and does not die', async () => {
  const { work, givenUp } = await fail(3)
  expect(work).toHaveBeenCalledWith({ chatId: 'c1' }, true)
  expect(givenUp).toEqual([['{"chatId":"c1"}', broken]])
})

test.each(['{}', 'no json', ''])('a job of "%s" is given up as it is', async (body) => {
  const { work, givenUp } = await fail(3, { body })
  expect(work).not.toHaveBeenCalled()
  expect(givenUp).toEqual([[body, expect.any(Error)]])
})

test('what cannot even be given up goes to the dead-letter queue', async () => {
  const giveUp = vi.fn().mockRejectedValue(new Error('The table is away'))
  await expect(fail(3, { giveUp })).rejects.toThrow('The table is away')
})
