import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

test('an admin lets somebody in, who chooses a password and a language and has both on every device', async ({
  browser,
}) => {
  const username = `ayu${someDigits()}`
  const desk = await browser.newPage({ locale: 'en-GB' })
  await signIn(desk, 'admin')
  await desk.getByRole('link', { name: 'Team', exact: true }).click()
  await desk.getByRole('button', { name: 'New person' }).click()
  await desk.getByLabel('Name', { exact: true }).fill('Ayu Wulandari')
  await desk.getByLabel('Username').fill(username)
  await desk.getByRole('button', { name: 'Create' }).click()
  const password = (await desk.getByTestId('password').textContent()) ?? ''
  await desk.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(desk.getByTestId('user').filter({ hasText: username })).toBeVisible()

  const enter = async (secret: string, next?: string) => {
    const page = await browser.newPage({ locale: 'en-GB' })
    await page.goto('/login')
    await page.locator('[name=username]').fill(username)
    await page.locator('[name=password]').fill(secret)
    await page.keyboard.press('Enter')
    if (next) {
      await page.locator('[name=newPassword]').fill(next)
      await page.keyboard.press('Enter')
    }
    await expect(page).toHaveURL(/dashboard-agent/)
    return page
  }
  const first = await enter(password, 'pilihan-sendiri-1')
  await first.goto('/dashboard-agent/team')
  await expect(first.getByText('This page is for admins.')).toBeVisible()
  await first.goto('/dashboard-agent/profile')
  const kept = first.waitForResponse(
    (it) => it.url().endsWith('/api/me') && it.request().method() === 'PATCH',
  )
  await first.getByTestId('page').getByRole('button', { name: 'Indonesia' }).click()
  expect((await kept).ok()).toBe(true)
  const second = await enter('pilihan-sendiri-1')
  await expect(second.locator('html')).toHaveAttribute('lang', 'id')

  // Who is switched off is out at once, on every screen that is open.
  for (const page of [first, second]) {
    await page.goto('/dashboard-agent')
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  }
  await desk.getByTestId('user').filter({ hasText: username }).getByRole('button').click()
  await desk.getByRole('button', { name: 'Switch off' }).click()
  await desk.getByRole('button', { name: 'Switch off' }).last().click()
  for (const page of [first, second]) await expect(page).toHaveURL(/\/login$/)
})

test('what is known of a customer is put right in place, and no colleague’s words are lost', async ({
  browser,
}) => {
  const from = someDigits()
  await sim('messages', { from, name: `Rina ${from}`, text: 'Halo kak' })
  const open = async (role: 'admin' | 'agent') => {
    const page = await browser.newPage({
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
    })
    await signIn(page, role)
    await page.getByTestId('chat-row').filter({ hasText: from }).first().click()
    await expect(page.getByTestId('message').first()).toBeVisible()
    return page
  }
  const [bayu, putri] = [await open('admin'), await open('agent')]
  const notes = (page: typeof bayu) => page.getByLabel('Notes')
  await notes(putri).fill('Likes blue')
  await notes(bayu).fill('Likes green')
  await notes(bayu).press('Control+Enter')
  await expect(bayu.getByText('✓ Saved')).toBeVisible()
  await notes(putri).blur()
  await expect(putri.getByRole('alert')).toContainText('Likes green')
  await putri.getByRole('button', { name: 'Keep mine' }).click()
  await expect(notes(bayu)).toHaveValue('Likes blue')
  await bayu.getByLabel('Email').fill('rina')
  await bayu.getByLabel('Email').press('Enter')
  await expect(bayu.getByText('That is no email address.')).toBeVisible()

  await bayu.getByRole('button', { name: /^Mode:/ }).click()
  await bayu.getByRole('menuitemradio', { name: /Closed/ }).click()
  await bayu.getByLabel(/What was it about/).fill('Delivery')
  await bayu.keyboard.press('Enter')
  await expect(bayu.getByRole('complementary', { name: 'Customer' })).toContainText('Delivery')
})
