import type { Browser } from '@playwright/test'
import { seed } from '../../../infra/tools/seed/seed.ts'
import { localTarget } from '../../../infra/tools/seed/target.ts'
import { outputs } from '../outputs.ts'
import { signIn } from '../people.ts'
import type { Scene, Screen } from './screens.ts'

/** Made-up chats; each run has some of its own. */
export async function setScene(): Promise<Scene> {
  const { first, groups } = await seed(await localTarget(), { chats: 40, long: 150 })
  return { long: first.id, group: groups[0] ?? first.id }
}

/** What a browser has after signing in, and nothing of what was looked at. */
export async function entered(browser: Browser, who: Screen['who']) {
  if (who === 'nobody') return undefined
  const context = await browser.newContext({ baseURL: outputs.url, locale: 'id-ID' })
  await signIn(await context.newPage(), who)
  const state = await context.storageState()
  await context.close()
  return state
}
