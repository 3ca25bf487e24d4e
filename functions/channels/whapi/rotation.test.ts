import { SSMClient } from '@aws-sdk/client-ssm'
import { afterEach, expect, test, vi } from 'vitest'
import { secret } from '../../lib/secrets.ts'
import { isGenuine } from './secret.ts'

const start = Date.UTC(2026, 10, 21, 9)
const minute = 60_000

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('a webhook whose secret is changed takes what is delivered with either, and the old one for no more than a day', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  vi.stubEnv('WEBHOOK_SECRET_PARAMETER', 'rotation')
  let kept = 'old'
  vi.spyOn(SSMClient.prototype, 'send').mockImplementation((async () => ({
    Parameters: [{ Value: kept }],
  })) as never)
  const takes = async () => {
    const secrets = await secret('WEBHOOK_SECRET_PARAMETER')
    return ['old', 'next'].filter((given) => isGenuine(given, secrets))
  }
  expect(await takes()).toEqual(['old'])
  // As `npm run connect-whapi -- --new-secret` writes it.
  kept = `next\nold ${new Date(start + 24 * 60 * minute).toISOString()}`
  // A function that runs has read it lately: what it refuses now is delivered again.
  expect(await takes()).toEqual(['old'])
  vi.setSystemTime(start + 5 * minute)
  expect(await takes()).toEqual(['old', 'next'])
  vi.setSystemTime(start + (24 * 60 - 1) * minute)
  expect(await takes()).toEqual(['old', 'next'])
  // Nobody has to read it again: its end is in what is known.
  vi.setSystemTime(start + 24 * 60 * minute)
  expect(await takes()).toEqual(['next'])
})
