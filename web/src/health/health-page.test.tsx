import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Health } from '../../../shared/health.ts'
import { type Answer, type Asked, network, refused } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { wellHealth } from '../test/well-health.ts'
import { forgetHealth } from './health.ts'
import { HealthPage } from './health-page.tsx'

let calls: Asked[]
let answers: Record<string, Answer>
const settings = { agentsSeeUnassigned: true, reopenAs: 'bot', readReceipts: 'on-open' }
const asked = (address: string) => calls.filter((it) => it.address === address)
const part = (name: string) => screen.getByRole('region', { name })

async function open(health: Partial<Health> = {}) {
  answers['GET /api/health'] = [200, { ...wellHealth, ...health }]
  await show(<HealthPage />)
  await screen.findByRole('region', { name: 'Settings' })
}

beforeEach(() => {
  signedIn({ role: 'admin' })
  forgetHealth()
  answers = {
    'GET /api/parked': [200, { items: [], cursor: null }],
    'GET /api/settings': [200, settings],
    'PATCH /api/settings': [200, { ...settings, readReceipts: 'never' }],
  }
  calls = network(({ address }) => answers[address] ?? refused(404, 'not_found'))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a healthy shop is told so, with the figures', async () => {
  await open({ ignored: { stories: 7, 'odd things': 1 } })
  expect(screen.getByText(/^All is well/)).toBeTruthy()
  expect(part('Comparison with WhatsApp').textContent).toMatch(/all 41 were there/)
  expect(part('Left out on purpose').textContent).toMatch(/Status stories7odd things1.*12 of 30/)
})

test('a lost number shows what to scan and what to do', async () => {
  const qr = { image: 'data:image/png;base64,AAAA', expiresAt: '2026-11-21T10:00:00.000Z' }
  await open({ channel: { ...wellHealth.channel, state: 'disconnected', code: 'QR', qr } })
  expect(screen.getByText(/^One thing needs you/)).toBeTruthy()
  expect(part('WhatsApp').textContent).toMatch(/Linked devices/)
  expect(within(part('WhatsApp')).getByRole('img').getAttribute('src')).toBe(qr.image)
})

test.each([
  ['402', /unpaid/],
  ['401', /panel.*scan/],
  ['404', /token/],
  ['LAUNCH', /Wait a few minutes/],
])('of the provider’s word %s is made what to do', async (code, words) => {
  await open({ channel: { ...wellHealth.channel, state: 'disconnected', code } })
  expect(part('WhatsApp').textContent).toMatch(words)
})

test('failed jobs are tried again with one press', async () => {
  answers['POST /api/queues/outbound/replay'] = [200, { replayed: 2 }]
  const { bot } = wellHealth.queues
  await open({ queues: { bot, outbound: { waiting: 0, failed: 2 } } })
  fireEvent.click(within(part('Going out')).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('2 are on their way again.')).toBeTruthy()
  await waitFor(() => expect(asked('GET /api/health')).toHaveLength(2))
})

test('a parked delivery tells why, shows what came, and says what became of another try', async () => {
  const item = {
    id: 'p1',
    reason: 'message: "id" is missing',
    receivedAt: '2026-11-21T09:00:00.000Z',
    path: '/webhook/whapi',
    body: '{"messages":[{}]}',
  }
  answers['GET /api/parked'] = [200, { items: [item], cursor: null }]
  answers['POST /api/parked/p1/replay'] = [200, { stored: 1, parked: 0 }]
  await open({ parked: 1 })
  const parked = within(await screen.findByTestId('parked'))
  expect(parked.queryByText(/"messages"/)).toBeNull()
  fireEvent.click(parked.getByRole('button', { name: 'Show what came' }))
  expect(parked.getByText(/"messages"/)).toBeTruthy()
  fireEvent.click(parked.getByRole('button', { name: 'Try again' }))
  expect(await parked.findByText('One message stored.')).toBeTruthy()
  expect(parked.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('what the shop decides is kept at once', async () => {
  await open()
  const receipts = await screen.findByLabelText('Customers see blue ticks')
  fireEvent.change(receipts, { target: { value: 'never' } })
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(asked('PATCH /api/settings')).toMatchObject([{ body: { readReceipts: 'never' } }])
})

test('who comes back to the page sees how it is now', async () => {
  await open()
  answers['GET /api/health'] = [200, { ...wellHealth, unknown: 2 }]
  fireEvent.focus(window)
  expect(await screen.findByText(/Of 2 messages nobody knows/)).toBeTruthy()
})

test('when it cannot be asked, that is said', async () => {
  await show(<HealthPage />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/not here/)
})
