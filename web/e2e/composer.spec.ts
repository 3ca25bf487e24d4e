import { type Browser, expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

const name = `Wati ${Date.now() % 100_000}`
const shortcut = `harga${Date.now() % 100_000}`
const rowOf = (page: Page) => page.getByTestId('chat-row').filter({ hasText: name })
const composer = (page: Page) => page.getByTestId('composer')

async function open(browser: Browser, role: 'admin' | 'agent', width = 1440) {
  const viewport = { width, height: 844 }
  const page = await (await browser.newContext({ viewport, locale: 'en-GB' })).newPage()
  await signIn(page, role)
  await rowOf(page).click()
  await expect(composer(page)).toBeVisible()
  return page
}

test.beforeAll(async () => {
  await sim('messages', { from: someDigits(), name, text: 'Halo kak, kaos XL masih ada?' })
})

test('two who look at a chat see each other; notes and a hand-over stay among them', async ({
  browser,
}) => {
  const admin = await open(browser, 'admin')
  const agent = await open(browser, 'agent', 390)
  const note = admin.locator('[data-kind=note]')

  await test.step('each sees that the other is there, and that they type', async () => {
    await expect(admin.getByTestId('viewers')).toHaveAttribute('title', /Putri Maharani/)
    await expect(agent.getByTestId('viewers')).toHaveAttribute('title', /Bayu Pratama/)
    await composer(agent).fill('Masih ada')
    await expect(admin.getByText('Putri Maharani is typing a reply…').first()).toBeVisible()
  })

  await test.step('a note has a box of its own, and the reply that was begun is still there', async () => {
    await agent.getByTestId('compose-note').click()
    await expect(composer(agent)).toHaveValue('')
    await composer(agent).fill('Tanya gudang dulu')
    await composer(agent).press('Enter')
    await expect(note).toContainText('Tanya gudang dulu')
    await agent.getByTestId('compose-reply').click()
    await expect(composer(agent)).toHaveValue('Masih ada')
  })

  await test.step('what was begun stands in the list, after a reload too, and goes with whoever signs out', async () => {
    await agent.goto(agent.url().replace(/\/chats\/.*/, ''))
    await expect(rowOf(agent)).toContainText('Draft: Masih ada')
    await expect(admin.getByTestId('viewers')).toHaveCount(0)
    await agent.evaluate(() => localStorage.setItem('balas.drafts-of', 'somebody else'))
    await agent.reload()
    await expect(rowOf(agent)).toBeVisible()
    await expect(rowOf(agent)).not.toContainText('Draft')
  })

  await test.step('the chat goes to a colleague together with a word', async () => {
    await admin.getByTestId('compose-note').click()
    await composer(admin).fill('Tolong lanjutkan')
    await admin
      .getByLabel('Hand the chat over with this note')
      .selectOption({ label: 'Hand over to Putri Maharani' })
    await admin.getByRole('button', { name: 'Hand over', exact: true }).click()
    await expect(note.last()).toContainText('Tolong lanjutkan')
    await rowOf(agent).click()
    await expect(agent.locator('[data-kind=note]').last()).toContainText('Tolong lanjutkan')
  })
  await Promise.all([admin.context().close(), agent.context().close()])
})

test('an admin writes a prepared reply, and uses it by its letters', async ({ browser }) => {
  const page = await open(browser, 'admin')
  const dialog = page.getByRole('dialog')
  await page.getByTestId('canned-manage').click()
  await dialog.getByTestId('canned-add').click()
  await dialog.getByTestId('canned-shortcut').fill(`/${shortcut}`)
  await dialog.getByTestId('canned-text').fill('Harganya 85.000, kak {{name}}.')
  await dialog.getByTestId('canned-save').click()
  await expect(dialog.getByText(`/${shortcut}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await composer(page).fill(`/${shortcut.slice(0, 3)}`)
  await expect(page.getByTestId('canned-list')).toContainText(`/${shortcut}`)
  await composer(page).fill(`/${shortcut}`)
  await composer(page).press('Enter')
  await expect(composer(page)).toHaveValue(`Harganya 85.000, kak ${name}.`)
  await page.getByTestId('emoji').click()
  const smile = page.locator('emoji-picker').getByRole('menuitem').first()
  await smile.click()
  await expect(composer(page)).toHaveValue(/\p{Emoji_Presentation}$/u)
  await expect(composer(page)).toBeFocused()
  await page.context().close()
})
