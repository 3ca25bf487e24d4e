import type { Page } from '@playwright/test'
import type { Receipt } from '../../../shared/erasure.ts'
import type { Screen } from './screens.ts'
import { answering, failing, hanging } from './states.ts'

const admin = '/dashboard-admin'
const bubbles = (page: Page) => page.getByTestId('message').last().waitFor()

/** On a phone the thread is not beside it. */
const openCustomer = async (page: Page, chatId: string) => {
  await page.goto(`${admin}/chats/${chatId}/customer`)
  await page.getByRole('button', { name: 'Unduh salinan' }).waitFor()
}
const toErase = async (page: Page, chatId: string) => {
  await openCustomer(page, chatId)
  await page.getByRole('button', { name: 'Hapus …' }).click()
}

/** What the server says when a customer was erased; nothing of this shop is. */
function receiptOf(id: string): Receipt {
  const at = new Date().toISOString()
  const recoverableUntil = new Date(Date.now() + 35 * 24 * 3_600_000).toISOString()
  const counted = { chats: 1, messages: 128, parked: 0, rows: 2 }
  return { id, by: 'admin', startedAt: at, erasedAt: at, done: true, ...counted, recoverableUntil }
}

/** A chat that is open, and whom it is with. */
export const threadScreens: Screen[] = [
  {
    name: 'thread',
    who: 'admin',
    open: (page, { long }) => page.goto(`${admin}/chats/${long}`).then(() => bubbles(page)),
  },
  {
    name: 'thread further up',
    who: 'admin',
    open: async (page, { long }) => {
      await page.goto(`${admin}/chats/${long}`)
      await bubbles(page)
      await page.getByTestId('thread').evaluate((it) => it.scrollBy(0, -2500))
    },
  },
  {
    name: 'thread of a group',
    who: 'admin',
    open: (page, { group }) => page.goto(`${admin}/chats/${group}`).then(() => bubbles(page)),
  },
  {
    name: 'thread loading',
    who: 'admin',
    open: async (page, { long }) => {
      await hanging(page, `**/api/chats/${long}`)
      await page.goto(`${admin}/chats/${long}`)
    },
  },
  {
    name: 'thread that cannot be loaded',
    who: 'admin',
    open: async (page, { long }) => {
      await failing(page, `**/api/chats/${long}`)
      await page.goto(`${admin}/chats/${long}`)
      await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
    },
  },
  {
    name: 'thread that is not there',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}/chats/none`)
      await page.getByRole('link', { name: 'Kembali ke daftar chat' }).waitFor()
    },
  },
  {
    name: 'message menu',
    who: 'admin',
    open: async (page, { long }) => {
      await page.goto(`${admin}/chats/${long}`)
      await bubbles(page)
      await page.getByTestId('message-menu').last().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'customer',
    who: 'admin',
    open: (page, { long }) => openCustomer(page, long),
  },
  { name: 'customer to be erased', who: 'admin', open: (page, { long }) => toErase(page, long) },
  {
    name: 'customer erased',
    who: 'admin',
    open: async (page, { long }) => {
      await answering(page, '**/api/customers/*', 200, receiptOf(long))
      await toErase(page, long)
      const asked = await page.getByText(/ketik “/).textContent()
      await page.getByLabel(/ketik “/).fill(/“(.+)”/.exec(asked ?? '')?.[1] ?? '')
      await page.keyboard.press('Enter')
      await page.getByTestId('erased').waitFor()
    },
  },
]
