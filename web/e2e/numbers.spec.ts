import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

const numbers = '/dashboard-admin/numbers'
const by = (page: Page, side: string) =>
  page.getByRole('button', { name: new RegExp(`^${side} \\d`) })

/** How much a side has written today, as the page says now. */
async function written(page: Page, side: string): Promise<number> {
  await page.goto(numbers)
  await expect(by(page, side).or(page.getByTestId('no-numbers'))).toBeVisible()
  if (await page.getByTestId('no-numbers').isVisible()) return 0
  return Number(((await by(page, side).textContent()) ?? '').replace(/\D/g, ''))
}

test('messages pass, the numbers rise, and each leads to what is behind it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const context = await browser.newContext({ locale: 'en-GB' })
  const [page, desk] = [
    await context.newPage(),
    await (await browser.newContext({ locale: 'en-GB' })).newPage(),
  ]
  await signIn(page, 'admin')
  const before = {
    Customers: await written(page, 'Customers'),
    Bot: await written(page, 'Bot'),
    Team: await written(page, 'Team'),
  }

  const from = someDigits()
  const name = `Wati ${from}`
  await sim('messages', { from, name, text: 'Halo kak, mau bicara dengan admin' })
  await signIn(desk, 'agent')
  await desk.getByTestId('chat-row').filter({ hasText: name }).click()
  await expect(desk.locator('[data-testid=message][data-sender=bot]')).toHaveCount(1)
  await desk.getByTestId('composer').fill('Dengan Putri, ada yang bisa dibantu?')
  await desk.getByTestId('composer').press('Enter')
  await expect(desk.locator('[data-testid=message][data-sender=agent]')).toHaveCount(1)

  await test.step('each side has written one more', async () => {
    for (const [side, count] of Object.entries(before))
      await expect.poll(() => written(page, side), side).toBeGreaterThan(count)
  })

  const rows = page.getByTestId('number-row')
  const turnTo = async (row: Locator) => {
    while ((await row.count()) === 0) {
      const shown = await rows.count()
      await page.getByRole('button', { name: 'Show more' }).click()
      await expect.poll(() => rows.count()).toBeGreaterThan(shown)
    }
  }
  await test.step('the answer leads to its message', async () => {
    await page.getByRole('button', { name: /Putri Maharani, Answers/ }).click()
    const row = rows.filter({ hasText: name })
    await expect(rows.first()).toBeVisible()
    await turnTo(row)
    await expect(row).toContainText('first answer')
    await row.click()
    await expect(page).toHaveURL(/\/chats\/.*\?m=/)
    await expect(
      page.getByTestId('message').filter({ hasText: 'ada yang bisa dibantu?' }),
    ).toBeVisible()
  })

  await test.step('the way back leads to the numbers; the keyboard does, too', async () => {
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Numbers' })).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page).not.toHaveURL(/numbers/)
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/numbers$/)
  })

  await test.step('the hour leads to its chats, by mouse and by keys', async () => {
    const bars = page.getByTestId('hour')
    await expect(bars).toHaveCount(24)
    await bars.and(page.locator('.cursor-pointer')).last().click()
    await expect(rows.first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rows).toHaveCount(0)
    await page.getByText('As a table').focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: /Show what is behind: \d/ })
      .last()
      .press('Enter')
    await expect(rows.first()).toBeVisible()
    await turnTo(rows.filter({ hasText: name }))
  })
  await context.close()
})

test('a day before the shop was there is empty, and says so', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'id-ID' })
  await signIn(page, 'admin')
  await page.goto(`${numbers}?day=2021-03-04`)
  await expect(page.getByText('Tidak ada pesan pada hari itu.')).toBeVisible()
  await page.close()
})

test('an agent is told that the numbers are for admins', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  await signIn(page, 'agent')
  await expect(page.getByRole('link', { name: 'Numbers' })).toHaveCount(0)
  await page.goto('/dashboard-agent/numbers')
  await expect(page.getByText('This page is for admins.')).toBeVisible()
  await page.close()
})
