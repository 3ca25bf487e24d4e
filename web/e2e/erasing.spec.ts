import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { everyLook, type Look } from './looks.ts'
import { signIn, someDigits } from './people.ts'
import { write } from './scene.ts'

const look: Look = { widths: [1440, 360], schemes: ['light', 'dark'] }

test('an admin takes a copy of what is known of a customer, erases them, and keeps the receipt', async ({
  browser,
}) => {
  const from = someDigits()
  const name = `Sari ${'wolfeschlegelsteinhausen'.repeat(3)} ${from.slice(-4)}`
  await write({ from, name, text: 'Alamat saya Jalan Melati 5' })
  const page = await browser.newPage({ locale: 'en-GB' })
  await signIn(page, 'admin')
  await page.getByText(name).first().click()
  await expect(page).toHaveURL(/chats\/\w+/)
  const { pathname } = new URL(page.url())
  await page.goto(`${pathname}/customer`)
  const data = page.getByRole('region', { name: 'Customer’s data' })

  const copy = page.waitForEvent('download')
  await data.getByRole('button', { name: 'Download a copy' }).click()
  const file = JSON.parse(await readFile(await (await copy).path(), 'utf8'))
  expect(file.chat.customer.name).toBe(name)
  expect(JSON.stringify(file.messages)).toContain('Jalan Melati 5')

  await data.getByRole('button', { name: 'Erase …' }).click()
  const now = data.getByRole('button', { name: 'Erase for good' })
  await everyLook(page, 'erasing a customer', now, look)
  await page.setViewportSize({ width: 1440, height: 844 })
  const panel = page.getByRole('complementary', { name: 'Customer' })
  expect(await panel.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0)
  await expect(now).toBeDisabled()
  await data.getByRole('textbox').fill(name)
  await page.keyboard.press('Enter')
  const receipt = page.getByTestId('erased')
  await expect(receipt.getByText('The customer was erased.')).toBeVisible()
  await everyLook(page, 'the receipt', receipt, look)
  const saved = page.waitForEvent('download')
  await receipt.getByRole('button', { name: 'Download the receipt' }).click()
  expect(JSON.parse(await readFile(await (await saved).path(), 'utf8'))).toMatchObject({
    done: true,
    chats: 1,
  })
  await receipt.getByRole('link').click()
  await expect(page.getByText(name)).toHaveCount(0)
})
