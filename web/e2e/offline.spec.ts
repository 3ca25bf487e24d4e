import { expect, type Page } from '@playwright/test'
import { test } from './browser.ts'
import { customer, signIn, someDigits } from './people.ts'

/** Everything the app is made of is on this device, and what was on the screen, too. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (!active) throw new Error('No service worker')
    window.dispatchEvent(new Event('pagehide'))
  })
}

test('offline and back with nothing lost: a reload opens what was there, and what was written goes out once, in order', async ({
  browser,
}) => {
  const name = `Rudi ${Date.now() % 10_000}`
  const office = await browser.newContext({ locale: 'en-GB' })
  const street = await browser.newContext({ locale: 'en-GB' })
  const page = await office.newPage()
  const row = page.getByTestId('chat-row').filter({ hasText: name })
  const ours = page.locator('[data-testid=message][data-sender=agent]')
  const offline = page.getByTestId('offline')
  const say = async (text: string) => {
    await page.getByTestId('composer').fill(text)
    await page.getByTestId('composer').press('Enter')
  }
  await signIn(page, 'agent')
  const rudi = await customer(await street.newPage(), name, someDigits())
  await rudi.write('Saya mau bicara dengan admin')
  await row.click()
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await say('Halo kak')
  await expect(ours.last()).toHaveAttribute('data-status', 'read')
  await settled(page)
  const before = await rudi.heard.count()

  await test.step('without a network the page opens with what it had, and says how old it is', async () => {
    await office.setOffline(true)
    await page.reload()
    await expect(row).toHaveCount(1)
    await expect(ours.last()).toContainText('Halo kak')
    await expect(offline).toContainText('This is how it was 1 min ago')
    await expect(page.getByTestId('connection')).not.toHaveAttribute('data-state', 'live')
  })

  await test.step('what is written waits, also over another reload', async () => {
    for (const text of ['Satu', 'Dua', 'Tiga']) await say(text)
    await expect(ours).toHaveCount(4)
    await expect(offline).toContainText('3 messages wait')
    await page.reload()
    await expect(ours).toHaveCount(4)
    await expect(ours.last()).toContainText('Tiga')
  })

  await test.step('back again, all of it goes out once, in its order', async () => {
    await office.setOffline(false)
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    await expect(offline).toHaveCount(0)
    await expect(ours.last()).toHaveAttribute('data-status', 'read')
    await expect(rudi.heard).toHaveCount(before + 3)
    const heard = await rudi.heard.allTextContents()
    expect(heard.slice(-3).map((said) => /Satu|Dua|Tiga/.exec(said)?.[0])).toEqual([
      'Satu',
      'Dua',
      'Tiga',
    ])
  })

  await test.step('after signing out nothing is left to see without a network', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/login$/)
    await office.setOffline(true)
    await page.goto('/dashboard-agent')
    await expect(page).toHaveURL(/\/login$/)
    await expect(page.getByText(name)).toHaveCount(0)
    const kept = await page.evaluate(() => Object.keys(localStorage))
    expect(kept.filter((key) => /outbox|draft|entered/.test(key))).toEqual([])
  })
  await office.close()
  await street.close()
})
