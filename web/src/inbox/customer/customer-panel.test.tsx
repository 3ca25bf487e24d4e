import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Chat } from '../../../../shared/chat.ts'
import * as eg from '../../../../shared/example.ts'
import { type Asked, network } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { CustomerPanel } from './customer-panel.tsx'

let calls: Asked[]
const panel = (fields: Partial<Chat>) => show(<CustomerPanel chat={eg.chat(fields)} />)
const merged = [{ chatId: 'chat2', mergedAt: '2026-11-20T09:00:00.000Z' }]

beforeEach(() => {
  calls = network(({ address }) =>
    address.endsWith('/participants')
      ? [200, { items: [{ id: 'p1', name: 'Dewi', phone: null, isAdmin: true }] }]
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
