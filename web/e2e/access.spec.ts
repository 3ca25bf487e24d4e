import { type Browser, expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { aGroup, everyKind, unreadable } from './every-kind.ts'
import { everyLook, type Look } from './looks.ts'
import { signIn, someDigits } from './people.ts'

const sizes: { name: string; widths: [number, ...number[]] }[] = [
  { name: 'a laptop', widths: [1440] },
  { name: 'a phone', widths: [390, 360] },
]

const open = (browser: Browser, width: number) =>
  browser.newContext({ viewport: { width, height: 844 }, locale: 'id-ID' })

const rowOf = (page: Page, name: string) =>
  page.getByTestId('chat-row').filter({ hasText: name }).first()

test.describe('open to all, in light and dark', () => {
  test.describe.configure({ timeout: 120_000 })
  const citra = `Citra ${Date.now() % 10_000}`
  const subject = `Reseller ${Date.now() % 10_000}`

  test.beforeAll(async () => {
    const digits = someDigits()
    await everyKind(digits, citra)
    await aGroup(subject, [
      [`${digits}1`, 'Joko'],
      [`${digits}2`, 'Dewi'],
    ])
    await unreadable()
  })

  for (const { name, widths } of sizes) {
    const look: Look = { widths, schemes: ['light', 'dark'] }

    test(`every kind of message, a menu, a long word, a group and the health page on ${name}`, async ({
      browser,
    }) => {
      const context = await open(browser, widths[0])
      const page = await context.newPage()
      const dialog = page.getByRole('dialog')
      await signIn(page, 'admin')
      const before = page.viewportSize()
      // What is out of sight is not in the page: so high that nothing is.
      await page.setViewportSize({ width: look.widths[0], height: 9_000 })
      await rowOf(page, citra).click()
      await everyLook(page, 'every kind', page.locator('[data-kind=hologram]'), look)
      if (before) await page.setViewportSize(before)
      await page.getByTestId('message-menu').last().click()
      await everyLook(page, 'message menu', dialog, look)
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
      await page.getByTestId('composer').fill(`https://toko.example.com/${'a'.repeat(3000)}`)
      await everyLook(page, 'a long word', page.getByTestId('composer'), look)
      await page.goto('/dashboard-admin')
      await rowOf(page, subject).click()
      await everyLook(page, 'group', page.getByTestId('message').last(), look)
      await page.goto('/dashboard-admin/health')
      await everyLook(page, 'health', page.getByTestId('parked').first(), look)
      await context.close()
    })
  }
})
