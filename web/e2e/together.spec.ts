import { type Browser, expect, type Page, type Route } from '@playwright/test'
import { test } from './browser.ts'
import { customer, signIn, someDigits } from './people.ts'
import { sim } from './sim.ts'

const rowOf = (page: Page, name: string) => page.getByTestId('chat-row').filter({ hasText: name })
const said = (page: Page, text: string) => page.getByTestId('message').filter({ hasText: text })

async function enter(browser: Browser, role: 'admin' | 'agent', width = 1440) {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    locale: 'id-ID',
  })
  const page = await context.newPage()
  await signIn(page, role)
  return page
}

test('in Indonesian and on a phone: the bot hands over, two reach for the chat, an admin watches, and nobody answers blindly', async ({
  browser,
}) => {
  const name = `Wulan ${Date.now() % 10_000}`
  const from = someDigits()
  const write = (text: string) => sim('messages', { from, name, text })
  const admin = await enter(browser, 'admin')
  const agent = await enter(browser, 'agent', 390)

  await test.step('whoever asks for a person is handed over, and the bot says so', async () => {
    await write('Mau bicara dengan admin kak')
    for (const page of [admin, agent]) {
      await expect(rowOf(page, name)).toHaveAttribute('data-mode', 'agent')
      await rowOf(page, name).click()
    }
    await expect(agent.locator('[data-testid=message][data-sender=bot]')).toHaveCount(1)
  })

  await test.step('of two who take it at the same time one has it, and the other is told who', async () => {
    // Both have reached for it before either is answered.
    let reached = () => {}
    const late = new Promise<void>((resolve) => {
      reached = resolve
    })
    await admin.route('**/api/chats/*', async (route) => {
      reached()
      await expect(agent.getByRole('button', { name: 'Lepas', exact: true })).toBeVisible()
      await route.continue()
    })
    await agent.route('**/api/chats/*', async (route) => {
      await late
      await route.continue()
    })
    const take = (page: Page) => page.getByRole('button', { name: 'Ambil', exact: true }).click()
    await Promise.all([take(admin), take(agent)])
    await expect(admin.getByText('Putri Maharani sudah menangani chat ini.')).toBeVisible()
    for (const page of [admin, agent]) await page.unroute('**/api/chats/*')
    await expect(agent.getByRole('button', { name: 'Lepas', exact: true })).toBeVisible()
  })

  await test.step('who answers before seeing the customer’s newest words is asked, and sends once', async () => {
    const answer = async (route: Route) => {
      await write('Eh, yang warna merah saja')
      await expect(said(admin, 'warna merah')).toBeVisible()
      await route.continue()
    }
    await agent.route('**/api/chats/messages', answer, { times: 1 })
    await agent.getByTestId('composer').fill('Siap, yang hitam kami kirim')
    await agent.getByTestId('composer').press('Enter')
    await expect(agent.getByRole('alert')).toContainText('Ada yang menulis barusan')
    await expect(said(agent, 'warna merah')).toBeVisible()
    await expect(said(admin, 'yang hitam kami kirim')).toHaveCount(0)
    await agent.getByRole('button', { name: 'Tetap kirim' }).click()
    await expect(said(agent, 'yang hitam kami kirim')).toHaveAttribute('data-status', 'read')
  })

  await test.step('the admin saw it all without touching a key', async () => {
    await expect(said(admin, 'yang hitam kami kirim')).toHaveCount(1)
    await expect(said(admin, 'yang hitam kami kirim')).toHaveAttribute('data-status', 'read')
  })
  for (const page of [admin, agent]) await page.context().close()
})

test('a connection that is cut twenty times loses nothing, and doubles nothing', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const name = `Yanti ${Date.now() % 10_000}`
  const digits = someDigits()
  const context = await browser.newContext({
    // So high that all of the thread is in sight.
    viewport: { width: 1440, height: 4_000 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const cuts: (() => Promise<unknown>)[] = []
  await page.routeWebSocket(/\/ws/, (socket) => {
    const server = socket.connectToServer()
    cuts.push(() => Promise.all([socket.close(), server.close()]))
  })
  await signIn(page, 'agent')
  const yanti = await customer(await context.newPage(), name, digits)
  await yanti.write('Mau bicara dengan admin')
  await rowOf(page, name).click()
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toBeVisible()
  const heardBefore = await yanti.heard.count()

  for (let cut = 1; cut <= 20; cut++) {
    await expect(page.getByTestId('connection')).toHaveAttribute('data-state', 'live')
    const connected = cuts.length
    await cuts.at(-1)?.()
    await sim('messages', { from: digits, name, text: `Pesan ke ${cut}.` })
    await expect.poll(() => cuts.length).toBeGreaterThan(connected)
    if (cut % 4 > 0) continue
    await expect(said(page, `Pesan ke ${cut}.`)).toHaveCount(1)
    await page.getByTestId('composer').fill(`Jawaban ke ${cut}.`)
    await page.getByTestId('composer').press('Enter')
    await expect(said(page, `Jawaban ke ${cut}.`)).toHaveAttribute('data-status', 'read')
  }
  expect(cuts.length).toBeGreaterThan(20)
  await expect(said(page, 'Pesan ke 20.')).toHaveCount(1)
  const texts = await page
    .locator('[data-testid=message][data-sender=customer]')
    .evaluateAll((all) => all.map((it) => it.textContent?.match(/Pesan ke (\d+)\./)?.[1]))
  expect(texts.filter(Boolean)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 1)))
  await expect(yanti.heard).toHaveCount(heardBefore + 5)
  await context.close()
})
