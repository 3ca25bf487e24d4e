import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { newPassword } from '../../../shared/password.ts'
import { type Answer, type Asked, network, refused } from '../test/network.ts'
import { show } from '../test/show.tsx'
import { signedIn } from '../test/signed-in.ts'
import { TeamPage } from './team-page.tsx'

let calls: Asked[]
let answers: Record<string, Answer>
const bayu = eg.user({ id: 'bayu', username: 'bayu', name: 'Bayu', role: 'admin' })
const putri = eg.user({ id: 'putri', username: 'putri', name: 'Putri' })
const asked = (address: string) => calls.filter((it) => it.address === address)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  // What jsdom does not do.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  signedIn(bayu)
  answers = { 'GET /api/users': [200, { items: [bayu, putri], cursor: null }] }
  calls = network(({ address }) => answers[address] ?? refused(404, 'not_found'))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open() {
  await show(<TeamPage />)
  await screen.findAllByTestId('user')
}

test('whoever is let in gets a password that is shown once and holds for one sign-in', async () => {
  const ayu = eg.user({ id: 'ayu', username: 'ayu', name: 'Ayu' })
  answers['POST /api/users'] = [201, ayu]
  await open()
  press('New person')
  write('Name', 'Ayu')
  write('Username', 'Ayu')
  press('Create')
  const { textContent: password } = await screen.findByTestId('password')
  expect(asked('POST /api/users')).toMatchObject([
    { body: { username: 'ayu', name: 'Ayu', role: 'agent', temporary: true, password } },
  ])
  press('Done')
  expect(screen.queryByText(password as string)).toBeNull()
  expect(screen.getAllByTestId('user')).toHaveLength(3)
})

test.each([
  ['no !', undefined, /small letters/],
  ['putri', refused(409, 'username_taken'), /taken/],
])('what is wrong with the username “%s” stands at its field', async (username, answer, words) => {
  if (answer) answers['POST /api/users'] = answer
  await open()
  press('New person')
  write('Name', 'Putri')
  write('Username', username)
  press('Create')
  expect((await screen.findByRole('alert')).textContent).toMatch(words)
  expect(screen.getByLabelText('Username').getAttribute('aria-invalid')).toBe('true')
  expect(asked('POST /api/users')).toHaveLength(answer ? 1 : 0)
})

test('whoever is switched off has chats that are offered to the others', async () => {
  answers['PATCH /api/users/putri'] = [200, { ...putri, disabled: true }]
  answers['GET /api/users/putri/chats'] = [200, { count: 120 }]
  const rest = [20, 0]
  calls = network(({ address }) =>
    address === 'POST /api/users/putri/release'
      ? [200, { released: 100, left: rest.shift() ?? 0 }]
      : (answers[address] ?? refused(404, 'not_found')),
  )
  await open()
  press('Change Putri')
  press('Switch off')
  expect(asked('PATCH /api/users/putri')).toEqual([])
  press('Switch off')
  expect(await screen.findByText(/Putri still has 120 open chats/)).toBeTruthy()
  expect(asked('PATCH /api/users/putri')).toMatchObject([{ body: { disabled: true } }])
  expect(
    within(screen.getAllByTestId('user')[1] as HTMLElement).getByText('Switched off'),
  ).toBeTruthy()
  press('Give them to nobody')
  expect(await screen.findByText(/Nobody has them now/)).toBeTruthy()
  expect(asked('POST /api/users/putri/release')).toHaveLength(2)
})

test('nobody can demote or switch off himself, but take another name', async () => {
  answers['PATCH /api/users/bayu'] = [200, { ...bayu, name: 'Bayu P' }]
  await open()
  press('Change Bayu')
  expect(screen.getByText(/Only another admin/)).toBeTruthy()
  expect(screen.queryByLabelText('Role')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Switch off' })).toBeNull()
  write('Name', 'Bayu P')
  press('Save')
  expect(await screen.findByText(/Bayu P/)).toBeTruthy()
  expect(asked('PATCH /api/users/bayu')[0]?.body).toEqual({ name: 'Bayu P' })
})

test('a new password is made after a second thought, and shown once', async () => {
  answers['PATCH /api/users/putri'] = [200, putri]
  await open()
  press('Change Putri')
  press('New password')
  press('New password')
  const { textContent: password } = await screen.findByTestId('password')
  await waitFor(() => expect(asked('PATCH /api/users/putri')[0]?.body).toEqual({ password }))
})

test('when the team cannot be fetched, that is said, and asked for again', async () => {
  answers['GET /api/users'] = 'lost'
  await show(<TeamPage />)
  expect((await screen.findByRole('alert')).textContent).toMatch(/No answer/)
  answers['GET /api/users'] = [200, { items: [bayu], cursor: null }]
  press('Try again')
  expect(await screen.findByTestId('user')).toBeTruthy()
})

test('passwords are alike in shape only', () => {
  const some = Array.from({ length: 50 }, newPassword)
  for (const one of some) expect(one).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  expect(new Set(some).size).toBe(50)
})
