import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

test('what can be done with a message is done on the customer’s phone, and while WhatsApp is lost it waits', async ({
  browser,
}) => {
  const name = `Maya ${Date.now() % 10_000}`
  const from = someDigits()
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const dialog = page.getByRole('dialog')
  const theirs = page.locator('[data-testid=message][data-sender=customer]')
  const ours = page.locator('[data-testid=message][data-sender=agent]')
  const say = async (text: string) => {
    await page.getByTestId('composer').fill(text)
    await page.getByTestId('composer').press('Enter')
  }
  await signIn(page, 'admin')
  await sim('messages', { from, name, text: 'Ada kaos XL?' })
  await page.getByTestId('chat-row').filter({ hasText: name }).click()
  await page.getByRole('button', { name: 'Take', exact: true }).click()

  await test.step('a reaction is under the message', async () => {
    await theirs.first().getByTestId('message-menu').click()
    await dialog.getByRole('button', { name: 'React with 🙏' }).click()
    await expect(theirs.first().getByRole('list', { name: 'Reactions' })).toContainText('🙏')
  })

  await test.step('a reply quotes what it answers', async () => {
    await theirs.first().getByTestId('message-menu').click()
    await dialog.getByRole('button', { name: 'Reply' }).click()
    await say('Ada kak, warna navy')
    await expect(ours.last()).toContainText('Ada kaos XL?')
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
  })

  await test.step('what was edited tells what it said before', async () => {
    await ours.last().getByTestId('message-menu').click()
    await dialog.getByRole('button', { name: 'Edit', exact: true }).click()
    await dialog.getByRole('textbox').fill('Ada kak, warna hitam')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(ours.last()).toContainText('warna hitam')
    await ours.last().getByRole('button', { name: 'Edited' }).click()
    await expect(ours.last()).toContainText('warna navy')
  })

  await test.step('what was deleted leaves a mark', async () => {
    await say('Salah kirim')
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
    await ours.last().getByTestId('message-menu').click()
    await dialog.getByRole('button', { name: 'Delete for everyone' }).click()
    await dialog.getByRole('button', { name: 'Delete for everyone' }).click()
    await expect(ours.last()).toContainText('This message was deleted')
  })

  await test.step('while WhatsApp is lost a message waits, and leaves by itself when it is back', async () => {
    await sim('channel', { status: 'QR' }, 'PUT')
    await expect(page.getByTestId('channel-lost')).toBeVisible()
    await say('Sudah siap kak')
    await expect(ours.last()).toContainText('waits for WhatsApp')
    await page.getByTestId('channel-lost').getByRole('link').click()
    await expect(page.getByTestId('health').getByRole('img')).toBeVisible()
    await page.goBack()
    await sim('channel', { status: 'AUTH' }, 'PUT')
    await expect(page.getByTestId('channel-lost')).toHaveCount(0)
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
  })
  await context.close()
})
