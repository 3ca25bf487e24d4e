import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { customer, signIn, someDigits } from './people.ts'

/** Nobody is shut out, and nothing sticks out sideways. */
async function open(page: Page, screen: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const barriers = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(barriers, screen).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide, screen).toBe(false)
}

const screens = [1440, 390, 360].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
)

for (const { width, colorScheme } of screens) {
  test(`sign-in, list and chat are open to all at ${width} px, ${colorScheme}`, async ({
    browser,
  }) => {
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ viewport, colorScheme, locale: 'id-ID' })
    const street = await browser.newContext()
    const phone = await street.newPage()
    const name = `Budi ${width} ${colorScheme}`
    const budi = await customer(phone, name, someDigits())
    await budi.write('Halo, jam berapa buka?')
    await expect(budi.heard).toHaveCount(1)

    const page = await context.newPage()
    await page.goto('/login')
    await expect(page.locator('[name=username]')).toBeVisible()
    await open(page, 'sign-in')
    await signIn(page, 'admin')
    const row = page.getByTestId('chat-row').filter({ hasText: name })
    await expect(row.first()).toBeVisible()
    await open(page, 'list')
    await row.first().click()
    await expect(page.getByTestId('message')).toHaveCount(2)
    await open(page, 'chat')
    await page.getByTestId('composer').fill(`https://toko.example.com/${'a'.repeat(3000)}`)
    await open(page, 'chat with a long word')
    await context.close()
    await street.close()
  })
}
