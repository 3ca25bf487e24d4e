import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './browser.ts'

/** Keeps the app itself away until it is let in. */
async function holdApp(page: Page) {
  let letIn = () => {}
  const held = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await page.route(/\/assets\/(?!early-)[^/]+\.js$/, async (route) => {
    await held
    await route.continue()
  })
  return letIn
}

const boxOf = async (it: Locator) => {
  await expect(it).toBeVisible()
  return it.boundingBox()
}

for (const [locale, tagline] of [
  ['en-GB', 'The team inbox for WhatsApp'],
  ['id-ID', 'Kotak masuk tim untuk WhatsApp'],
] as const)
  for (const width of [390, 1440])
    test(`before the app is here, the sign-in stands where it will stand (${locale}, ${width})`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ locale, viewport: { width, height: 844 } })
      const page = await context.newPage()
      const letIn = await holdApp(page)
      await page.goto('/login', { waitUntil: 'commit' })
      const words = page.getByText(tagline)
      const before = await boxOf(words.filter({ visible: true }))
      const card = await boxOf(page.locator('#root .border').filter({ visible: true }))
      letIn()
      const form = await boxOf(page.locator('form'))
      expect(await boxOf(page.getByRole('heading', { name: 'Balas' }).locator('~ p'))).toEqual(
        before,
      )
      expect(form).toEqual(card)
      await context.close()
    })
