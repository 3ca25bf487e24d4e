import { launch } from './browser.ts'
import { outputs } from './outputs.ts'
import { signIn } from './people.ts'
import { chats, phoneOf, write } from './scene.ts'

/** Where the README looks for it. */
const path = 'web/screenshot.png'

/** Plays a morning in a small shop on the running stack, and takes the dashboard's picture. */
for (const chat of chats) await write(chat)

const browser = await launch()
const context = await browser.newContext({
  baseURL: outputs.url,
  locale: 'en-GB',
  viewport: { width: 1440, height: 860 },
  deviceScaleFactor: 2,
})
const page = await context.newPage()
await signIn(page, 'admin')
const row = page.getByTestId('chat-row').filter({ hasText: 'Sari Wulandari' })
await row.click()
const bot = page.locator('[data-testid=message][data-sender=bot][data-status=read]').first()
await bot.waitFor({ timeout: 30_000 })
await page.getByRole('button', { name: 'Take', exact: true }).click()
await page.getByTestId('composer').fill('Ada kak, warna navy dan hitam. Mau saya simpankan satu?')
await page.getByTestId('composer').press('Enter')
await page.locator('[data-sender=agent][data-status=read]').waitFor({ timeout: 30_000 })
await write({
  from: phoneOf(0),
  name: 'Sari Wulandari',
  text: 'Mau yang navy kak, kirim ke Bandung ya',
})
await page.getByText('kirim ke Bandung').last().waitFor()
// The sidebar counts a little later.
await page.waitForTimeout(5000)
await page.screenshot({ path, animations: 'disabled' })
await browser.close()
