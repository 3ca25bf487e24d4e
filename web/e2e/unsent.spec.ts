import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

test('what was not sent stays marked until somebody deals with it, and can be written anew or dropped', async ({
  browser,
}) => {
  const name = `Wati ${Date.now() % 10_000}`
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const row = page.getByTestId('chat-row').filter({ hasText: name })
  const ours = page.locator('[data-testid=message][data-sender=agent]')
  const press = (label: string) => ours.getByRole('button', { name: label, exact: true })
  const say = async (text: string) => {
    await page.getByTestId('composer').fill(text)
    await page.getByTestId('composer').press('Enter')
  }
  const refuseNext = (code: number) => sim('faults', { status: { code, times: 1 } }, 'PUT')
  await signIn(page, 'admin')
  await sim('messages', { from: someDigits(), name, text: 'Ada kaos XL?' })
  await row.click()
  const take = page.getByRole('button', { name: 'Take', exact: true })
  await take.click()
  await expect(take).toHaveCount(0)

  await test.step('a newer message does not hide it', async () => {
    await refuseNext(403)
    await say('Buka jam 8')
    await expect(ours.last()).toHaveAttribute('data-status', 'failed')
    await expect(press('Mark as sent')).toHaveCount(0)
    await say('Kami tunggu ya')
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
    await expect(row.getByTestId('unsent')).toHaveText('Not sent')
  })

  await test.step('written anew it takes the place of the old one', async () => {
    await press('Edit').click()
    await expect(page.getByTestId('composer')).toHaveValue('Buka jam 8')
    await say('Buka jam 9')
    await expect(ours.first().getByTestId('dropped')).toBeVisible()
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
    await expect(row.getByTestId('unsent')).toHaveCount(0)
  })

  await test.step('another one is found by its mark, and dropped', async () => {
    await refuseNext(400)
    await say('Harganya 95')
    await expect(row.getByTestId('unsent')).toBeVisible()
    const list = page.getByRole('region', { name: 'Chats' })
    await list.getByRole('link', { name: /^Not sent/ }).click()
    await row.click()
    await page.getByTestId('unsent-here').getByRole('button', { name: 'Show' }).click()
    await press('Drop').click()
    await expect(row).toHaveCount(0)
  })
  await context.close()
})
