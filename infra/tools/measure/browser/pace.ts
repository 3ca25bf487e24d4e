import type { CDPSession, Page, Response } from '@playwright/test'
import { launch } from '../../../../web/e2e/browser.ts'
import { percentile, round } from '../figures.ts'
import { calibrate, scrollBy, type Watch, watchPage, whenShown } from './in-page.ts'
import { openShop, trust } from './shop.ts'
import { signIn } from './sign-in.ts'

/** How the inbox keeps up in Chromium. Times of the main thread are its own work, whoever else is at work. */
export interface Pace {
  chats: number
  messages: number
  /** The most rows of the list, and bubbles of the thread, that were ever in the page. */
  listRows: number
  threadRows: number
  /** The main thread's work for 100 pushes, a fifth of them into the open chat, and for all that follows from them. */
  pushesMs: number
  /** Until they are shown: what our own code and the page it changes take; the rest is the browser's. */
  applyMs: number
  /** How many functions ran for another 100, and whoever else is at work. */
  pushCalls: number
  /** From a key in the composer to the frame that shows it, and the main thread's work for it. */
  keyToPaintMs: number
  keyMs: number
  /** The main thread's work for a frame while list and thread are scrolled. */
  listFrameMs: number
  threadFrameMs: number
  /** The longest task meanwhile, and how many took over 100 ms on a machine like most, by what this one takes. */
  longestTaskMs: number
  longTasks: number
  calibrationMs: number
}

const row = '[data-testid=chat-row]'
const bubble = '[data-testid=message]'
const composer = '[data-testid=composer]'
const words = 'Siap kak, saya cek dulu ya. Mohon ditunggu.'
const frames = 90
/** Pixels a frame; the slow way leads through fifty of them and not to their end. */
const fast = 600
const slow = 60
const pushes = 100
const patienceMs = 4 * 60_000
const intoOpen = 20
/** What `calibrate` takes where nothing else is at work. */
const usualMs = 25

const ownWork = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']

/** Milliseconds the page's main thread has worked so far: on everything, or on some of it. */
async function workOf(cdp: CDPSession, on = ['TaskDuration']): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.reduce((sum, { name, value }) => sum + (on.includes(name) ? value * 1000 : 0), 0)
}

/** How many functions a page runs meanwhile: a figure that no machine changes much. */
async function callsOf(cdp: CDPSession, task: () => Promise<unknown>): Promise<number> {
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await cdp.send('Profiler.takePreciseCoverage')
  await task()
  const { result } = await cdp.send('Profiler.takePreciseCoverage')
  await cdp.send('Profiler.stopPreciseCoverage')
  const counts = result.flatMap(({ url, functions }) =>
    url.includes('/assets/') ? functions.map(({ ranges }) => ranges[0]?.count ?? 0) : [],
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

async function quiet(page: Page, ms = 700) {
  await page.waitForTimeout(ms)
}

/** Scrolls to the end of the list until all chats are in it. */
async function listAll(page: Page, chats: number) {
  const line = page.locator('li[aria-setsize]').last()
  for (let idle = 0, before = 0; before < chats; idle++) {
    await page.evaluate(scrollBy, [row, 1e7, 1] as [string, number, number])
    await page.waitForTimeout(15)
    const listed = Number(await line.getAttribute('aria-setsize'))
    if (listed > before) idle = 0
    if (idle > 400) throw new Error(`${listed} of ${chats} chats are listed`)
    before = listed
  }
}

/** Scrolls one way until a page of `path` comes that says it is the last. */
async function loadAll(page: Page, path: RegExp, selector: string, step: number) {
  let pages = 0
  let ended = false
  const look = async (response: Response) => {
    if (!path.test(response.url())) return
    pages++
    const { cursor } = await response.json().catch(() => ({ cursor: '' }))
    if (cursor === null) ended = true
  }
  page.on('response', look)
  for (let idle = 0; !ended; idle++) {
    const before = pages
    await page.evaluate(scrollBy, [selector, step, 1] as [string, number, number])
    await page.waitForTimeout(15)
    if (pages > before) idle = 0
    if (idle > 400) throw new Error(`The last page of ${path} never comes`)
  }
  page.off('response', look)
}

/** Opens a shop of this size in Chromium, and works in it. */
export async function measurePace(site: string, chats: number, messages: number): Promise<Pace> {
  const shop = await openShop(site, chats, messages)
  const browser = await launch([trust])
  let late = false
  const patience = setTimeout(() => {
    late = true
    void browser.close()
  }, patienceMs)
  try {
    const context = await browser.newContext({
      baseURL: shop.url,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.addInitScript(watchPage)
    await signIn(page, shop.url)
    // The first rows stand still until what makes a long list quick is here.
    await page
      .locator('ol')
      .filter({ has: page.locator(`li.absolute ${row}`) })
      .waitFor()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    const watched = () => page.evaluate(() => (window as unknown as { watch: Watch }).watch)
    const work = async (task: () => Promise<unknown>) => {
      await quiet(page)
      const before = await workOf(cdp)
      await task()
      return (await workOf(cdp)) - before
    }
    // There and back; fast for what is in the page then, slowly for what a frame takes.
    const roam = async (selector: string, step: number) => {
      const there = await page.evaluate(scrollBy, [selector, step, frames / 2] as never)
      const back = await page.evaluate(scrollBy, [selector, -step, frames / 2] as never)
      return Math.max(there.most, back.most)
    }
    const scroll = async (selector: string, way: 1 | -1) => {
      const most = await roam(selector, way * fast)
      return { most, frameMs: (await work(() => roam(selector, way * slow))) / frames }
    }

    await listAll(page, chats)
    await page.evaluate(scrollBy, [row, -1e7, 2] as [string, number, number])
    await page.locator(`[data-chat-id='${shop.longChat}']`).click()
    await page.locator(bubble).first().waitFor()
    if (messages > 50) await loadAll(page, /\/messages\?/, bubble, -1e7)
    await page.evaluate(scrollBy, [bubble, 1e7, 2] as [string, number, number])
    await page.evaluate(() => {
      ;(window as unknown as { watch: Watch }).watch.longTasks.length = 0
    })
    const thread = await scroll(bubble, -1)
    const list = await scroll(row, 1)
    const { longTasks } = await watched()
    const calibrationMs = await page.evaluate(calibrate)

    await page.locator(composer).focus()
    await page.keyboard.type('Baik')
    await page.evaluate(() => {
      ;(window as unknown as { watch: Watch }).watch.keys.length = 0
    })
    const typing = await work(() => page.keyboard.type(words, { delay: 40 }))
    const { keys } = await watched()
    let applyMs = 0
    const pushed = async () => {
      const before = await workOf(cdp, ownWork)
      const last = `Kabar ${intoOpen} dari`
      const shown = page.evaluate(whenShown, [bubble, last] as [string, string])
      await shop.push(pushes, intoOpen)
      await shown
      applyMs = (await workOf(cdp, ownWork)) - before
      await quiet(page, 2000)
    }
    const pushing = await work(pushed)
    const pushesApplyMs = applyMs
    const idle = await work(() => quiet(page, 2000))
    const pushCalls = await callsOf(cdp, pushed)
    return {
      chats,
      messages,
      listRows: list.most,
      threadRows: thread.most,
      pushesMs: round(pushing - idle),
      applyMs: round(pushesApplyMs),
      pushCalls,
      keyToPaintMs: round(percentile(keys, 50)),
      keyMs: round(typing / words.length),
      listFrameMs: round(list.frameMs),
      threadFrameMs: round(thread.frameMs),
      longestTaskMs: Math.round(Math.max(0, ...longTasks)),
      longTasks: longTasks.filter((ms) => ms > 100 * Math.max(1, calibrationMs / usualMs)).length,
      calibrationMs: round(calibrationMs),
    }
  } catch (error) {
    if (!late) throw error
    const size = `${chats} chats and ${messages} messages`
    throw new Error(`With ${size} the inbox is not usable within ${patienceMs / 60_000} minutes`)
  } finally {
    clearTimeout(patience)
    await browser.close()
    shop.close()
  }
}
