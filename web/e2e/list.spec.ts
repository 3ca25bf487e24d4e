import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { everyLook, type Look } from './looks.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

// Each story of several screens has its own colours, so that both are looked at.
const desk: Look = { widths: [1440, 768], schemes: ['light'] }
const phone: Look = { widths: [390, 360], schemes: ['dark'] }

const rows = (page: Page) => page.getByTestId('chat-row')
const row = (page: Page, name: string) => rows(page).filter({ hasText: name })
const chosen = (page: Page) => page.getByTestId('filters')

/** Three customers of one name: two wait for a person, the first one longer, and the bot has answered one. */
async function customers() {
  const mark = someDigits()
  const names = ['Ani', 'Budi', 'Citra'].map((name) => `${name} ${mark}`)
  const say = (at: number, text: string) =>
    sim('messages', { from: `${mark}${at}`, name: names[at], text })
  await say(0, `Resi saya JNE-${mark}-ANI, mana ya?`)
  await say(0, 'Mau bicara dengan admin')
  await new Promise((done) => setTimeout(done, 1_100))
  await say(1, 'Mau bicara dengan admin')
  await say(2, 'Berapa harga kaos?')
  return { mark, names: names as [string, string, string] }
}

async function openList(page: Page, mark: string) {
  await signIn(page, 'admin')
  await page.goto(`/dashboard-admin?q=${mark}`)
  await expect(rows(page)).toHaveCount(3)
  for (const at of [0, 1])
    await expect(row(page, ['Ani', 'Budi'][at] ?? '')).toHaveAttribute('data-mode', 'agent')
}

/** Opens the menu of a row: with a mouse by its button, with a finger by resting on it. */
async function openMenu(page: Page, one: Locator, touch: boolean) {
  if (touch) {
    const box = await one.boundingBox()
    const at = { clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 30, pointerType: 'touch' }
    await one.dispatchEvent('pointerdown', at)
  } else {
    await one.hover()
    await page.locator('li', { has: one }).getByTestId('row-menu').click()
  }
  await expect(page.getByRole('dialog')).toBeVisible()
}

for (const [where, look, viewport, touch] of [
  ['a desk', desk, { width: 1440, height: 900 }, false],
  ['a phone', phone, { width: 390, height: 844 }, true],
] as const)
  test(`at ${where} the list shows who waits, longest first, takes several at once, and finds what was said`, async ({
    browser,
  }) => {
    test.slow()
    const { mark, names } = await customers()
    const [ani, budi] = names
    const page = await browser.newPage({ locale: 'en-GB', viewport, hasTouch: touch })
    await openList(page, mark)

    await page.getByTestId('filter').click()
    await chosen(page).getByLabel('Waiting for a person').check()
    await chosen(page).getByLabel('Sort by').selectOption('Longest wait first')
    await chosen(page).getByRole('button', { name: 'Done' }).click()
    await expect(rows(page)).toHaveCount(2)
    await expect(rows(page).first()).toContainText(ani)
    await expect(page).toHaveURL(/unanswered=true&sort=waiting/)
    await page.reload()
    await expect(rows(page)).toHaveCount(2)
    await expect(rows(page).last()).toContainText(budi)
    await everyLook(page, 'list filtered', rows(page).first(), look)

    // Opened, it is read; marked, it waits to be looked at again, and nobody looks at it.
    await row(page, ani).click()
    await expect(page.getByTestId('message').last()).toBeVisible()
    if (touch) await page.getByRole('link', { name: 'Back to the chats' }).click()
    await expect(row(page, ani)).toHaveAttribute('data-unread', '0')
    await openMenu(page, row(page, ani), touch)
    await page.getByRole('button', { name: 'Mark as unread' }).click()
    await expect(row(page, ani)).toHaveAttribute('data-unread', '1')
    await expect(page).not.toHaveURL(/\/chats\//)

    await openMenu(page, row(page, ani), touch)
    await page.getByRole('button', { name: 'Select', exact: true }).click()
    await row(page, budi).click()
    await expect(page.getByTestId('bulk-bar')).toContainText('2 chats selected')
    await page.getByTestId('bulk-bar').getByRole('button', { name: 'Close', exact: true }).click()
    const toast = page.getByTestId('bulk-toast')
    await expect(toast).toContainText('2 chats are closed.')
    await expect(page.getByTestId('nothing')).toBeVisible()
    await everyLook(page, 'chats closed', toast, look)
    await toast.getByRole('button', { name: 'Undo' }).click()
    await expect(toast).toContainText('2 chats are as they were.')
    await expect(rows(page)).toHaveCount(2)
    await expect(rows(page).first()).toContainText(ani)

    await page.getByRole('button', { name: 'Without “Longest wait first”' }).click()
    await page.getByRole('button', { name: 'Without “Waiting for a person”' }).click()
    const search = page.getByRole('searchbox')
    await search.fill(`jne-${mark}-a`)
    const said = page.getByTestId('said')
    await expect(said).toHaveCount(1)
    await said.click()
    await expect(page).toHaveURL(/m=/)
    await expect(
      page
        .getByTestId('message')
        .filter({ hasText: `JNE-${mark}-ANI` })
        .first(),
    ).toBeInViewport()
    await page.close()
  })

test('what nobody matches says so, and leads back to everything', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB' })
  await signIn(page, 'agent')
  await page.goto('/dashboard-agent?q=nobody-is-called-so&channel=email')
  await expect(page.getByTestId('nothing')).toContainText('No chat with “nobody-is-called-so”.')
  await page.getByTestId('nothing').getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/dashboard-agent$/)
  await page.close()
})

test('without a mouse a chat is marked, muted and chosen, and what was done is taken back', async ({
  browser,
}) => {
  const { mark, names } = await customers()
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  await openList(page, mark)
  const open = async () => {
    await page.goto(`/dashboard-admin?q=${mark}`)
    await expect(rows(page)).toHaveCount(3)
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    await page.keyboard.press('j')
    await expect(page.getByTestId('message').last()).toBeVisible()
    await expect(rows(page).first()).toHaveAttribute('data-unread', '0')
  }
  await open()
  await page.keyboard.press('q')
  await expect(rows(page).first()).toContainText('Muted')
  await page.keyboard.press('b')
  await expect(rows(page).first()).toHaveAttribute('data-unread', '1')
  await expect(page).not.toHaveURL(/\/chats\//)
  await open()
  await page.keyboard.press('s')
  await page.getByTestId('bulk-bar').getByRole('button', { name: 'Assign' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Putri Maharani' }).press('Enter')
  const toast = page.getByTestId('bulk-toast')
  await expect(toast).toContainText('Putri Maharani has the chat now.')
  await page.keyboard.press('z')
  await expect(toast).toContainText('The chat is as it was.')
  expect(names).toHaveLength(3)
  await page.close()
})
