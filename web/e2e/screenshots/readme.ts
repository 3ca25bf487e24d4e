import type { Browser } from '@playwright/test'
import { outputs } from '../outputs.ts'
import { signIn } from '../people.ts'
import { chats, phoneOf, write } from '../scene.ts'

const sari = { from: phoneOf(0), name: 'Sari Wulandari' }

/** Plays a morning in a small shop, and takes the pictures that the README shows: on a desk and on a phone. */
export async function takeReadmePictures(browser: Browser): Promise<void> {
  for (const chat of chats) await write(chat)
  const context = await browser.newContext({
    baseURL: outputs.url,
    locale: 'en-GB',
    viewport: { width: 1440, height: 860 },
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  await signIn(page, 'admin')
  await page.getByTestId('chat-row').filter({ hasText: sari.name }).first().click()
  const bot = page.locator('[data-testid=message][data-sender=bot][data-status=read]').first()
  await bot.waitFor({ timeout: 30_000 })
  // Whoever takes the pictures again has the chat already.
  const take = page.getByRole('button', { name: 'Take', exact: true })
  if (await take.isVisible()) await take.click()
  await page.getByTestId('composer').fill('Ada kak, warna navy dan hitam. Mau saya simpankan satu?')
  await page.getByTestId('composer').press('Enter')
  await page.locator('[data-sender=agent][data-status=read]').last().waitFor({ timeout: 30_000 })
  await write({ ...sari, text: 'Mau yang navy kak, kirim ke Bandung ya' })
  await page.getByText('kirim ke Bandung').last().waitFor()
  // The sidebar counts a little later.
  await page.waitForTimeout(5000)
  await page.screenshot({ path: 'web/screenshot.png', animations: 'disabled' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.waitForTimeout(1000)
  await page.screenshot({ path: 'web/screenshot-phone.png', animations: 'disabled' })
  await context.close()
}
