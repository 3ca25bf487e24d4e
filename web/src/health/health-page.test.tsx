import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Health } from '../../../shared/health.ts'
import { type Answer, type Asked, network, refused } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { wellHealth } from '../test/well-health.ts'
import { speak } from '../text/language.ts'
import { forgetHealth } from './health.ts'
import { HealthPage } from './health-page.tsx'

let calls: Asked[]
let answers: Record<string, Answer>
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
  expect(part('Comparison with WhatsApp').textContent).toMatch(/all 41 were here/)
  expect(part('Left out on purpose').textContent).toMatch(/Status stories7odd things1.*12 of 30/)
  expect(part('Going out').dataset.well).toBe('true')
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

test.each([
  ['no webhook', /nothing leads to Balas.*connect-whapi.*no webhook/],
  ['drops what is late', /set up otherwise.*connect-whapi.*drops what is late/],
])('of settings at the provider that are wrong (%s) is made what to do', async (drift, words) => {
  await open({ settings: { checkedAt: '2026-11-21T09:00:00.000Z', drift: [drift] } })
  expect(part('WhatsApp').textContent).toMatch(words)
  expect(part('WhatsApp').dataset.well).toBe('false')
})

test('failed jobs are tried again with one press', async () => {
  answers['POST /api/queues/outbound/replay'] = [200, { replayed: 2 }]
  const { bot } = wellHealth.queues
  await open({ queues: { bot, outbound: { waiting: 0, failed: 2 } } })
  expect(part('Going out').textContent).toMatch(/2 stuck/)
  fireEvent.click(within(part('Going out')).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('2 are on their way again.')).toBeTruthy()
  await waitFor(() => expect(asked('GET /api/health')).toHaveLength(2))
})

test('while nobody knows of WhatsApp it is said that it is being asked', async () => {
  const unheard = { state: 'unknown', code: '', since: null, checkedAt: null } as const
  await open({ channel: unheard })
  expect(part('WhatsApp').textContent).toMatch(/asking now/)
  expect(screen.queryByText(/All is well/)).toBeNull()
  await open({ channel: { ...unheard, checkedAt: '2026-11-21T09:00:00.000Z' } })
  fireEvent.focus(window)
  await waitFor(() => expect(part('WhatsApp').textContent).toMatch(/did not answer/))
})

test('the provider’s own word is there for an engineer only', async () => {
  await open({ channel: { ...wellHealth.channel, state: 'disconnected', code: '402' } })
  const word = screen.getByText(/402/)
  expect(word.closest('details')?.open).toBe(false)
})

test('what waits is counted where its age comes from, and is not called well', async () => {
  const oldestUnsentAt = new Date(Date.now() - 5.9 * 60_000).toISOString()
  await open({ unsent: 3, oldestUnsentAt })
  const out = part('Going out')
  expect(out.textContent).toMatch(/3 waiting.*waiting for 5 min/)
  expect(out.dataset.well).toBeUndefined()
})

test.each([
  ['id', /Pengiriman/, /Pesan dari.*Di WhatsApp/],
  ['en', /Going out/, /Messages of.*At WhatsApp/],
] as const)('in %s the page is in that language', async (language, title, run) => {
  await open()
  await act(() => speak(language))
  const { textContent } = screen.getByTestId('health')
  expect(textContent).toMatch(title)
  expect(textContent).toMatch(run)
})

test('a message that needs somebody names its customer, its age, what helps, and leads to its chat', async () => {
  const sentAt = new Date(Date.now() - 3.5 * 3600_000).toISOString()
  const message = { chatId: 'c 1', customer: { name: 'Sari W', phone: null }, sentAt }
  await open({
    unknown: 1,
    failed: 1,
    undecided: [
      { ...message, messageId: 'm1', status: 'unknown' },
      {
        ...message,
        customer: { name: '', phone: '+6281200000001' },
        messageId: 'm2',
        status: 'failed',
        error: { code: 'not_on_whatsapp', message: 'recipient unknown' },
      },
    ],
  })
  const [unknown, failed] = screen.getAllByTestId('undecided')
  expect(unknown?.textContent).toMatch(/Sari W.*3 hrs? ago.*nobody knows.*shop’s phone/)
  const link = within(unknown as HTMLElement).getByRole('link', {
    name: 'Open the chat with Sari W',
  })
  expect(link.getAttribute('href')).toMatch(/chats\/c%201$/)
  expect(failed?.textContent).toMatch(/812.*Not sent.*not on WhatsApp. Check the number/)
  expect(
    within(failed as HTMLElement)
      .getByText(/recipient unknown/)
      .closest('details'),
  ).toBeTruthy()
})

test('why a comparison failed is told in plain words, and an old one in its own', async () => {
  const [last] = wellHealth.ledger
  const failed = { ...last, problem: 'HTTP 503' } as Health['ledger'][0]
  await open({ ledger: [{ ...failed, cause: { code: 'provider_error' } }] })
  expect(part('Comparison with WhatsApp').textContent).toMatch(/did not answer.*half an hour/)
  expect(screen.getByText('HTTP 503').closest('details')).toBeTruthy()
  cleanup()
  forgetHealth()
  await open({ ledger: [failed] })
  expect(part('Comparison with WhatsApp').textContent).toMatch(/did not work. HTTP 503/)
})

test('what the shop decides is a page away', async () => {
  await open()
  expect(within(part('Settings')).getByRole('link').getAttribute('href')).toMatch(/settings$/)
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
