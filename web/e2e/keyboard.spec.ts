import { expect } from '@playwright/test'
import { test } from './browser.ts'
import { outputs } from './outputs.ts'
import { someDigits } from './people.ts'
import { sim } from './sim.ts'

test('a working day without a mouse: find, read, take, reply, change who answers, close, and leave', async ({
  browser,
}) => {
  const surname = `Kunci${Date.now() % 100_000}`
  const [wati, yanto] = [`Wati ${surname}`, `Yanto ${surname}`]
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const { keyboard } = page
  const row = (name: string) => page.getByTestId('chat-row').filter({ hasText: name })
  const open = (name: string) =>
    expect(page.getByRole('region', { name: `Chat with ${name}` })).toBeVisible()
  const composer = page.getByTestId('composer')
  const bar = page.getByRole('combobox', { name: /^Find chats/ })
  const user = outputs.users.find(({ role }) => role === 'agent')

  await test.step('signs in', async () => {
    await page.goto('/')
    await expect(page.locator('[name=username]')).toBeFocused()
    await keyboard.type(user?.username ?? '')
    await keyboard.press('Tab')
    await keyboard.type(user?.password ?? '')
    await keyboard.press('Enter')
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
  })

  await sim('messages', { from: `${someDigits()}1`, name: wati, text: 'Halo, ada kaos XL?' })
  // Each has its answer before the keys go from one to the other: answers move chats to the top.
  await expect(row(wati)).toContainText('Bot:')
  await sim('messages', { from: `${someDigits()}2`, name: yanto, text: 'Buka jam berapa?' })
  await expect(row(yanto)).toContainText('Bot:')

  await test.step('searches', async () => {
    await keyboard.press('/')
    await keyboard.type(surname)
    await expect(page).toHaveURL(new RegExp(surname))
    await expect(page.getByTestId('chat-row')).toHaveCount(2)
    await keyboard.press('Escape')
  })

  await test.step('goes down and up the list, without falling into a field', async () => {
    await keyboard.press('j')
    await open(yanto)
    await expect(page.getByTestId('thread')).toBeFocused()
    await keyboard.press('j')
    await open(wati)
    await expect(page.getByTestId('thread')).toBeFocused()
    await keyboard.press('k')
    await open(yanto)
  })

  await test.step('takes the chat and replies', async () => {
    await keyboard.press('t')
    await expect(row(yanto)).toHaveAttribute('data-mode', 'agent')
    await keyboard.press('r')
    await expect(composer).toBeFocused()
    await keyboard.type('Jam delapan, kak')
    await keyboard.press('Enter')
    const reply = page.locator('[data-testid=message][data-sender=agent]').last()
    await expect(reply).toContainText('Jam delapan, kak')
    await keyboard.type('t?/j')
    await expect(composer).toHaveValue('t?/j')
    await keyboard.press('ControlOrMeta+a')
    await keyboard.press('Delete')
    await keyboard.press('Escape')
    await expect(page.getByTestId('thread')).toBeFocused()
  })

  await test.step('goes on to the next chat while writing', async () => {
    await keyboard.press('r')
    await keyboard.press('Alt+ArrowDown')
    await open(wati)
    await expect(composer).toBeFocused()
    await keyboard.press('Alt+ArrowUp')
    await open(yanto)
    await keyboard.press('Escape')
  })

  await test.step('changes who answers, and closes the chat', async () => {
    await keyboard.press('m')
    await expect(page.getByRole('combobox', { name: 'Who answers here?' })).toBeFocused()
    await keyboard.type('pau')
    await keyboard.press('Enter')
    await expect(row(yanto)).toHaveAttribute('data-mode', 'paused')
    await keyboard.press('c')
    await expect(row(yanto)).toHaveAttribute('data-mode', 'closed')
  })

  await test.step('finds a chat, an action and a page by name', async () => {
    await keyboard.press('ControlOrMeta+k')
    await expect(bar).toBeFocused()
    await keyboard.type(wati.toLowerCase())
    await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(
      wati,
    )
    await keyboard.press('Enter')
    await open(wati)
    await keyboard.press('Escape')
    await keyboard.press('ControlOrMeta+k')
    await keyboard.type('mine')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await keyboard.press('g')
    await keyboard.press('m')
    await expect(page).toHaveURL(/view=mine/)
    await keyboard.press('g')
    await keyboard.press('a')
    await expect(page).not.toHaveURL(/view=/)
  })

  await test.step('sees every key there is', async () => {
    await keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
      'Next chat',
    )
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('signs out', async () => {
    await keyboard.press('ControlOrMeta+k')
    await keyboard.type('sign out')
    await keyboard.press('Enter')
    await expect(page).toHaveURL(/\/login$/)
  })
  await context.close()
})
