import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { unreadable } from './every-kind.ts'
import { signIn } from './people.ts'

/** Fingers need that much. */
const fingerPx = 44

test('on a phone what was set aside is dismissed by finger, and is still to be seen', async ({
  browser,
}) => {
  await unreadable()
  const viewport = { width: 360, height: 780 }
  const context = await browser.newContext({ viewport, locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page, 'admin')
  await page.goto('/dashboard-admin/health')
  const health = page.getByTestId('health')
  const parked = page.getByTestId('parked')
  await expect(parked.first()).toContainText('ditulis dengan cara yang tidak dikenal')

  const targets = await health.locator('a, button, select, summary').filter({ visible: true }).all()
  for (const target of targets) {
    const box = await target.boundingBox()
    expect(
      Math.min(box?.height ?? 0, box?.width ?? 0),
      await target.innerText(),
    ).toBeGreaterThanOrEqual(fingerPx)
  }

  const before = await parked.count()
  await parked.first().getByRole('button', { name: 'Abaikan' }).click()
  await expect(parked.first()).toContainText('Tidak ada yang perlu dilakukan?')
  await parked.first().getByRole('button', { name: 'Abaikan' }).click()
  if (before < 10) await expect(parked).toHaveCount(before - 1)
  await page.getByRole('button', { name: 'Tampilkan yang diabaikan' }).click()
  await expect(health.getByText(/Diabaikan oleh Bayu/).first()).toBeVisible()
  await context.close()
})
