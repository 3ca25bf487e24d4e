import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Receipt } from '../../../../../shared/erasure.ts'
import * as eg from '../../../../../shared/example.ts'
import { type Answer, type Asked, network, refused } from '../../../test/network.ts'
import { show } from '../../../test/show.tsx'
import { signedIn } from '../../../test/signed-in.ts'
import { emptyInbox } from '../../apply.ts'
import { receive, useInbox } from '../../store.ts'
import { Thread } from '../../thread/thread.tsx'
import { CustomerPanel } from '../customer-panel.tsx'
import { Erased } from './erased.tsx'
import { eraseCustomer, exportCustomer, useErasing } from './erasing.ts'

const receipt: Receipt = {
  id: 'chat1',
  by: 'Rina',
  startedAt: '2026-11-22T05:00:00.000Z',
  erasedAt: null,
  done: false,
  chats: 0,
  messages: 24,
  parked: 0,
  rows: 0,
  recoverableUntil: null,
}
const done = {
  ...receipt,
  erasedAt: '2026-11-22T05:00:01.000Z',
  done: true,
  chats: 1,
  messages: 66,
  recoverableUntil: '2026-12-27T05:00:01.000Z',
}
const panel = () => show(<CustomerPanel chat={eg.chat()} />)
const button = (name: string) => screen.getByRole('button', { name })

let calls: Asked[]
beforeEach(() => {
  useErasing.setState({}, true)
  signedIn({ role: 'admin' })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('an agent is offered neither a copy nor the erasing', async () => {
  signedIn({ role: 'agent' })
  await panel()
  expect(screen.queryByText('Customer’s data')).toBeNull()
})

test('a customer is erased once the name is typed, by as many calls as it takes', async () => {
  const answers = [receipt, receipt, done]
  calls = network(() => [200, answers.shift()])
  await panel()
  fireEvent.click(button('Erase …'))
  expect(button('Erase for good')).toHaveProperty('disabled', true)
  const field = screen.getByLabelText('To erase, type “Sari W”')
  fireEvent.change(field, { target: { value: 'Sari' } })
  expect(button('Erase for good')).toHaveProperty('disabled', true)
  expect(calls).toEqual([])
  fireEvent.change(field, { target: { value: ' sari w ' } })
  fireEvent.click(button('Erase for good'))
  await vi.waitFor(() => expect(useErasing.getState().chat1?.receipt?.done).toBe(true))
  expect(calls.map(({ address }) => address)).toEqual(Array(3).fill('DELETE /api/customers/chat1'))
})

test('what stopped half-way is told, and goes on from there', async () => {
  const answers: Answer[] = [[200, { ...receipt, erasedAt: done.erasedAt }], 'lost', [200, done]]
  network(() => answers.shift() ?? 'lost')
  await show(<Shown />)
  await act(() => eraseCustomer('chat1'))
  expect(screen.getByText('Erasing …')).toBeTruthy()
  fireEvent.click(button('Try again'))
  expect(await screen.findByText('The customer was erased.')).toBeTruthy()
  expect(screen.getByText('66')).toBeTruthy()
  expect(screen.getByText(/Until 27 .* a backup of the whole table still has it/)).toBeTruthy()
})

function Shown() {
  const erasing = useErasing((all) => all.chat1)
  return erasing ? <Erased chatId="chat1" erasing={erasing} /> : null
}

test('who is being erased is asked for no more, also where the chat goes before the answer comes', async () => {
  useInbox.setState(emptyInbox, true)
  const page = { chat: eg.chat(), messages: [eg.message()], cursor: null }
  calls = network(({ address }) => {
    if (!address.startsWith('DELETE')) return [200, page]
    receive({ type: 'chat.hidden', chatId: 'chat1', rev: 9 })
    return [200, done]
  })
  await show(<Thread chatId="chat1" />)
  await screen.findByTestId('message')
  await act(() => eraseCustomer('chat1'))
  expect(await screen.findByText('The customer was erased.')).toBeTruthy()
  expect(calls.filter(({ address }) => address === 'GET /api/chats/chat1')).toHaveLength(1)
})

test('a copy is one file, however many pages it came in', async () => {
  const page = (id: string, cursor: string | null) => ({
    exportedAt: receipt.startedAt,
    ids: ['6281200000001'],
    chat: eg.chat(),
    messages: [eg.message({ id })],
    cursor,
  })
  calls = network(({ query }) => [200, query.get('cursor') ? page('m2', null) : page('m1', 'next')])
  const { messages } = await exportCustomer('chat1')
  expect(messages.map(({ id }) => id)).toEqual(['m1', 'm2'])
})

test('why a copy cannot be had is told', async () => {
  network(() => refused(404, 'not_found'))
  await panel()
  fireEvent.click(button('Download a copy'))
  expect(await screen.findByText(/not here/)).toBeTruthy()
})
