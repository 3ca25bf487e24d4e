import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Parked } from '../../../shared/parked.ts'
import { type Answer, type Asked, network, refused } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { wellHealth } from '../test/well-health.ts'
import { words as en } from '../text/health/en.ts'
import { words as id } from '../text/health/id.ts'
import { forgetHealth } from './health.ts'
import { ParkedPart } from './parked-part.tsx'
import { reasonOf } from './parked-words.ts'

let calls: Asked[]
let answers: Record<string, Answer>
const asked = (address: string) => calls.filter((it) => it.address === address)

const item: Parked = {
  id: 'p1',
  reason: 'message: "id" is missing or odd',
  why: { code: 'malformed', about: 'message' },
  receivedAt: '2026-11-21T09:00:00.000Z',
  path: '/webhook/whapi',
  body: '{"messages":[{}]}',
}

async function open(...items: Parked[]) {
  answers['GET /api/parked'] = [200, { items, cursor: null }]
  await show(<ParkedPart count={items.length} />)
  return within((await screen.findAllByTestId('parked'))[0] as HTMLElement)
}

beforeEach(() => {
  signedIn({ role: 'admin' })
  forgetHealth()
  answers = { 'GET /api/health': [200, wellHealth] }
  calls = network(({ address }) => answers[address] ?? refused(404, 'not_found'))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('what was set aside says why in plain words, and the rest to an engineer', async () => {
  const parked = await open(item)
  expect(parked.getByText(/^A message is written in a way/)).toBeTruthy()
  const detail = parked.getByText('Technical detail').closest('details')
  expect(detail?.open).toBe(false)
  expect(detail?.textContent).toMatch(/"id" is missing or odd.*webhook[\s\S]*"messages"/)
})

test('another try says what became of it', async () => {
  answers['POST /api/parked/p1/replay'] = [200, { stored: 1, parked: 0 }]
  const parked = await open(item)
  fireEvent.click(parked.getByRole('button', { name: 'Try again' }))
  expect(await parked.findByText('One message stored.')).toBeTruthy()
  expect(parked.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('it is dismissed after being asked once, and what waits is counted anew', async () => {
  const dismissed = { at: '2026-11-21T10:00:00.000Z', userId: 'u1', userName: 'Ayu' }
  answers['POST /api/parked/p1/dismiss'] = [200, { dismissed }]
  const parked = await open(item)
  fireEvent.click(parked.getByRole('button', { name: 'Dismiss' }))
  expect(asked('POST /api/parked/p1/dismiss')).toHaveLength(0)
  fireEvent.click(parked.getByRole('button', { name: 'Cancel' }))
  fireEvent.click(parked.getByRole('button', { name: 'Dismiss' }))
  expect(parked.getByText(/Is nothing to be done/)).toBeTruthy()
  fireEvent.click(parked.getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => expect(asked('POST /api/parked/p1/dismiss')).toHaveLength(1))
  await waitFor(() => expect(asked('GET /api/health')).toHaveLength(1))
})

test('what was dismissed is still to be seen, with who did it', async () => {
  const dismissed = { at: '2026-11-21T10:00:00.000Z', userId: 'u1', userName: 'Ayu' }
  answers['GET /api/parked'] = [200, { items: [], cursor: null }]
  await show(<ParkedPart count={0} />)
  answers['GET /api/parked'] = [200, { items: [{ ...item, dismissed }], cursor: null }]
  fireEvent.click(screen.getByRole('button', { name: 'Show what was dismissed' }))
  expect(await screen.findByText(/Dismissed by Ayu/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull()
  expect(asked('GET /api/parked').at(-1)?.query.get('state')).toBe('dismissed')
})

test('a task that failed leads to its chat', async () => {
  const chat = { chatId: 'c1', customer: { name: 'Sari W', phone: null } }
  const why = { code: 'job_failed', about: 'outbound' }
  const parked = await open({ ...item, path: 'queue/outbound', why, chat })
  expect(parked.getByText('A task of sending failed three times.')).toBeTruthy()
  expect(parked.getByRole('link', { name: /Sari W/ }).getAttribute('href')).toMatch(/chats\/c1$/)
})

test('what only waits for its turn is not there to be dismissed', async () => {
  const parked = await open({ ...item, why: { code: 'too_much' } })
  expect(parked.getByText(/taken in by itself/)).toBeTruthy()
  expect(parked.queryByRole('button')).toBeNull()
})

test.each([
  ['has its words in each language', { code: 'malformed', about: 'message' }, /ditulis/, /written/],
  ['is told of anything', { code: 'unreadable' }, /tidak bisa dibaca/, /could not be read/],
  ['may be newer than the page', { code: 'constructor' }, /^Ada yang/, /^Something/],
  ['of long ago says what it said', undefined, /is missing or odd/, /is missing or odd/],
])('a reason %s', (_, why, indonesian, english) => {
  expect(reasonOf({ ...item, why }, id.parked)).toMatch(indonesian)
  expect(reasonOf({ ...item, why }, en.parked)).toMatch(english)
})
