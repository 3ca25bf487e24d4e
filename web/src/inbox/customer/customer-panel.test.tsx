import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { type Asked, network, refused } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { useLoadPeople } from '../people.ts'
import { CustomerPanel } from './customer-panel.tsx'

let calls: Asked[]
function Panel({ chat }: { chat: Chat }) {
  useLoadPeople(chat)
  return <CustomerPanel chat={chat} />
}
const panel = (fields: Partial<Chat>) => show(<Panel chat={eg.chat(fields)} />)
const merged = [{ chatId: 'chat2', mergedAt: '2026-11-20T09:00:00.000Z' }]

beforeEach(() => {
  calls = network(({ address }) =>
    address.endsWith('/participants')
      ? [
          200,
          {
            items: [
              { id: 'us', phone: '+6281200000000', isAdmin: true, isUs: true },
              { id: 'p1', name: 'Dewi', phone: null, isAdmin: true },
            ],
          },
        ]
      : [200, { chat: eg.chat({ rev: 2 }) }],
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a hidden number is called hidden, never made up', async () => {
  signedIn()
  await panel({ customer: { name: 'Sari', phone: null } })
  expect(screen.getByText('Number hidden by WhatsApp')).toBeTruthy()
})

test('a group shows who is in it, and nothing a person would have', async () => {
  signedIn()
  await panel({ isGroup: true, customer: { name: 'Reseller', phone: null } })
  expect((await screen.findByText('Dewi')).closest('li')?.textContent).toMatch(
    /Hidden number.*Admin/,
  )
  expect(screen.getByText('You').closest('li')?.textContent).toContain('+62 812-0000-0000')
  expect(screen.queryByText('Email')).toBeNull()
})

test('that two ids are one person is told to all; an admin can take them apart, after a second thought', async () => {
  signedIn({ role: 'agent' })
  await panel({ merged })
  expect(screen.getByText(/one chat since 20 November 2026/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take apart' })).toBeNull()
  signedIn({ role: 'admin' })
  await panel({ merged })
  fireEvent.click(screen.getByRole('button', { name: 'Take apart' }))
  expect(calls).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Take apart' }))
  await vi.waitFor(() =>
    expect(calls[0]).toMatchObject({
      address: 'POST /api/chats/chat1/split',
      body: { mergedId: 'chat2' },
    }),
  )
})

test('whose number is hidden can be shown as one with the chat of the number, after a second thought', async () => {
  signedIn({ role: 'agent' })
  const other = eg.chat({ id: 'chat2' })
  const group = eg.chat({ id: 'chat3', isGroup: true })
  const hidden = eg.chat({ customer: { name: 'Sari', phone: null } })
  calls = network(({ address }) =>
    address === 'GET /api/chats'
      ? [200, { items: [hidden, group, other], cursor: null }]
      : [200, { chat: { ...other, merged: [{ chatId: 'chat1', mergedAt: other.createdAt }] } }],
  )
  history.replaceState(null, '', '/dashboard-agent/chats/chat1/customer')
  await panel(hidden)
  fireEvent.click(screen.getByRole('button', { name: 'This is the same customer as …' }))
  fireEvent.click(await screen.findByRole('button', { name: /Sari W/ }))
  expect(screen.queryByText('Group')).toBeNull()
  expect(
    calls.map(({ address, query }) => [address, query.get('q'), query.get('channel')]),
  ).toEqual([['GET /api/chats', 'Sari', 'whatsapp']])
  fireEvent.click(screen.getByRole('button', { name: 'Show as one' }))
  await vi.waitFor(() => expect(location.pathname).toContain('/chats/chat2'))
  expect(calls[1]).toMatchObject({
    address: 'POST /api/chats/chat1/join',
    body: { withId: 'chat2' },
  })
})

test('why two chats cannot be one is told', async () => {
  signedIn()
  calls = network(({ address }) =>
    address === 'GET /api/chats'
      ? [200, { items: [eg.chat({ id: 'chat2' })], cursor: null }]
      : refused(409, 'already_merged'),
  )
  await panel({ customer: { name: 'Sari', phone: null } })
  fireEvent.click(screen.getByRole('button', { name: 'This is the same customer as …' }))
  fireEvent.click(await screen.findByRole('button', { name: /Sari W/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Show as one' }))
  expect(await screen.findByText(/joined with another already/)).toBeTruthy()
})

test('whose number is known needs no other chat', async () => {
  signedIn()
  await panel({})
  expect(screen.queryByRole('button', { name: /same customer/ })).toBeNull()
})
