import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { emptyInbox } from '../inbox/apply.ts'
import { receive, useInbox } from '../inbox/store.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { loadKeyboardWords } from '../text/keyboard/use-keyboard-words.ts'
import { offer } from './actions.ts'
import { CommandBar } from './command-bar.tsx'

const close = vi.fn()
const attempt = vi.fn()
const took = vi.fn()
// No page is laid out here.
Element.prototype.scrollIntoView = () => {}
let withdraw = () => {}
/** Dialogs do not open here. */
const there = { hidden: true }
const field = () => screen.getByRole('combobox', there)
const options = () => screen.queryAllByRole('option', there).map(({ textContent }) => textContent)
const type = (value: string) => fireEvent.change(field(), { target: { value } })

beforeEach(async () => {
  signedIn()
  useInbox.setState(emptyInbox, true)
  history.replaceState({}, '', '/dashboard-agent')
  receive(eg.chatChanged({ id: 'chat1', customer: { name: 'Andrés Putra', phone: null } }))
  receive(eg.chatChanged({ id: 'chat2', customer: { name: 'Budi', phone: '+6281200000002' } }))
  withdraw = offer('chat.take', took)
  await loadKeyboardWords()
})
afterEach(() => {
  cleanup()
  withdraw()
  vi.clearAllMocks()
  history.replaceState({}, '', '/')
})

test('shows what can be done just now, with its keys', async () => {
  await show(<CommandBar page="all" attempt={attempt} onClose={close} />)
  expect(options()).toEqual(['Take this chatT'])
})

test('finds chats by name and number, whatever the accents, and can search them all', async () => {
  await show(<CommandBar page="all" attempt={attempt} onClose={close} />)
  type('andres')
  expect(options()[0]).toMatch(/^Andrés Putra/)
  type('0000002')
  expect(options()[0]).toMatch(/^Budi/)
  type('kaos')
  expect(options()).toEqual(['Search all chats for “kaos”'])
  fireEvent.keyDown(field(), { key: 'Enter' })
  await vi.waitFor(() => expect(location.search).toBe('?q=kaos'))
})

test('the arrows move, Enter does it, and a reader is told where one is', async () => {
  await show(<CommandBar page="mode" attempt={attempt} onClose={close} />)
  expect(options()).toHaveLength(4)
  const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')
  expect(active()?.textContent).toMatch(/^Bot/)
  fireEvent.keyDown(field(), { key: 'ArrowUp' })
  expect(active()?.textContent).toMatch(/^Closed/)
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(close).toHaveBeenCalled()
  await vi.waitFor(() => expect(attempt).toHaveBeenCalled())
})

test('says so when nothing is found', async () => {
  await show(<CommandBar page="mode" attempt={attempt} onClose={close} />)
  type('xyz')
  expect(screen.getByRole('status', there).textContent).toBe('Nothing found.')
})
