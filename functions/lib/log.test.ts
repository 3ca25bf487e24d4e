import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { because } from './invocation.ts'
import { log, logBug } from './log.ts'

const said: string[] = []
beforeEach(() => {
  said.length = 0
  for (const level of ['log', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void said.push(line))
})
afterEach(() => vi.restoreAllMocks())

const bug = (message: string) => {
  logBug(new Error(message))
  return said[0] ?? ''
}

test('a line tells what began it, and how long it has taken', async () => {
  await because('call-1', async () => log('delivery', { stored: 1 }))
  expect(JSON.parse(said[0] ?? '')).toEqual({
    event: 'delivery',
    cause: 'call-1',
    stored: 1,
    ms: expect.any(Number),
  })
})

test('outside of a call it tells neither', () => {
  log('started')
  expect(said).toEqual(['{"event":"started"}'])
})

test('of what has no shape it says where and how', () => {
  const { error } = z.safeParse(z.object({ chat: z.object({ id: z.string() }) }), {
    chat: { id: 6281200000001 },
  })
  logBug(error)
  expect(JSON.parse(said[0] ?? '').message).toBe('chat.id invalid_type')
})

test.each([
  ['what a parser quotes', `Unexpected token 'H', "Halo kak" is not valid JSON`, /Halo/],
  ['over several lines', 'Cannot read "one\ntwo"', /one|two/],
  ['a number', 'No chat for 6281200000001', /62812/],
])('of a bug it leaves out %s', (_, message, secret) => {
  expect(bug(message)).not.toMatch(secret)
  expect(bug(message)).toContain('log.test.ts')
})
