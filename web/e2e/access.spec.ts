import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { aGroup, everyKind, unreadable } from './every-kind.ts'
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

test.describe('with every kind of message', () => {
  test.describe.configure({ timeout: 120_000 })
  const name = `Citra ${Date.now() % 10_000}`
  const subject = `Reseller ${Date.now() % 10_000}`

  test.beforeAll(async () => {
    const digits = someDigits()
    await everyKind(digits, name)
    await aGroup(subject, [
      [`${digits}1`, 'Joko'],
      [`${digits}2`, 'Dewi'],
    ])
    await unreadable()
  })

  for (const { width, colorScheme } of screens) {
    test(`a thread, a menu, a group and the health page are open to all at ${width} px, ${colorScheme}`, async ({
      browser,
    }) => {
      const viewport = { width, height: 844 }
      const context = await browser.newContext({ viewport, colorScheme, locale: 'id-ID' })
      const page = await context.newPage()
      await signIn(page, 'admin')
      const choose = async (named: string) => {
        await page.goto('/dashboard-admin')
        await page.getByTestId('chat-row').filter({ hasText: named }).first().click()
        await expect(page.getByTestId('message').last()).toBeVisible()
      }
      await choose(name)
      await expect(page.locator('[data-kind=hologram]')).toBeVisible()
      await open(page, 'every kind')
      await page.getByTestId('message-menu').last().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await open(page, 'message menu')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await choose(subject)
      await open(page, 'group')
      await page.goto('/dashboard-admin/health')
      await expect(page.getByTestId('parked').first()).toBeVisible()
      await open(page, 'health')
      await context.close()
    })
  }
})
