import { expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { everyLook } from './looks.ts'
import { signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

test.describe.configure({ timeout: 120_000 })

const count = 130

/** Goes to the top at once, and tells by how many pixels what is seen then moves while older messages come. */
const jumpsAtTheTop = (page: Page) =>
  page.getByTestId('thread').evaluate(async (thread) => {
    const frame = () => new Promise(requestAnimationFrame)
    const bubbles = () => [...thread.querySelectorAll<HTMLElement>('[data-message-id]')]
    const topOf = (it: HTMLElement) => it.getBoundingClientRect().top
    const edge = thread.getBoundingClientRect().top
    const before = thread.scrollHeight
    thread.scrollTop = 0
    for (let i = 0; i < 4; i++) await frame()
    const known = bubbles().find((it) => topOf(it) > edge + 20)
    if (!known) throw new Error('There is nothing to see')
    const [id, top] = [known.dataset.messageId, topOf(known)]
    let most = 0
    for (let i = 0; i < 90; i++) {
      await frame()
      const same = bubbles().find((it) => it.dataset.messageId === id)
      most = Math.max(most, same ? Math.abs(topOf(same) - top) : Number.POSITIVE_INFINITY)
    }
    return { most, grew: thread.scrollHeight > before }
  })

const toTheEnd = (page: Page) =>
  page.getByTestId('thread').evaluate((it) => it.scrollHeight - it.clientHeight - it.scrollTop)

test('a long thread keeps its place, marks what is new, and leads to any message', async ({
  browser,
}) => {
  const name = `Ratna ${Date.now() % 10_000}`
  const from = someDigits()
  const write = async (text: string, more = {}) =>
    (await sim<{ message: { id: string } }>('messages', { from, name, text, ...more })).message.id
  const first = await write('Kak, *promo* kaosnya _masih_ ada?')
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const bubble = (id: string) => page.locator(`[data-message-id="${id}"]`)
  const row = page.getByTestId('chat-row').filter({ hasText: name })
  await signIn(page, 'admin')
  await row.click()
  // From here on the bot does not answer in between.
  const take = page.getByRole('button', { name: 'Take', exact: true })
  await take.click()
  await expect(take).toHaveCount(0)
  await page.goto('/dashboard-admin')
  for (let at = 2; at <= count; at++)
    await write(`Pesan ke-${at}${at % 7 === 0 ? `\n${'dan lagi '.repeat(at)}` : ''}`)
  await expect(row).toContainText(`Pesan ke-${count}`)
  await row.click()
  await expect(page.getByTestId('message').last()).toBeVisible()

  await test.step('older messages come without anything moving', async () => {
    await page
      .getByTestId('to-newest')
      .click({ timeout: 2_000 })
      .catch(() => {})
    await expect.poll(() => toTheEnd(page)).toBeLessThanOrEqual(1)
    const jumps = await jumpsAtTheTop(page)
    expect(jumps).toEqual({ most: 0, grew: true })
    expect(await page.getByTestId('message').count()).toBeLessThanOrEqual(60)
  })

  await test.step('what comes meanwhile is counted, and does not move it either', async () => {
    await page.getByTestId('thread').evaluate((it) => it.scrollBy(0, 500))
    const top = () => page.getByTestId('thread').evaluate((it) => it.scrollTop)
    const known = await top()
    await write('Halo?')
    await expect(page.getByRole('button', { name: /newest message, 1 new message$/ })).toBeVisible()
    expect(await top()).toBe(known)
    await page.getByTestId('to-newest').click()
    await expect(page.getByText('Halo?').last()).toBeVisible()
    await expect(page.getByTestId('new-messages')).toBeVisible()
    await expect.poll(() => toTheEnd(page)).toBeLessThanOrEqual(1)
  })

  await test.step('at the end one stays at the end', async () => {
    await write('Masih di sini\n'.repeat(9))
    await expect(page.getByText('Masih di sini').last()).toBeVisible()
    await expect.poll(() => toTheEnd(page)).toBeLessThanOrEqual(1)
    await page.getByTestId('composer').fill('satu\ndua\ntiga\nempat')
    await expect.poll(() => toTheEnd(page)).toBeLessThanOrEqual(1)
    await page.getByTestId('composer').fill('')
  })

  await test.step('a link leads to a message far up, and so does a quote', async () => {
    await page.reload()
    await expect(page.getByTestId('message').last()).toBeVisible()
    await write('Yang ini kak', { quoted: first })
    await page.getByRole('button', { name: 'Go to the quoted message' }).click()
    await expect(bubble(first)).toBeFocused()
    await expect(bubble(first).locator('strong')).toHaveText('promo')
    await bubble(first).getByTestId('message-menu').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click()
    await page.getByTestId('to-newest').click()
    await expect(page.getByText('Yang ini kak').last()).toBeVisible()
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()))
    await expect(bubble(first)).toBeFocused()
    const look = { widths: [390, 1440], schemes: ['light', 'dark'] } as const
    await everyLook(page, 'thread', bubble(first), {
      widths: [...look.widths],
      schemes: [...look.schemes],
    })
  })
  await context.close()
})
