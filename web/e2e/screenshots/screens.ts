import type { Page } from '@playwright/test'
import { pageScreens } from './page-screens.ts'
import { answering, changing, failing, hanging, refusing } from './states.ts'
import { threadScreens } from './thread-screens.ts'
import { writing } from './writing.ts'

export interface Screen {
  name: string
  who: 'nobody' | 'admin' | 'agent'
  /** Brings the page there, and comes back when it is there. */
  open: (page: Page, scene: Scene) => Promise<unknown>
}

/** What the pictures are of. */
export interface Scene {
  /** A chat with one of everything, and one with several people. */
  long: string
  group: string
}

const lists = '**/api/chats?*'
const admin = '/dashboard-admin'
const rows = (page: Page) => page.getByTestId('chat-row').first().waitFor()
const bubbles = (page: Page) => page.getByTestId('message').last().waitFor()
const menuOfFirst = async (page: Page) => {
  await page.goto(admin).then(() => rows(page))
  await page.getByTestId('row-menu').first().press('Enter')
  await page.getByRole('dialog').waitFor()
}
const pressFor = async (page: Page, keys: string) => {
  await page.keyboard.press(keys)
  await page.getByRole('dialog').waitFor()
}
const signInWrongly = async (page: Page) => {
  await page.goto('/login')
  // A name of its own each time: who fails too often is locked out for a while.
  await page.locator('[name=username]').fill(`orang${Date.now() % 100_000}`)
  await page.locator('[name=password]').fill('something else')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
}

/** Every screen, in every state it can be in. A new one is a new line. */
export const screens: Screen[] = [
  {
    name: 'sign-in',
    who: 'nobody',
    open: async (page) => {
      await page.goto('/login')
      await page.locator('[name=username]').waitFor()
    },
  },
  { name: 'sign-in refused', who: 'nobody', open: signInWrongly },
  {
    name: 'sign-in new password',
    who: 'nobody',
    open: async (page) => {
      await refusing(page, '**/api/session', 403, 'new_password_required')
      await page.goto('/login')
      await page.locator('[name=username]').fill('ayu')
      await page.locator('[name=password]').fill('sementara1')
      await page.keyboard.press('Enter')
      await page.locator('[name=newPassword]').waitFor()
    },
  },
  {
    name: 'unreachable',
    who: 'admin',
    open: async (page) => {
      await page.route('**/api/session/refresh', (route) => route.abort())
      // Somebody was signed in, and nobody knows who: there is nothing to show them.
      await page.addInitScript(() => localStorage.setItem('balas.entered', 'null'))
      await page.goto('/login')
    },
  },
  { name: 'list', who: 'admin', open: (page) => page.goto(admin).then(() => rows(page)) },
  {
    name: 'list of an agent',
    who: 'agent',
    open: (page) => page.goto('/dashboard-agent').then(() => rows(page)),
  },
  {
    name: 'list of mine',
    who: 'admin',
    open: (page) => page.goto(`${admin}?view=mine`).then(() => rows(page)),
  },
  {
    name: 'list of closed ones',
    who: 'admin',
    open: (page) => page.goto(`${admin}?mode=closed`).then(() => rows(page)),
  },
  {
    name: 'list searched',
    who: 'admin',
    open: (page) => page.goto(`${admin}?q=kak`).then(() => rows(page)),
  },
  {
    name: 'list of who waits longest',
    who: 'admin',
    open: (page) =>
      page.goto(`${admin}?sort=waiting&mode=agent&assignee=none`).then(() => rows(page)),
  },
  {
    name: 'list with words found in threads',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}?q=kirim`)
      await page.getByTestId('said').first().waitFor()
    },
  },
  {
    name: 'filters',
    who: 'admin',
    open: async (page) => {
      await page.goto(`${admin}?unread=true`).then(() => rows(page))
      await page.getByTestId('filter').click()
      await page.getByTestId('filters').waitFor()
    },
  },
  { name: 'menu of a chat', who: 'admin', open: menuOfFirst },
  {
    name: 'chats selected',
    who: 'admin',
    open: async (page) => {
      await menuOfFirst(page)
      await page.getByRole('dialog').getByRole('button').nth(2).click()
      await page.getByTestId('chat-row').nth(2).click()
    },
  },
  {
    name: 'list where nothing is found',
    who: 'admin',
    open: (page) => page.goto(`${admin}?q=zzzz`),
  },
  {
    name: 'list of a new shop',
    who: 'admin',
    open: async (page) => {
      await answering(page, lists, 200, { items: [], cursor: null })
      await page.goto(admin)
    },
  },
  {
    name: 'list loading',
    who: 'admin',
    open: async (page) => {
      await hanging(page, lists)
      await page.goto(admin)
    },
  },
  {
    name: 'list that cannot be loaded',
    who: 'admin',
    open: async (page) => {
      await failing(page, lists)
      await page.goto(admin)
    },
  },
  ...threadScreens,
  ...writing,
  {
    name: 'health',
    who: 'admin',
    open: (page) => page.goto(`${admin}/health`).then(() => page.getByTestId('health').waitFor()),
  },
  {
    name: 'health of a channel that is set up otherwise',
    who: 'admin',
    open: async (page) => {
      const settings = { checkedAt: new Date().toISOString(), drift: ['no webhook'] }
      await changing(page, '**/api/health', (health: object) => ({ ...health, settings }))
      await page.goto(`${admin}/health`)
      await page.getByText('connect-whapi').waitFor()
    },
  },
  ...pageScreens,
  {
    name: 'channel lost',
    who: 'admin',
    open: async (page) => {
      const since = new Date(Date.now() - 600_000).toISOString()
      const channel = { state: 'disconnected', code: 'QR', since, checkedAt: since }
      await changing(page, '**/api/counts', (body: object) => ({ ...body, channel }))
      await page.goto(admin)
      await page.getByTestId('channel-lost').waitFor()
    },
  },
  {
    name: 'offline',
    who: 'admin',
    open: async (page, { long }) => {
      await page.goto(`${admin}/chats/${long}`)
      await bubbles(page)
      await page.context().setOffline(true)
      await page.getByTestId('offline').waitFor()
    },
  },
  {
    name: 'keyboard shortcuts',
    who: 'admin',
    open: async (page) => {
      await page.goto(admin)
      await rows(page)
      await pressFor(page, '?')
    },
  },
  {
    name: 'command bar',
    who: 'admin',
    open: async (page) => {
      await page.goto(admin)
      await rows(page)
      await pressFor(page, 'ControlOrMeta+k')
      await page.getByRole('dialog').getByRole('combobox').fill('s')
    },
  },
]
