import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { customer, signIn, someDigits } from './people.ts'

test('a customer writes, the bot answers, an agent takes over and replies, the ticks turn blue', async ({
  browser,
}) => {
  const name = `Sari ${Date.now() % 10_000}`
  const office = await browser.newContext({ locale: 'en-GB' })
  const street = await browser.newContext({ locale: 'en-GB' })
  const page = await office.newPage()
  const phone = await street.newPage()
  await signIn(page, 'agent')
  await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  const row = page.getByTestId('chat-row').filter({ hasText: name })

  const sari = await customer(phone, name, someDigits())
  await test.step('the chat appears by itself, and the bot answers', async () => {
    await sari.write('Halo, jam berapa buka?')
    await expect(row).toHaveCount(1)
    await expect(sari.heard).toHaveCount(1)
  })

  await test.step('the agent takes it and replies', async () => {
    await row.click()
    await expect(page.locator('[data-testid=message][data-sender=bot]')).toHaveCount(1)
    await page.getByRole('button', { name: 'Take', exact: true }).click()
    await expect(row).toHaveAttribute('data-mode', 'agent')
    await page.getByTestId('composer').fill('Halo kak, saya bantu ya')
    await page.getByTestId('composer').press('Enter')
    await expect(sari.heard).toHaveCount(2)
    await expect(sari.heard.last()).toContainText('saya bantu ya')
  })

  const reply = page.locator('[data-testid=message][data-sender=agent]')
  await test.step('what the customer has read is read in the dashboard', async () => {
    await expect(reply).toHaveAttribute('data-status', 'read')
  })

  await test.step('the bot stays silent from now on', async () => {
    await sari.write('Terima kasih kak')
    await expect(page.getByTestId('message').last()).toContainText('Terima kasih kak')
    await expect(row).toHaveAttribute('data-unread', '0')
    await expect(sari.heard).toHaveCount(2)
  })

  await test.step('a reload stays signed in, in the same chat', async () => {
    const { pathname } = new URL(page.url())
    await page.reload()
    await expect(reply).toHaveAttribute('data-status', 'read')
    expect(new URL(page.url()).pathname).toBe(pathname)
  })

  await test.step('signing out ends at the sign-in, and nothing is left to see', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/login$/)
    await page.goto('/dashboard-agent')
    await expect(page).toHaveURL(/\/login$/)
  })
  await office.close()
  await street.close()
})

test('the menu of a phone gives way to the sidebar when there is room for it', async ({
  browser,
}) => {
  const page = await browser.newPage({
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  await signIn(page, 'agent')
  const menu = page.getByRole('dialog', { name: 'Balas' })
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Open menu' }).click()
    await expect(menu).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }
  await page.getByRole('button', { name: 'Open menu' }).click()
  await expect(menu).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 844 })
  await expect(menu).toBeHidden()
  await expect(page.getByRole('complementary', { name: 'Balas' })).toBeVisible()
  await page.close()
})

test('an agent who tries the admin’s page is sent to his own', async ({ browser }) => {
  const page = await browser.newPage()
  await signIn(page, 'agent')
  await page.goto('/dashboard-admin')
  await expect(page).toHaveURL(/\/dashboard-agent/)
  await page.close()
})
