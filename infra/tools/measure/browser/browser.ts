import { resolve } from 'node:path'
import { build } from 'vite'
import { round } from '../figures.ts'
import { paceFaults, pageFaults } from './bounds.ts'
import { judge, type Scores } from './lighthouse.ts'
import { measurePace, type Pace } from './pace.ts'
import { openShop } from './shop.ts'

/** What grows with the number of chats and messages: with very many, as a multiple of what it is with few. */
export type Growth = Record<
  'pushesMs' | 'pushCalls' | 'keyMs' | 'listFrameMs' | 'threadFrameMs',
  number
>

export interface InBrowser {
  /** By Lighthouse's mobile preset. */
  pages: Record<'sign-in' | 'inbox', Scores>
  pace: { few: Pace; many: Pace; growth: Growth } | { problem: string }
}

const few = { chats: 50, messages: 50 }
const many = { chats: 10_000, messages: 5_000 }

/** Below this, the work of the main thread is noise. */
const leastMs = 1

function growthOf(few: Pace, many: Pace): Growth {
  const ratio = (name: keyof Growth) => round(many[name] / Math.max(few[name], leastMs), 2)
  return {
    pushesMs: ratio('pushesMs'),
    pushCalls: ratio('pushCalls'),
    keyMs: ratio('keyMs'),
    listFrameMs: ratio('listFrameMs'),
    threadFrameMs: ratio('threadFrameMs'),
  }
}

async function measurePaces(site: string): Promise<InBrowser['pace']> {
  try {
    const small = await measurePace(site, few.chats, few.messages)
    const large = await measurePace(site, many.chats, many.messages)
    return { few: small, many: large, growth: growthOf(small, large) }
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    }
  }
}

/**
 * The dashboard as people meet it: its pages on a slow phone, and the inbox with very many chats. Builds in `dir`.
 * One run tells what is the same in each; `thorough` are several, for scores that are not.
 */
export async function measureInBrowser(dir: string, thorough: boolean): Promise<InBrowser> {
  const runs = thorough ? 3 : 1
  const isGood = (scores: Scores) => pageFaults(scores, thorough).length === 0
  const site = resolve(dir)
  await build({
    configFile: 'web/vite.config.ts',
    configLoader: 'native',
    mode: 'production',
    logLevel: 'error',
    build: { outDir: site, emptyOutDir: true },
  })
  const shop = await openShop(site, few.chats, few.messages)
  try {
    const signIn = await judge(`${shop.url}/login`, isGood, {
      signedIn: false,
      runs,
    })
    const inbox = await judge(`${shop.url}/dashboard-admin`, isGood, {
      signedIn: true,
      runs,
    })
    shop.close()
    const pace = await measurePaces(site)
    // Where it is not good enough, once more may tell whether that was the machine.
    const isFast = paceFaults(pace).length === 0
    return {
      pages: { 'sign-in': signIn, inbox },
      pace: isFast ? pace : await measurePaces(site),
    }
  } finally {
    shop.close()
  }
}
