import { expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { everyLook, type Look } from './looks.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

/** Nobody looks at the page, and what it would show on the desktop is written down. */
function lookAway() {
  Document.prototype.hasFocus = () => false
  const note = (title: string) => {
    const shown: string[] = JSON.parse(localStorage.getItem('shown') ?? '[]')
    localStorage.setItem('shown', JSON.stringify([...shown, title]))
  }
  ServiceWorkerRegistration.prototype.showNotification = async (title) => note(title)
  // biome-ignore lint/complexity/useArrowFunction: it is called with new
  const Noted = function (title: string) {
    note(title)
  }
  window.Notification = Object.assign(Noted, {
    permission: 'default',
    requestPermission: async () => {
      Object.assign(Noted, { permission: 'granted' })
      return 'granted'
    },
  }) as unknown as typeof Notification
}
const shown = (page: Page) =>
  page.evaluate((): string[] => JSON.parse(localStorage.getItem('shown') ?? '[]'))

test('whoever looks elsewhere is asked once it would help, then told of each message by one tab', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const look: Look = { widths: [1440, 360], schemes: ['light', 'dark'] }
  const [first, second] = [`Ningsih ${Date.now() % 10_000}`, `Oka ${Date.now() % 10_000}`]
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addInitScript(lookAway)
  const page = await context.newPage()
  const ask = page.getByTestId('ask-to-notify')
  const row = (name: string) => page.getByTestId('chat-row').filter({ hasText: name })
  await signIn(page, 'agent')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  await expect(ask).toHaveCount(0)

  await test.step('asked when the first message comes', async () => {
    await sim('messages', { from: `${someDigits()}3`, name: first, text: 'Halo' })
    await expect(ask).toBeVisible()
    await everyLook(page, 'the question', ask, look)
    await ask.getByRole('button', { name: 'Notify me' }).click()
    await expect(ask).toHaveCount(0)
    expect(await shown(page)).toEqual([])
  })

  await test.step('the tab says how many wait, and so does its picture', async () => {
    await expect(page).toHaveTitle(/^\(\d+\) Balas/)
    await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /^data:image\/png/)
  })

  await test.step('of two tabs one tells', async () => {
    const other = await context.newPage()
    await other.goto('/dashboard-agent')
    await expect(other.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    await other.evaluate(() => Notification.requestPermission())
    const from = `${someDigits()}4`
    await sim('messages', { from, name: second, text: 'Masih buka?' })
    await expect(row(second)).toHaveCount(1)
    await expect.poll(() => shown(page)).toEqual([second])
    // By the time the next one is told, a second telling of this one would have been heard.
    await sim('messages', { from, name: second, text: 'Sampai jam berapa?' })
    await expect.poll(() => shown(page)).toEqual([second, second])
    await other.close()
  })

  await test.step('the sheet and the command bar are open to all', async () => {
    await page.keyboard.press('?')
    await everyLook(page, 'the sheet', page.getByRole('dialog'), look)
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+k')
    await page.keyboard.type('o')
    await everyLook(page, 'the command bar', page.getByRole('dialog'), look)
    await page.keyboard.press('Escape')
    await context.setOffline(true)
    await everyLook(page, 'without a connection', page.getByTestId('offline'), look)
  })
  await context.close()
})
