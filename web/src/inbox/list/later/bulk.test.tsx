import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Chat } from '../../../../../shared/chat.ts'
import * as eg from '../../../../../shared/example.ts'
import { type Asked, network, refused } from '../../../test/network.ts'
import { show } from '../../../test/show.tsx'
import { signedIn } from '../../../test/signed-in.ts'
import { emptyInbox } from '../../apply.ts'
import { useInbox } from '../../store.ts'
import { assignAll, closeAll, undo } from './bulk.ts'
import { BulkToast } from './bulk-toast.tsx'
import { forgetSelection, toggleSelected, useSelection } from './selection.ts'

const chatsNow = () => Object.values(useInbox.getState().chats)
const doneNow = () => useSelection.getState().done
const known = (...chats: Chat[]) =>
  useInbox.setState({ chats: Object.fromEntries(chats.map((chat) => [chat.id, chat])) })

/** The server, which keeps what it is told; it refuses what is about `locked`. */
function server(locked = ''): Asked[] {
  return network(({ address, body }) => {
    const id = decodeURIComponent(address.split('/').at(-1) ?? '')
    const chat = chatsNow().find((one) => one.id === id)
    if (id === locked) return refused(409, 'already_assigned')
    if (!chat || !address.startsWith('PATCH')) return refused(404, 'not_found')
    const { mode = chat.mode, assigneeId = chat.assigneeId } = body as Partial<Chat>
    return [200, { chat: { ...chat, mode, assigneeId, rev: chat.rev + 10 } }]
  })
}

const three = () => [
  eg.chat({ id: 'a', mode: 'agent', assigneeId: 'ayu' }),
  eg.chat({ id: 'b', mode: 'paused', assigneeId: null }),
  eg.chat({ id: 'c', mode: 'bot', assigneeId: null }),
]

beforeEach(() => {
  signedIn()
  useInbox.setState(emptyInbox, true)
  forgetSelection()
  known(...three())
})
afterEach(cleanup)

test('several chats are closed, and each becomes what it was', async () => {
  server()
  toggleSelected('a')
  await closeAll(chatsNow())
  expect(useSelection.getState().ids).toBeUndefined()
  expect(chatsNow().map(({ mode }) => mode)).toEqual(['closed', 'closed', 'closed'])
  await undo(doneNow() as never)
  expect(doneNow()).toMatchObject({ what: 'undone', failed: [] })
  expect(chatsNow().map(({ mode, assigneeId }) => [mode, assigneeId])).toEqual([
    ['agent', 'ayu'],
    ['paused', null],
    ['bot', null],
  ])
})

test('several chats go to one person, but those that somebody else took first, who are named', async () => {
  const asked = server('b')
  await assignAll(chatsNow(), { id: 'ayu', name: 'Ayu' })
  const changes = asked.filter(({ address }) => address.startsWith('PATCH'))
  expect(changes.map(({ body }) => body)).toEqual([
    { assigneeId: 'ayu', expectedAssigneeId: null },
    { assigneeId: 'ayu', expectedAssigneeId: null },
  ])
  expect(doneNow()).toMatchObject({ what: 'assigned', to: 'Ayu' })
  await show(<BulkToast done={doneNow() as never} />)
  expect(screen.getByTestId('bulk-toast').textContent).toMatch(
    /Ayu has the chat now\.Not done: .*\(somebody else already has this chat\)/,
  )
})

test('what somebody changed meanwhile is not undone', async () => {
  server()
  await closeAll(chatsNow())
  const [first, ...others] = chatsNow()
  if (first) known({ ...first, mode: 'agent', assigneeId: 'budi' }, ...others)
  await show(<BulkToast done={doneNow() as never} />)
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await new Promise((done) => setTimeout(done))
  })
  expect(doneNow()?.steps).toHaveLength(2)
  expect(doneNow()?.failed).toMatchObject([{ chat: { id: 'a' }, code: 'changed' }])
  expect(chatsNow()[0]).toMatchObject({ mode: 'agent', assigneeId: 'budi' })
})

test('never more than five calls are on their way at once', async () => {
  known(...Array.from({ length: 23 }, (_, i) => eg.chat({ id: `chat${i}`, mode: 'agent' })))
  let now = 0
  let most = 0
  network(async ({ address }) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setTimeout(done))
    now--
    const chat = chatsNow().find(({ id }) => address.endsWith(`/${id}`))
    return [200, { chat: { ...chat, mode: 'closed' } }]
  })
  await closeAll(chatsNow())
  expect(most).toBe(5)
  expect(doneNow()?.steps).toHaveLength(23)
})
