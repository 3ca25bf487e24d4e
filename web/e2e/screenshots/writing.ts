import type { Page } from '@playwright/test'
import type { Scene, Screen } from './screens.ts'
import { answering, refusing } from './states.ts'

const chat = async (page: Page, { long }: Scene) => {
  await page.goto(`/dashboard-admin/chats/${long}`)
  await page.getByTestId('message').last().waitFor()
}
const items = [
  { id: '1', shortcut: 'halo', text: '{{greeting}} kak {{name}}, dengan {{agent}} di sini.' },
  { id: '2', shortcut: 'harga', text: 'Kaos polos ukuran L harganya 85.000, kak.' },
]
const prepared = (page: Page) => answering(page, '**/api/canned', 200, { items })

/** What the box where one writes can be, and what opens from it. */
export const writing: Screen[] = [
  {
    name: 'draft',
    who: 'admin',
    open: async (page, scene) => {
      await chat(page, scene)
      await page.getByTestId('composer').fill('Siap kak.\nSaya cek dulu ya,\nmohon ditunggu 🙏')
    },
  },
  {
    name: 'note',
    who: 'admin',
    open: async (page, scene) => {
      await chat(page, scene)
      await page.getByTestId('compose-note').click()
      await page.getByTestId('composer').fill('Sudah transfer, tinggal kirim')
    },
  },
  {
    name: 'prepared replies',
    who: 'admin',
    open: async (page, scene) => {
      await prepared(page)
      await chat(page, scene)
      await page.getByTestId('composer').fill('/')
      await page.getByTestId('canned-list').waitFor()
    },
  },
  {
    name: 'prepared replies managed',
    who: 'admin',
    open: async (page, scene) => {
      await prepared(page)
      await chat(page, scene)
      await page.getByTestId('canned-manage').click()
      await page.getByTestId('canned-add').waitFor()
    },
  },
  {
    name: 'prepared reply',
    who: 'admin',
    open: async (page, scene) => {
      await prepared(page)
      await chat(page, scene)
      await page.getByTestId('canned-manage').click()
      await page.getByTestId('canned-add').click()
      await page.getByTestId('canned-shortcut').fill('alamat')
      await page.getByTestId('canned-text').fill('{{greeting}} kak {{nama}}, toko kami di Bandung.')
    },
  },
  {
    name: 'emojis',
    who: 'admin',
    open: async (page, scene) => {
      await chat(page, scene)
      await page.getByTestId('emoji').click()
      await page.locator('emoji-picker').waitFor()
    },
  },
  {
    name: 'somebody wrote meanwhile',
    who: 'admin',
    open: async (page, scene) => {
      await refusing(page, '**/api/chats/messages', 409, 'unseen')
      await chat(page, scene)
      await page.getByTestId('composer').fill('Siap kak')
      await page.getByTestId('composer').press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
]
