import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Content } from '../../../../shared/content.ts'
import * as eg from '../../../../shared/example.ts'
import type { Message } from '../../../../shared/message.ts'
import { type Asked, network } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { useReplace } from '../replace.ts'
import { Bubble } from './bubble.tsx'

let calls: Asked[]
const preview = 'data:image/png;base64,AAAA'
const bubble = () => screen.getByTestId('message')
const say = (fields: Partial<Message>, chat = eg.chat()) =>
  show(<Bubble message={eg.message(fields)} party={chat} first />)

beforeEach(() => {
  signedIn({ id: 'me', role: 'admin' })
  useReplace.setState({}, true)
  calls = network(() => [200, { items: [{ text: 'Halo kk', until: '2026-11-21T09:01:00.000Z' }] }])
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const kinds: [string, Content, RegExp][] = [
  [
    'image',
    { media: { width: 1200, height: 900, size: 340_000, preview } },
    /Photo · 1200 × 900 · 340.kB/,
  ],
  [
    'document',
    { media: { name: 'nota.pdf', size: 2_400_000, pages: 3 } },
    /nota\.pdf.*3 pages · 2.4.MB/,
  ],
  ['voice', { media: { seconds: 65 } }, /Voice message.*1:05/],
  ['image', { media: { viewOnce: true } }, /To be seen once/],
  [
    'location',
    { location: { latitude: -6.2, longitude: 106.8, name: 'Monas' } },
    /Monas.*-6.20000, 106.80000/,
  ],
  ['live_location', { location: { latitude: 1, longitude: 2, live: true } }, /Live location/],
  ['contact', { contacts: [{ name: 'Joko', phones: ['+6281200000003'] }] }, /Joko.*812-0000-0003/],
  [
    'poll',
    { poll: { options: [{ name: 'Merah', votes: 2 }], limit: 1 } },
    /One answer.*2 votes.*Merah/,
  ],
  ['buttons', { choices: ['Ya', 'Tidak'], footer: 'Toko Sari' }, /Ya.*Tidak.*Toko Sari/],
  [
    'order',
    { order: { id: '7', items: 2, total: 150_000, currency: 'IDR' } },
    /2 items.*IDR.150,000.*Order 7/,
  ],
  ['order', { order: { id: '7', total: 5, currency: 'COINS' } }, /5 COINS/],
  [
    'event',
    { event: { description: 'Grand opening', canceled: true } },
    /Cancelled.*Grand opening/,
  ],
  [
    'group_invite',
    { link: { url: 'https://chat.whatsapp.com/x', title: 'Reseller' } },
    /Invitation to a group.*Reseller/,
  ],
  ['call', { call: { status: 'missed', video: false } }, /^Missed voice call/],
  ['hologram', {}, /Message of kind “hologram”/],
  ['constructor', {}, /Message of kind “constructor”/],
]
test.each(kinds)('a message of kind %s shows what it carries: %j', async (kind, content, words) => {
  await say({ kind, content, text: '' })
  expect(bubble().textContent).toMatch(words)
})

test('a link that could run something is no link, and only a picture that came along is shown', async () => {
  const link = {
    url: 'javascript:alert(1)',
    title: 'Hadiah',
    preview: 'https://evil.example/x.png',
  }
  await say({ text: '', content: { link } })
  expect(bubble().textContent).toMatch(/Hadiah/)
  expect(bubble().querySelector('a, img')).toBeNull()
})

test('a picture has its room before it is there', async () => {
  await say({ kind: 'image', text: '', content: { media: { width: 400, height: 200, preview } } })
  expect(screen.getByRole('img').parentElement?.style.aspectRatio).toMatch(/^2\b/)
})

test('who reacted is told by name', async () => {
  const reactions = [
    { emoji: '👍', sender: 'customer' as const },
    { emoji: '👍', sender: 'agent' as const, senderName: 'Ayu' },
  ]
  await say({ reactions })
  expect(screen.getByTitle('👍 Sari W, Ayu').textContent).toMatch(/2/)
})

test('an edited message tells what it said before, to whoever asks', async () => {
  await say({ editedAt: '2026-11-21T09:01:00.000Z' })
  expect(calls).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Edited' }))
  expect(await screen.findByText('Halo kk')).toBeTruthy()
  expect(calls[0]?.address).toBe('GET /api/chats/chat1/messages/message1/versions')
})

test('of a deleted message only an admin can see what it said', async () => {
  const deleted = { deletedAt: '2026-11-21T09:02:00.000Z', text: '', kind: 'image' }
  await say(deleted)
  expect(bubble().textContent).toMatch(/^This message was deleted/)
  expect(screen.getByRole('button', { name: 'What it said' })).toBeTruthy()
  signedIn({ id: 'me', role: 'agent' })
  await say(deleted)
  expect(screen.queryByRole('button', { name: 'What it said' })).toBeNull()
})

test('what was found in WhatsApp’s history says so', async () => {
  await say({ recovered: true })
  expect(screen.getByTitle('Recovered from WhatsApp’s history')).toBeTruthy()
})

test('in a group everybody has a name, a number, or is honestly hidden', async () => {
  const group = eg.chat({ isGroup: true, customer: { name: 'Reseller', phone: null } })
  await say({ senderName: 'Dewi' }, group)
  expect(bubble().textContent).toMatch(/^Dewi/)
  await say({ senderPhone: '+6281200000002' }, group)
  expect(bubble().textContent).toMatch(/^\+62 812-0000-0002/)
  await say({}, group)
  expect(bubble().textContent).toMatch(/^Hidden number/)
})

test('a change on its way is shown as such, and a refused one with its reason and two ways out', async () => {
  const asked = { value: 'Siap kak', userId: 'me', userName: 'Ayu', askedAt: '' }
  const ours = { sender: 'agent', userId: 'me', status: 'sent' } as const
  await say({
    ...ours,
    pending: [
      { ...asked, kind: 'edit' },
      { ...asked, kind: 'deletion' },
    ],
  })
  expect(screen.getByText('Changing…').textContent).toMatch(/Siap kak/)
  expect(screen.getByText('Deleting…')).toBeTruthy()
  const error = { code: 'gone', message: 'gone' }
  await say({ ...ours, pending: [{ ...asked, kind: 'edit', error }] })
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toMatch(/not changed.*does not have this message any more/)
  fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(calls[0]?.body).toEqual({ text: 'Siap kak' }))
  const drop = screen.getByRole<HTMLButtonElement>('button', { name: 'Drop' })
  await vi.waitFor(() => expect(drop.disabled).toBe(false))
  fireEvent.click(drop)
  await vi.waitFor(() =>
    expect(calls[1]?.address).toBe('DELETE /api/chats/chat1/messages/message1/changes/edit'),
  )
})

test('a refused reaction says that the customer does not see it, and why', async () => {
  const error = { code: 'rejected', message: 'wrong parameters' }
  const asked = { kind: 'reaction' as const, userId: 'me', userName: 'Ayu', askedAt: '', error }
  await say({ pending: [{ ...asked, value: '👍' }] })
  expect(screen.getByRole('alert').textContent).toMatch(
    /reaction 👍 was not sent.*did not accept it.*Try again.*Drop/,
  )
  await say({ pending: [{ ...asked, value: '' }] })
  expect(screen.getByRole('alert').textContent).toMatch(/was not taken back/)
})

describe('a message of ours', () => {
  const ours = { id: 'm9', sender: 'agent', userId: 'me', text: 'Jam 9' } as const
  const buttons = () =>
    screen
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
      .filter(Boolean)
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  const decisions = () => calls.map(({ address, body }) => [address, body])

  test('that certainly did not go out can be sent again, written anew or dropped, and never called sent', async () => {
    const error = { code: 'forbidden', message: 'no' }
    await say({ ...ours, status: 'failed', error })
    expect(screen.getByText(/was not sent.*may have blocked/)).toBeTruthy()
    expect(buttons()).toEqual(['Try again', 'Edit', 'Drop'])
    press('Edit')
    expect(useReplace.getState().chat1).toMatchObject({ messageId: 'm9', text: 'Jam 9' })
    press('Drop')
    await vi.waitFor(() =>
      expect(decisions()).toEqual([['POST /api/messages/m9/resolve', { as: 'drop' }]]),
    )
  })

  test('of which nobody knows can be called sent, and is not written anew', async () => {
    await say({ ...ours, status: 'unknown' })
    expect(buttons()).toEqual(['Send again', 'Mark as sent', 'Drop'])
    press('Mark as sent')
    await vi.waitFor(() =>
      expect(decisions()).toEqual([['POST /api/messages/m9/resolve', { as: 'sent' }]]),
    )
  })

  test('that was dropped stands there struck through, with nothing left to decide', async () => {
    await say({ ...ours, status: 'failed', droppedAt: '2026-11-21T09:05:00.000Z' })
    expect(bubble().querySelector('s')?.textContent).toBe('Jam 9')
    expect(screen.getByTestId('dropped').textContent).toBe('Dropped: it was not sent.')
    expect(buttons()).toEqual([])
  })

  test('that failed on the shop’s phone is dealt with there', async () => {
    await say({ ...ours, sender: 'phone', status: 'failed' })
    expect(buttons()).toEqual([])
  })
})
