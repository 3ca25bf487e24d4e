import { once } from 'node:events'
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Flags } from 'lighthouse'
import { launch } from '../../../../web/e2e/browser.ts'
import { kb as inKb, percentile, round } from '../figures.ts'
import { trust } from './shop.ts'
import { signIn } from './sign-in.ts'

/** Medians of some runs with Lighthouse's mobile preset; times are what its slow phone and network would take. */
export interface Scores {
  runs: number
  performance: number
  accessibility: number
  bestPractices: number
  lcpMs: number
  tbtMs: number
  cls: number
  /** Up to the first list, or the whole sign-in: what is asked for, how much comes, and how often the list is asked for. */
  requests: number
  kb: number
  lists: number
  /** What costs points, by the names Lighthouse has for it. */
  complaints: string[]
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

type Run = Omit<Scores, 'runs'>

async function run(url: string, keepsStorage: boolean, port: number): Promise<Run> {
  const flags: Flags = {
    port,
    logLevel: 'silent',
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    disableStorageReset: keepsStorage,
  }
  const { lhr } = (await lighthouse(url, flags)) ?? {}
  if (!lhr || lhr.runtimeError) throw new Error(`Lighthouse: ${lhr?.runtimeError?.message}`)
  const score = (name: string) => Math.round((lhr.categories[name]?.score ?? 0) * 100)
  const value = (name: string) => lhr.audits[name]?.numericValue ?? Number.NaN
  const { requests, kb, lists } = firstScreen(lhr.audits['network-requests']?.details)
  const complaints = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score } = lhr.audits[id] ?? {}
      return weight > 0 && typeof score === 'number' && score < 0.9 ? [id] : []
    }),
  )
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    lcpMs: value('largest-contentful-paint'),
    tbtMs: value('total-blocking-time'),
    cls: value('cumulative-layout-shift'),
    requests,
    kb,
    lists,
    complaints,
  }
}

interface Request {
  url: string
  networkRequestTime: number
  networkEndTime: number
  transferSize: number
}

/** What comes until the first list is there; where there is none, everything. */
function firstScreen(details: unknown) {
  const { items: all = [] } = details as { items?: Request[] }
  const isList = ({ url }: Request) => /\/api\/chats\?(?!.*since=)/.test(url)
  const lists = all.filter(isList)
  const end = lists[0]?.networkEndTime ?? Number.POSITIVE_INFINITY
  const before = all.filter(({ networkRequestTime }) => networkRequestTime < end)
  const bytes = before.reduce((sum, { transferSize }) => sum + transferSize, 0)
  return { requests: before.length, kb: inKb(bytes), lists: lists.length }
}

/** Leaves a browser signed in that has none of the app's files: no cache, and no service worker. */
async function prepare(url: string, port: number) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await signIn(page, url)
  await page.goto(new URL('/favicon.svg', url).href)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.clearDataForOrigin', {
    origin: new URL(url).origin,
    storageTypes: 'service_workers,cache_storage,indexeddb',
  })
  await cdp.send('Network.clearBrowserCache')
  await page.close()
}

/**
 * What Lighthouse thinks of a page, in a browser of its own for each run. Where `runs` are not good enough,
 * two more may tell whether that was the machine.
 */
export async function judge(
  url: string,
  isGood: (scores: Scores) => boolean,
  { signedIn, runs }: { signedIn: boolean; runs: number },
): Promise<Scores> {
  const all: Run[] = []
  for (;;) {
    const port = await freePort()
    const browser = await launch([trust, `--remote-debugging-port=${port}`])
    try {
      if (signedIn) await prepare(url, port)
      all.push(await run(url, signedIn, port))
    } finally {
      await browser.close()
    }
    const scores = mediansOf(all)
    if (all.length >= runs + 2 || (all.length >= runs && isGood(scores))) return scores
  }
}

function mediansOf(all: Run[]): Scores {
  const median = (name: Exclude<keyof Run, 'complaints'>) =>
    percentile(
      all.map((one) => one[name]),
      50,
    )
  return {
    runs: all.length,
    performance: median('performance'),
    accessibility: median('accessibility'),
    bestPractices: median('bestPractices'),
    lcpMs: Math.round(median('lcpMs')),
    tbtMs: Math.round(median('tbtMs')),
    cls: round(median('cls'), 3),
    requests: median('requests'),
    kb: median('kb'),
    lists: median('lists'),
    complaints: [...new Set(all.flatMap(({ complaints }) => complaints))],
  }
}
