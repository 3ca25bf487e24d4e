import { once } from 'node:events'
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse, { type Flags } from 'lighthouse'
import { launch } from '../../../../web/e2e/browser.ts'
import { percentile, round } from '../figures.ts'
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
    complaints,
  }
}

const fewest = 3
const most = 5

/** Leaves a browser signed in, with nothing in its cache. */
async function prepare(url: string, port: number) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await signIn(page, url)
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache')
  await page.close()
}

/**
 * What Lighthouse thinks of a page, in a browser of its own for each run. Where the median of three is not
 * good enough, two more may tell whether that was the machine.
 */
export async function judge(
  url: string,
  isGood: (scores: Scores) => boolean,
  { signedIn }: { signedIn: boolean },
): Promise<Scores> {
  const all: Run[] = []
  for (;;) {
    const port = await freePort()
    const browser = await launch([`--remote-debugging-port=${port}`])
    try {
      if (signedIn) await prepare(url, port)
      all.push(await run(url, signedIn, port))
    } finally {
      await browser.close()
    }
    const scores = mediansOf(all)
    if (all.length >= most || (all.length >= fewest && isGood(scores))) return scores
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
    complaints: [...new Set(all.flatMap(({ complaints }) => complaints))],
  }
}
