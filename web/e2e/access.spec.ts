import type { Page } from '@playwright/test'
import { test } from './browser.ts'
import { everyKind, unreadable } from './every-kind.ts'
import { everyLook } from './looks.ts'
import { signIn, someDigits } from './people.ts'

const rowOf = (page: Page, name: string) =>
  page.getByTestId('chat-row').filter({ hasText: name }).first()

test('every kind of message, a word without an end and what nobody can read are open to all', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const citra = `Citra ${Date.now() % 10_000}`
  await everyKind(someDigits(), citra)
  await unreadable()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 844 },
    locale: 'id-ID',
  })
  const page = await context.newPage()
  await signIn(page, 'admin')
  await rowOf(page, citra).click()
  await page.getByTestId('composer').fill(`https://toko.example.com/${'a'.repeat(3000)}`)
  // What is out of sight is not in the page: so high that nothing is.
  await page.setViewportSize({ width: 1440, height: 9_000 })
  const look = { widths: [1440, 360], schemes: ['light', 'dark'] } satisfies Parameters<
    typeof everyLook
  >[3]
  await everyLook(page, 'every kind', page.locator('[data-kind=hologram]'), look)
  await page.goto('/dashboard-admin/health')
  await everyLook(page, 'health', page.getByTestId('parked').first(), look)
  await context.close()
})
