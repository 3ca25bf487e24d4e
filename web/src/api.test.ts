import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { contract } from '../../shared/contract.ts'
import * as eg from '../../shared/example.ts'
import { call } from './api.ts'
import { useSession } from './session.ts'
import { network, refused } from './test/network.ts'
import { signedIn } from './test/signed-in.ts'

beforeEach(() => void signedIn())
afterEach(() => vi.unstubAllGlobals())

const renewed = { accessToken: 'token2', expiresIn: 900, user: eg.user() }

test('the address is filled in from the fields, and the rest goes into the query or the body', async () => {
  const calls = network(({ address }) =>
    address.startsWith('GET') ? [200, { items: [], cursor: null }] : [200, { chat: eg.chat() }],
  )
  await call(contract.listMessages, { chatId: 'a/b c', limit: 5 })
  await call(contract.markRead, { chatId: 'chat1', seq: 7 })
  expect(calls).toMatchObject([
    { address: 'GET /api/chats/a%2Fb%20c/messages', authorization: 'Bearer token1' },
    { address: 'PUT /api/chats/chat1/read', body: { seq: 7 } },
  ])
  expect(calls[0]?.query.toString()).toBe('limit=5')
})

test('a token that has run out is renewed once for all who wait, and the calls are repeated', async () => {
  const calls = network(({ address, authorization }) => {
    if (address === 'POST /api/session/refresh') return [200, renewed]
    return authorization === 'Bearer token2' ? [200, eg.user()] : refused(401, 'not_signed_in')
  })
  await Promise.all([call(contract.me, {}), call(contract.me, {})])
  const renewals = calls.filter(({ address }) => address.endsWith('/refresh'))
  expect([calls.length, renewals.length]).toEqual([5, 1])
})

test('whoever is refused after a renewal is refused; there is no second try', async () => {
  const calls = network(({ address }) =>
    address.endsWith('/refresh') ? [200, renewed] : refused(401, 'not_signed_in'),
  )
  await expect(call(contract.me, {})).rejects.toMatchObject({ status: 401 })
  expect(calls).toHaveLength(3)
})

test('a renewal that is refused signs out', async () => {
  network(() => refused(401, 'not_signed_in'))
  await expect(call(contract.me, {})).rejects.toMatchObject({ status: 401 })
  expect(useSession.getState()).toEqual({ state: 'out' })
})

test('a renewal that got no answer signs nobody out', async () => {
  network(({ address }) => (address.endsWith('/refresh') ? 'lost' : refused(401, 'not_signed_in')))
  await expect(call(contract.me, {})).rejects.toMatchObject({ status: 0 })
  expect(useSession.getState().state).toBe('in')
})

test('a failure carries what the server said about it', async () => {
  network(() => refused(409, 'taken', { assigneeName: 'Ayu' }))
  await expect(call(contract.me, {})).rejects.toMatchObject({
    status: 409,
    problem: { code: 'taken', assigneeName: 'Ayu' },
  })
})

test.each([
  ['an answer that is no problem of ours', 500, 'Bad gateway', 'malformed'],
  ['a success of the wrong shape', 200, { name: 1 }, 'malformed'],
])('%s is malformed', async (_, status, body, code) => {
  network(() => [status, body])
  await expect(call(contract.me, {})).rejects.toMatchObject({ problem: { code } })
})
