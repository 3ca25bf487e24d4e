import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../shared/example.ts'
import { freshToken, restore, signIn, signOut, useSession } from './session.ts'
import { network, refused } from './test/network.ts'
import { signedIn } from './test/signed-in.ts'

const answer = (accessToken: string) => ({ accessToken, expiresIn: 900, user: eg.user() })
const token = () => {
  const session = useSession.getState()
  return session.state === 'in' ? session.accessToken : session.state
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  useSession.setState({ state: 'restoring' }, true)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const wasHere = () => localStorage.setItem('balas.entered', '1')

test('a first visit starts at the sign-in, and asks nobody', async () => {
  const calls = network(() => [200, answer('token1')])
  await restore()
  expect(token()).toBe('out')
  expect(calls).toEqual([])
})

test('a reload stays signed in by the cookie, and no token is kept in the browser', async () => {
  network(() => [200, answer('token1')])
  await signIn({ username: 'agent', password: 'agent123' })
  useSession.setState({ state: 'restoring' }, true)
  await restore()
  expect(token()).toBe('token1')
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token1')
})

test('without a cookie one starts signed out; without a network one is told so', async () => {
  wasHere()
  network(() => refused(401, 'not_signed_in'))
  await restore()
  expect(token()).toBe('out')
  wasHere()
  useSession.setState({ state: 'restoring' }, true)
  network(() => 'lost')
  await restore()
  expect(token()).toBe('unreachable')
})

test('without a network whoever was signed in here opens what they had, and is signed in once it is back', async () => {
  network(() => [200, answer('token1')])
  await signIn({ username: 'agent', password: 'agent123' })
  useSession.setState({ state: 'restoring' }, true)
  network(() => 'lost')
  await restore()
  expect(useSession.getState()).toMatchObject({ state: 'in', user: eg.user(), accessToken: '' })
  network(() => [200, answer('token2')])
  expect(await freshToken()).toBe('token2')
})

test('nobody waits long for a network that does not answer; a refusal that comes late still holds', async () => {
  network(() => [200, answer('token1')])
  await signIn({ username: 'agent', password: 'agent123' })
  useSession.setState({ state: 'restoring' }, true)
  let refuse = () => {}
  network(() => new Promise((resolve) => (refuse = () => resolve(refused(401, 'not_signed_in')))))
  const restored = restore()
  await vi.advanceTimersByTimeAsync(3_000)
  await restored
  expect(useSession.getState().state).toBe('in')
  refuse()
  await vi.advanceTimersByTimeAsync(0)
  expect(useSession.getState().state).toBe('out')
})

test('the token is renewed before it runs out', async () => {
  network(({ address }) => [200, answer(address.endsWith('/refresh') ? 'token2' : 'token1')])
  await signIn({ username: 'agent', password: 'agent123' })
  expect(token()).toBe('token1')
  await vi.advanceTimersByTimeAsync(14 * 60_000)
  expect(token()).toBe('token2')
})

test('whoever needs a token that lasts gets a new one when the old is nearly over', async () => {
  network(() => [200, answer('token2')])
  signedIn()
  expect(await freshToken()).toBe('token1')
  vi.setSystemTime(Date.now() + 14.5 * 60_000)
  expect(await freshToken()).toBe('token2')
})

test('signing out is at once, and a cut-off one is finished at the next visit', async () => {
  signedIn()
  network(() => 'lost')
  const leaving = signOut()
  expect(token()).toBe('out')
  await leaving
  const calls = network(() => [200, {}])
  await restore()
  expect(calls).toMatchObject([{ address: 'DELETE /api/session' }])
  expect(token()).toBe('out')
})

test('signing out in one tab signs out the others', () => {
  signedIn()
  window.dispatchEvent(new StorageEvent('storage', { key: 'balas.leaving', newValue: '1' }))
  expect(token()).toBe('out')
})
