import type { Page } from '@playwright/test'

/** Goes in by hand, as everybody does, and waits for the list. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(new URL('/login', url).href)
  await page.locator('[name=username]').fill('admin')
  await page.locator('[name=password]').fill('admin123')
  await page.keyboard.press('Enter')
  await page.getByTestId('chat-row').first().waitFor()
}
