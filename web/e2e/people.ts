import { expect, type Page } from '@playwright/test'
import { outputs } from './outputs.ts'

/** Signs in by hand, in whatever language the page speaks. */
export async function signIn(page: Page, role: 'admin' | 'agent') {
  const user = outputs.users.find((it) => it.role === role)
  if (!user) throw new Error(`Nobody has the role ${role}`)
  await page.goto('/')
  await expect(page).toHaveURL(/\/login$/)
  await page.locator('[name=username]').fill(user.username)
  await page.locator('[name=password]').fill(user.password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/dashboard-${role}`))
}

/** A new customer with a simulated phone; what they write goes the way of a real message. */
export async function customer(page: Page, name: string, digits: string) {
  await page.goto(outputs.phoneUrl)
  await page.getByTestId('add-customer').click()
  await page.getByTestId('new-name').fill(name)
  await page.getByTestId('new-phone').fill(digits)
  await page.getByTestId('new-phone').press('Enter')
  await page.getByTestId(`customer-${digits}`).click()
  return {
    async write(text: string) {
      await page.getByTestId('message-input').fill(text)
      await page.getByTestId('send').click()
    },
    /** What the shop said, oldest first. */
    heard: page.locator('[data-testid=bubble][data-from=shop]'),
  }
}

/** A number nobody else has in this run: made up, and never called. */
export const someDigits = () => `62812${String(Date.now()).slice(-8)}`
