import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BotTexts } from '../../../shared/answering/texts.ts'
import { usualHours } from '../../../shared/hours.ts'
import type { Settings } from '../../../shared/settings.ts'
import { type Asked, network, refused } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { SettingsPage } from './settings-page.tsx'

const words = (text: string) => ({ id: text, en: `${text} (en)` })
const reply = (keyword: string, text: string) => ({
  keywords: { id: [keyword], en: [`${keyword}-en`] },
  text: words(text),
})
const usual: BotTexts = {
  canned: [{ name: 'price', ...reply('harga', 'Harga menyusul') }],
  fallback: words('Terima kasih'),
  handover: reply('admin', 'Tim segera membalas'),
  back: reply('bot', 'Bot kembali'),
  away: words('Kami tutup'),
  instructions: 'Be brief',
}
let calls: Asked[]
let settings: Settings
let texts: BotTexts
let refusal: ReturnType<typeof refused> | undefined
const asked = (address: string) => calls.filter((it) => it.address === address).map((it) => it.body)
const part = (name: string) => within(screen.getByRole('region', { name }))
const section = (name: string) => within(screen.getByRole('group', { name }))
const write = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

beforeEach(async () => {
  signedIn({ role: 'admin' })
  settings = {
    agentsSeeUnassigned: true,
    reopenAs: 'bot',
    readReceipts: 'on-open',
    language: 'id',
    hours: null,
  }
  texts = structuredClone(usual)
  refusal = undefined
  calls = network(({ address, body }) => {
    if (refusal && address.startsWith('PATCH')) return refusal
    if (address === 'PATCH /api/settings') settings = { ...settings, ...(body as object) }
    if (address === 'PATCH /api/settings/bot')
      for (const [name, text] of Object.entries(body as object))
        Object.assign(texts, { [name]: text ?? usual[name as keyof BotTexts] })
    if (address.endsWith('/bot')) return [200, address.startsWith('GET') ? { texts, usual } : texts]
    return [200, settings]
  })
  await show(<SettingsPage />)
  await screen.findByRole('region', { name: 'Bot' })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what holds for all chats is kept at once', async () => {
  write(screen.getByLabelText('Customers see blue ticks'), 'never')
  expect(await part('Chats').findByText('Saved')).toBeTruthy()
  expect(asked('PATCH /api/settings')).toEqual([{ readReceipts: 'never' }])
})

test('opening hours start from the usual ones, are changed day by day, and kept together', async () => {
  const hours = part('Opening hours')
  fireEvent.click(hours.getByLabelText('The shop has opening hours'))
  expect(hours.getByText('Not saved yet')).toBeTruthy()
  fireEvent.click(hours.getByLabelText('Open on Sunday'))
  write(hours.getByLabelText('Saturday: closes at'), '02:00')
  expect(hours.getByText('the next day')).toBeTruthy()
  fireEvent.click(hours.getByRole('button', { name: 'Save' }))
  expect(await hours.findByText('Saved')).toBeTruthy()
  const days = [
    ...usualHours.days.slice(0, 5),
    { from: '09:00', to: '02:00' },
    { from: '09:00', to: '17:00' },
  ]
  expect(asked('PATCH /api/settings')).toEqual([{ hours: { timeZone: 'Asia/Jakarta', days } }])
})

test('a time that is missing is named before anything is sent', async () => {
  const hours = part('Opening hours')
  fireEvent.click(hours.getByLabelText('The shop has opening hours'))
  write(hours.getByLabelText('Monday: opens at'), '')
  fireEvent.click(hours.getByRole('button', { name: 'Save' }))
  expect((await hours.findByRole('alert')).textContent).toMatch(/when you open/)
  expect(asked('PATCH /api/settings')).toEqual([])
})

test('a text is tried before it is kept, and goes back to the usual', async () => {
  const fallback = section('When nothing fits')
  write(fallback.getByLabelText('Answer in Indonesian'), 'Sebentar ya')
  write(screen.getByLabelText('Try it'), 'SKU 4411')
  expect(screen.getByTestId('bot-answer').textContent).toBe('Sebentar ya')
  expect(asked('PATCH /api/settings/bot')).toEqual([])
  fireEvent.click(fallback.getByRole('button', { name: 'Save' }))
  expect(await fallback.findByText('Saved')).toBeTruthy()
  fireEvent.click(fallback.getByRole('button', { name: 'Back to the usual' }))
  await vi.waitFor(() =>
    expect(asked('PATCH /api/settings/bot')).toEqual([
      { fallback: { id: 'Sebentar ya', en: 'Terima kasih (en)' } },
      { fallback: null },
    ]),
  )
  await vi.waitFor(() => expect(screen.getByTestId('bot-answer').textContent).toBe('Terima kasih'))
})

test('keywords are words between commas, and answered by the first that fits', async () => {
  const canned = section('Prepared answers')
  fireEvent.click(canned.getByRole('button', { name: 'New answer' }))
  write(canned.getAllByLabelText('Keywords in Indonesian')[1] as HTMLElement, 'stok, masih ada,')
  write(canned.getAllByLabelText('Answer in Indonesian')[1] as HTMLElement, 'Masih kak')
  write(screen.getByLabelText('Try it'), 'Kaos XL masih ada?')
  expect(screen.getByTestId('bot-answer').textContent).toBe('Masih kak')
  write(screen.getByLabelText('Try it'), 'Boleh bicara dengan admin?')
  expect(screen.getByTestId('bot-answer').textContent).toBe('Tim segera membalas')
})

test('the text that is wrong is marked, and what was written stays', async () => {
  const canned = section('Prepared answers')
  write(canned.getByLabelText('Answer in English'), ' ')
  fireEvent.click(canned.getByRole('button', { name: 'Save' }))
  await canned.findAllByText('Write 1 to 1,000 letters.')
  const invalid = (label: string) => canned.getByLabelText(label).getAttribute('aria-invalid')
  expect([invalid('Answer in English'), invalid('Answer in Indonesian')]).toEqual(['true', null])
  expect(asked('PATCH /api/settings/bot')).toEqual([])
})

test('what could not be saved is said, and is still there to be saved', async () => {
  refusal = refused(500, 'internal')
  const away = section('What is said while you are closed')
  write(away.getByLabelText('Answer in Indonesian'), 'Tutup ya')
  fireEvent.click(away.getByRole('button', { name: 'Save' }))
  expect((await away.findByRole('alert')).textContent).toMatch(/went wrong/)
  expect((away.getByLabelText('Answer in Indonesian') as HTMLTextAreaElement).value).toBe(
    'Tutup ya',
  )
  refusal = undefined
  fireEvent.click(away.getByRole('button', { name: 'Save' }))
  expect(await away.findByText('Saved')).toBeTruthy()
})
