import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { emptyInbox } from '../inbox/apply.ts'
import { forgetLists, loadChats } from '../inbox/lists.ts'
import { forgetSync, resync } from '../inbox/resync.ts'
import { useInbox } from '../inbox/store.ts'
import { restore, signOut, useSession } from '../session.ts'
import { network } from '../test/network.ts'
import { signedIn } from '../test/signed-in.ts'
import type { Files } from './files.ts'

beforeEach(() => {
  localStorage.clear()
  forgetLists()
  forgetSync()
  useInbox.setState(emptyInbox, true)
  document.body.innerHTML = ''
})
afterEach(() => {
  vi.resetModules()
  delete window.asked
})

const session = { accessToken: 'token1', expiresIn: 900, user: eg.user() }
const page = { items: [eg.chat()], cursor: null, sight: { unassigned: true, rev: 0 } }

/** What the page does before the app is here. */
async function open(path: string) {
  history.replaceState({}, '', path)
  const files: Files = {
    words: { en: ['/assets/en.js'] },
    inbox: ['/assets/inbox.js'],
    thread: [],
  }
  const told = Object.assign(document.createElement('script'), {
    type: 'application/json',
    id: 'files',
    textContent: JSON.stringify(files),
  })
  document.head.replaceChildren(told)
  const calls = network(({ address }) => [200, address.startsWith('POST') ? session : page])
  await import('./early.ts')
  return calls
}

test('whoever was here is let in and sees the list, each asked for once, before the app is here', async () => {
  localStorage.setItem('balas.entered', JSON.stringify(eg.user()))
  useSession.setState({ state: 'restoring' }, true)
  const calls = await open('/dashboard-agent')
  await restore()
  await loadChats({ view: 'all' })
  expect(useSession.getState()).toMatchObject({ state: 'in', accessToken: 'token1' })
  expect(Object.keys(useInbox.getState().chats)).toEqual(['chat1'])
  expect(calls.map(({ address, authorization }) => [address, authorization])).toEqual([
    ['POST /api/session/refresh', null],
    ['GET /api/chats', 'Bearer token1'],
  ])
  expect(document.head.innerHTML).toContain('/assets/inbox.js')
})

test('what came with the list is not asked for again when the news begin, only what changed since', async () => {
  signedIn()
  const calls = network(() => [200, page])
  await loadChats({ view: 'all' })
  await resync()
  expect(calls.map(({ query }) => query.has('since'))).toEqual([false, true])
})

test('a stranger is asked for nothing, and sees the sign-in in the right colours', async () => {
  localStorage.setItem('balas.theme', 'dark')
  const calls = await open('/login')
  expect(calls).toEqual([])
  expect(document.documentElement.className).toBe('dark')
  expect(document.head.innerHTML).toContain('/assets/en.js')
})

test('what was asked for somebody is not shown to whoever comes after them', async () => {
  localStorage.setItem('balas.entered', JSON.stringify(eg.user()))
  useSession.setState({ state: 'restoring' }, true)
  const calls = await open('/dashboard-agent')
  await restore()
  await signOut()
  signedIn({ id: 'user2' }, 'token2')
  await loadChats({ view: 'all' })
  expect(calls.at(-1)).toMatchObject({ address: 'GET /api/chats', authorization: 'Bearer token2' })
})
