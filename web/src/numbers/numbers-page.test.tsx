import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Numbers } from '../../../shared/numbers.ts'
import { type Asked, network } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { NumbersPage } from './numbers-page.tsx'

const none = { customer: 0, bot: 0, agent: 0, phone: 0 }
const minute = 60_000

/** A day in Jakarta on which something was written at nine. */
function numbersOf(day: string): Numbers {
  const midnight = Date.parse(`${day}T00:00:00.000+07:00`)
  const nine = { customer: 1200, bot: 2, agent: 3, phone: 0 }
  return {
    day,
    today: '2026-11-22',
    timeZone: 'Asia/Jakarta',
    chats: { active: 5, opened: 2 },
    messages: nine,
    hours: Array.from({ length: 24 }, (_, hour) => ({
      at: new Date(midnight + hour * 3_600_000).toISOString(),
      messages: hour === 9 ? nine : none,
      chats: hour === 9 ? 5 : 0,
    })),
    first: { count: 0, median: null, p90: null },
    response: { count: 4, median: 4.5 * minute, p90: 125 * minute },
    agents: [
      { userId: 'u1', name: 'Ayu', messages: 3, answers: 1, median: 45_000 },
      { userId: null, name: null, messages: 0, answers: 3, median: 5 * minute },
    ],
    now: { waiting: { count: 2, oldest: new Date().toISOString() }, lately: 7 },
  }
}

const answer = {
  chatId: 'chat 1',
  chatName: 'Sari W',
  messageId: 'm/1',
  at: '2026-11-22T02:10:00.000Z',
  userId: 'u1',
  name: 'Ayu',
  ms: 90_000,
  first: true,
}
const chat = {
  chatId: 'chat2',
  chatName: '',
  messageId: null,
  messages: { ...none, customer: 2 },
  isNew: true,
}

let calls: Asked[]
let told: (day: string) => Numbers
let cursor: string | null
const asked = (address: string) =>
  calls.filter((it) => it.address === address).map((it) => Object.fromEntries(it.query))
const tile = (label: string) =>
  within(screen.getByText(label).closest('button, a, div') as HTMLElement)
const rows = () => screen.getAllByTestId('number-row')

async function open(path = '/dashboard-admin/numbers') {
  history.replaceState(null, '', path)
  await show(<NumbersPage />)
  await screen.findByText('Now')
}

beforeEach(() => {
  signedIn({ role: 'admin' })
  told = numbersOf
  cursor = null
  calls = network(({ address, query }) => {
    if (address === 'GET /api/numbers') return [200, told(query.get('day') ?? '2026-11-22')]
    if (address.endsWith('/answers'))
      return [200, { items: [{ ...answer, messageId: query.get('cursor') ?? 'm/1' }], cursor }]
    return [200, { items: [chat], cursor: null }]
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the day is told in figures, each with what it means', async () => {
  await open()
  expect(tile('Chats in the last 24 hours').getByText('7')).toBeDefined()
  expect(tile('New chats').getByText('2')).toBeDefined()
  expect(tile('Every answer by a person').getByText('4 mins 30 secs')).toBeDefined()
  expect(tile('Every answer by a person').getByText('9 of 10 within 2 hrs 5 mins')).toBeDefined()
  expect(tile('First answer by a person').getByText('no answers')).toBeDefined()
  expect(screen.getByText('Today, 22 November')).toBeDefined()
  expect(screen.getByText(/by the clock in Jakarta/)).toBeDefined()
  const [ayu, phone] = screen.getAllByTestId('agent').map((row) => row.textContent)
  expect(ayu).toBe('Ayu3145 secs')
  expect(phone).toBe('The shop’s phone035 mins')
})

test('answers open with who gave them, and lead to the message', async () => {
  await open()
  fireEvent.click(screen.getByText('Every answer by a person'))
  expect((await screen.findByTestId('number-row')).textContent).toBe(
    'Sari W09:10 · Ayu · first answer1 min 30 secs',
  )
  expect(rows()[0]?.getAttribute('href')).toBe('/dashboard-admin/chats/chat%201?m=m%2F1')
  expect(asked('GET /api/numbers/answers')).toEqual([{ day: '2026-11-22', limit: '30' }])
})

test('more rows come when they are wanted', async () => {
  await open()
  cursor = 'next'
  fireEvent.click(screen.getByLabelText(/behind: Ayu, Answers/))
  const more = await screen.findByText('Show more')
  cursor = null
  fireEvent.click(more)
  await vi.waitFor(() => expect(rows()).toHaveLength(2))
  expect(screen.queryByText('Show more')).toBeNull()
  expect(asked('GET /api/numbers/answers').at(-1)).toMatchObject({ by: 'u1', cursor: 'next' })
})

test.each([
  ['a side', () => screen.getByText('Customers', { selector: 'button' }), { by: 'customer' }],
  [
    'an hour of the chart',
    () => screen.getAllByTestId('hour')[9],
    {
      hour: '2026-11-22T02:00:00.000Z',
    },
  ],
  [
    'an hour of the table',
    () => screen.getByLabelText(/behind: 09:00/),
    {
      hour: '2026-11-22T02:00:00.000Z',
    },
  ],
  ['the new chats', () => screen.getByText('New chats'), { opened: 'true' }],
])('%s opens its chats', async (_, find, wanted) => {
  await open()
  const place = find()
  if (place) fireEvent.click(place)
  expect((await screen.findByTestId('number-row')).textContent).toBe('No nameCustomers 2new')
  expect(asked('GET /api/numbers/chats')).toEqual([{ day: '2026-11-22', limit: '30', ...wanted }])
})

test('an hour in which nothing was written opens nothing', async () => {
  await open()
  fireEvent.click(screen.getAllByTestId('hour')[3] as Element)
  expect(asked('GET /api/numbers/chats')).toEqual([])
})

test('another day stands in the address, and is asked for', async () => {
  await open()
  fireEvent.click(screen.getByText('Yesterday'))
  await screen.findByText('Saturday, 21 November 2026')
  expect(location.search).toBe('?day=2026-11-21')
  fireEvent.change(screen.getByLabelText('Another day'), { target: { value: '2026-11-03' } })
  await screen.findByText('Tuesday, 3 November 2026')
  fireEvent.click(screen.getByText('Today'))
  await screen.findByText('Today, 22 November')
  expect(asked('GET /api/numbers').map(({ day }) => day)).toEqual([
    undefined,
    '2026-11-21',
    '2026-11-03',
    undefined,
  ])
})

test('a day on which nothing was written says so', async () => {
  told = (day) => ({
    ...numbersOf(day),
    chats: { active: 0, opened: 0 },
    response: { count: 0, median: null, p90: null },
    now: { waiting: { count: 0, oldest: null }, lately: 0 },
  })
  await open()
  expect(screen.getByTestId('no-numbers').textContent).toContain('Nothing was written today yet.')
  expect(tile('Waiting for a person').getByText('Nobody waits')).toBeDefined()
  fireEvent.click(screen.getByText('Yesterday'))
  expect(await screen.findByText('Nothing was written on this day.')).toBeDefined()
})

test('what cannot be fetched can be asked for again', async () => {
  let isUp = false
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (isUp) return fetch(path, init)
    throw new TypeError('Failed to fetch')
  })
  history.replaceState(null, '', '/dashboard-admin/numbers')
  await show(<NumbersPage />)
  const again = await screen.findByText('Try again')
  isUp = true
  fireEvent.click(again)
  expect(await screen.findByText('Now')).toBeDefined()
})
