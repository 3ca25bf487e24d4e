import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from '@playwright/test'
import { launch } from '../browser.ts'
import { outputs } from '../outputs.ts'
import { makeContactSheet, type Shot } from './contact-sheet.ts'
import { takeReadmePictures } from './readme.ts'
import { type Scene, type Screen, screens } from './screens.ts'
import { entered, setScene } from './set-scene.ts'

const help = `npm run screenshot [-- options]: pictures of the running stack, into .local/screenshots

  --only <words>  screens whose name has these words
  --readme        the README's pictures instead (web/screenshot*.png)
`
const dir = '.local/screenshots'
const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
/** What moves has come to rest by then. */
const restMs = 700

async function take(browser: Browser, wanted: Screen[], scene: Scene): Promise<Shot[]> {
  const shots: Shot[] = []
  for (const who of ['nobody', 'admin', 'agent'] as const) {
    const its = wanted.filter((screen) => screen.who === who)
    const storageState = its.length ? await entered(browser, who) : undefined
    for (const { name, open } of its)
      for (const theme of themes)
        for (const viewport of sizes) {
          const context = await browser.newContext({
            baseURL: outputs.url,
            locale: 'id-ID',
            colorScheme: theme,
            viewport,
            reducedMotion: 'reduce',
            storageState,
          })
          const page = await context.newPage()
          const file = `${name.replaceAll(' ', '-')}-${viewport.width}-${theme}.png`
          try {
            await open(page, scene)
          } catch (error) {
            process.exitCode = 1
            process.stderr.write(`${file}: ${String(error).split('\n')[0]}\n`)
          }
          await page.waitForTimeout(restMs)
          await page.screenshot({ path: join(dir, file), animations: 'disabled' })
          shots.push({ screen: name, width: viewport.width, theme, file })
          await context.close()
        }
  }
  return shots
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      readme: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return process.stdout.write(help)
  const browser = await launch()
  try {
    if (values.readme) return await takeReadmePictures(browser)
    await rm(dir, { recursive: true, force: true })
    await mkdir(dir, { recursive: true })
    const wanted = screens.filter(({ name }) => name.includes(values.only))
    const shots = await take(browser, wanted, await setScene())
    await makeContactSheet(browser, dir, shots)
    process.stdout.write(`${shots.length} pictures; see ${join(dir, 'index.html')}\n`)
  } finally {
    await browser.close()
  }
}

await main()
