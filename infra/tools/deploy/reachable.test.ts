import { afterEach, expect, test, vi } from 'vitest'
import { expectReachable } from './reachable.ts'

const site = { DistributionDomain: 'd1.cloudfront.net' }
const once = { patience: 1 }
const answers = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer)

afterEach(() => vi.unstubAllGlobals())

test('a site whose API asks who is there is reached', async () => {
  answers(async () => new Response('', { status: 401 }))
  await expectReachable('https://d1.cloudfront.net', site, undefined, once)
})

test('a domain that leads nowhere yet is told with the record to enter', async () => {
  answers(async () => {
    throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })
  })
  const reached = expectReachable('https://chat.example.com', site, 'chat.example.com')
  await expect(reached).rejects.toThrow(/chat\.example\.com {2}CNAME {2}d1\.cloudfront\.net/)
})

test('a site that answers otherwise is told with its answer', async () => {
  answers(async () => new Response('', { status: 502 }))
  await expect(expectReachable('https://d1.cloudfront.net', site, undefined, once)).rejects.toThrow(
    /502/,
  )
})
