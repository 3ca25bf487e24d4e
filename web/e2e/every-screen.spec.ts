import { test } from './browser.ts'
import { everyLook } from './looks.ts'
import { outputs } from './outputs.ts'
import { type Scene, type Screen, screens } from './screenshots/screens.ts'
import { entered, setScene } from './screenshots/set-scene.ts'

/** A desk, and the narrowest phone. */
const look = { widths: [1440, 360], schemes: ['light', 'dark'] } satisfies Parameters<
  typeof everyLook
>[3]

let scene: Scene
let states: Record<Screen['who'], Awaited<ReturnType<typeof entered>>>
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  scene = await setScene()
  states = {
    nobody: undefined,
    admin: await entered(browser, 'admin'),
    agent: await entered(browser, 'agent'),
  }
})

for (const { name, who, open } of screens)
  test(`nobody is shut out, and nothing sticks out: ${name}`, async ({ browser }) => {
    const context = await browser.newContext({
      baseURL: outputs.url,
      locale: 'id-ID',
      viewport: { width: look.widths[0] ?? 1440, height: 844 },
      reducedMotion: 'reduce',
      storageState: states[who],
    })
    const page = await context.newPage()
    await open(page, scene)
    await everyLook(page, name, undefined, look)
    await context.close()
  })
