import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { type Answer, type Asked, network, refused } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { emptyInbox } from '../apply.ts'
import { receive, useInbox } from '../store.ts'
import { Details } from './details.tsx'
import { TopicPrompt } from './topic-prompt.tsx'

let calls: Asked[]
let answer: (body: unknown) => Answer
let there: Chat
const withNotes = (notes: string | undefined, rev: number) =>
  eg.chat({ customer: { name: 'Sari W', phone: '+6281200000001', ...(notes && { notes }) }, rev })
const patches = () =>
  calls.filter(({ address }) => address.startsWith('PATCH')).map((it) => it.body)
const notes = () => screen.getByLabelText('Notes') as HTMLTextAreaElement
const write = (value: string) => fireEvent.change(notes(), { target: { value } })

function Shown({ piece: Piece }: { piece: (props: { chat: Chat }) => React.ReactNode }) {
  const chat = useInbox((inbox) => inbox.chats.chat1)
  return chat && <Piece chat={chat} />
}

beforeEach(async () => {
  signedIn()
  there = withNotes('Biru', 1)
  useInbox.setState(emptyInbox, true)
  receive({ type: 'chat.changed', chat: there })
  answer = (body) => {
    const { customer } = body as { customer: { notes: string } }
    return [200, { chat: withNotes(customer.notes, 2) }]
  }
  calls = network(({ address, body }) =>
    address.startsWith('PATCH') ? answer(body) : [200, { chat: there, messages: [], cursor: null }],
  )
  await show(<Shown piece={Details} />)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('leaving a field keeps what was written, over what stood there', async () => {
  write('Biru\nUkuran XL')
  fireEvent.blur(notes())
  await screen.findByText(/Saved/)
  expect(patches()).toEqual([
    { customer: { notes: 'Biru\nUkuran XL' }, expectedCustomer: { notes: 'Biru' } },
  ])
})

test('Escape takes it back, and what is as it was is not sent', () => {
  write('Hijau')
  fireEvent.keyDown(notes(), { key: 'Escape' })
  expect(notes().value).toBe('Biru')
  write('Biru ')
  fireEvent.blur(notes())
  expect(patches()).toEqual([])
})

test('what a colleague wrote meanwhile is shown, and overwritten only if one wants it', async () => {
  write('Hijau')
  there = withNotes('Merah', 5)
  answer = () => refused(409, 'customer_changed')
  fireEvent.blur(notes())
  expect((await screen.findByRole('alert')).textContent).toContain('Merah')
  expect(notes().value).toBe('Hijau')
  answer = () => [200, { chat: withNotes('Hijau', 6) }]
  fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }))
  await screen.findByText(/Saved/)
  expect(patches()[1]).toEqual({
    customer: { notes: 'Hijau' },
    expectedCustomer: { notes: 'Merah' },
  })
})

test('or one takes what the colleague wrote', async () => {
  write('Hijau')
  there = withNotes('Merah', 5)
  answer = () => refused(409, 'customer_changed')
  fireEvent.blur(notes())
  fireEvent.click(await screen.findByRole('button', { name: 'Take that' }))
  expect(notes().value).toBe('Merah')
  expect(patches()).toHaveLength(1)
})

test('what is no email is said at its field, before it is sent', async () => {
  const email = screen.getByLabelText('Email')
  fireEvent.change(email, { target: { value: 'sari at example' } })
  fireEvent.blur(email)
  expect((await screen.findByRole('alert')).textContent).toMatch(/no email/)
  expect(email.getAttribute('aria-invalid')).toBe('true')
  expect(patches()).toEqual([])
})

test('a chat that is closed before one’s eyes may be given a topic; one that was closed is not asked about', async () => {
  receive({ type: 'chat.changed', chat: { ...there, mode: 'closed', rev: 2 } })
  await show(<Shown piece={TopicPrompt} />)
  expect(screen.queryByTestId('topic-prompt')).toBeNull()
  for (const [mode, rev] of [
    ['agent', 3],
    ['closed', 4],
  ] as const)
    await act(async () => receive({ type: 'chat.changed', chat: { ...there, mode, rev } }))
  answer = () => [200, { chat: { ...there, mode: 'closed', rev: 5 } }]
  const topic = await screen.findByLabelText(/What was it about/)
  fireEvent.change(topic, { target: { value: 'Ongkir' } })
  fireEvent.submit(topic)
  await vi.waitFor(() => expect(screen.queryByTestId('topic-prompt')).toBeNull())
  expect(patches()).toEqual([{ topic: 'Ongkir' }])
})
