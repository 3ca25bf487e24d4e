import type { Page } from '@playwright/test'
import type { Screen } from './screens.ts'
import { answering, changing, failing, hanging } from './states.ts'

const admin = '/dashboard-admin'
const openNumbers = async (page: Page) => {
  await page.goto(`${admin}/numbers`)
  await page.getByTestId('hours').waitFor()
}
const users = (page: Page) => page.getByTestId('user').first().waitFor()

/** The pages beside the inbox, and the inbox of a new shop. */
export const pageScreens: Screen[] = [
  {
    name: 'team',
    who: 'admin',
    open: (page) => page.goto(`${admin}/team`).then(() => users(page)),
  },
  {
    name: 'team new person',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}/team`)
      await users(page)
      await page.getByRole('button', { name: 'Orang baru' }).click()
    },
  },
  {
    name: 'team one person',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}/team`)
      await users(page)
      await page.getByTestId('user').last().getByRole('button').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'team that cannot be loaded',
    who: 'admin',
    open: async (page) => {
      await failing(page, '**/api/users')
      await page.goto(`${admin}/team`)
    },
  },
  {
    name: 'team for an agent',
    who: 'agent',
    open: (page) => page.goto('/dashboard-agent/team'),
  },
  {
    name: 'settings',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}/settings`)
      await page.getByLabel('Toko punya jam buka').check()
      await page.locator('summary').first().click()
      await page.getByLabel('Coba').fill('Berapa harga kaos?')
    },
  },
  {
    name: 'settings loading',
    who: 'admin',
    open: async (page) => {
      await hanging(page, '**/api/settings')
      await page.goto(`${admin}/settings`)
    },
  },
  {
    name: 'numbers',
    who: 'admin',
    open: (page) => openNumbers(page).then(() => page.getByText('Sebagai tabel').click()),
  },
  {
    name: 'numbers what is behind one',
    who: 'admin',
    open: async (page) => {
      await openNumbers(page)
      await page.getByText('Setiap balasan dari orang').click()
      await page.getByTestId('number-row').first().waitFor()
    },
  },
  {
    name: 'numbers of an empty day',
    who: 'admin',
    open: (page) =>
      page
        .goto(`${admin}/numbers?day=2021-03-04`)
        .then(() => page.getByTestId('no-numbers').waitFor()),
  },
  {
    name: 'numbers loading',
    who: 'admin',
    open: async (page) => {
      await hanging(page, '**/api/numbers')
      await page.goto(`${admin}/numbers`)
      await page.getByRole('heading', { name: 'Angka' }).waitFor()
    },
  },
  {
    name: 'profile',
    who: 'agent',
    open: (page) =>
      page
        .goto('/dashboard-agent/profile')
        .then(() => page.locator('[name=newPassword]').waitFor()),
  },
  {
    name: 'first run',
    who: 'admin',
    open: async (page) => {
      const modes = { bot: 0, agent: 0, paused: 0, closed: 0 }
      await answering(page, '**/api/chats?*', 200, { items: [], cursor: null })
      await changing(page, '**/api/counts', (body: object) => ({ ...body, modes, all: 0 }))
      await page.goto(admin)
      await page.getByTestId('first-run').filter({ visible: true }).waitFor()
    },
  },
]
