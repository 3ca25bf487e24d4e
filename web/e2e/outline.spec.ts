import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { signIn } from './people.ts'

/** Keeps the app itself away until it is let in. */
async function holdApp(page: Page) {
  let letIn = () => {}
  const held = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await page.route(/\/assets\/[^/]+\.js$/, async (route) => {
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
      // Nothing is painted before.
      await page.waitForFunction(() => document.styleSheets.length > 0)
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

test('during an upgrade, while the policy is of another release than the page, people come in all the same', async ({
  page,
}) => {
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': policy = '', ...headers } = response.headers()
    expect(policy).toContain("'sha256-")
    const other = policy.replace(/'sha256-[^']+'/, "'sha256-AAAA'")
    await route.fulfill({ response, headers: { ...headers, 'content-security-policy': other } })
  })
  const refused = page.waitForEvent('console', (it) =>
    it.text().includes('Content Security Policy'),
  )
  await signIn(page, 'agent')
  await refused
})
