import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../shared/example.ts'
import { network, refused } from '../test/network.ts'
import { signedIn } from '../test/signed-in.ts'
import { emptyInbox } from './apply.ts'
import { loadOlder } from './pages.ts'
import { draftsOf, messagesOf } from './select.ts'
import { flush, loadThread, receive, sendMessage, tryAgain, useInbox } from './store.ts'

const id = '01K9ZZZZZZZZZZZZZZZZZZZZZZ'
const draft = { chatId: 'chat1', text: 'Siap kak', seenSeq: 3 }
const queued = eg.message({ id, seq: 4, sender: 'agent', text: 'Siap kak', status: 'queued' })
const drafts = () => draftsOf(useInbox.getState(), 'chat1')

beforeEach(() => {
  signedIn()
  useInbox.setState(emptyInbox, true)
})
afterEach(() => vi.unstubAllGlobals())

test('a message shows before the server has answered, and is the server’s once it has', async () => {
  const calls = network(() => [201, queued])
  const sending = sendMessage(draft, id)
  expect(drafts()).toMatchObject([{ id, text: 'Siap kak' }])
  await sending
  expect(drafts()).toEqual([])
  expect(useInbox.getState().threads.chat1?.messages[id]).toEqual(queued)
  expect(calls).toMatchObject([{ address: 'POST /api/chats/messages', body: { id, ...draft } }])
})

test('what was written first is handed over first, however slow the network is', async () => {
  const reached: unknown[] = []
  network(async ({ body }) => {
    const { text } = body as { text: string }
    if (text === 'satu') await new Promise((resolve) => setTimeout(resolve, 30))
    reached.push(text)
    return [201, { ...queued, text }]
  })
  await Promise.all(['satu', 'dua', 'tiga'].map((text) => sendMessage({ ...draft, text })))
  expect(reached).toEqual(['satu', 'dua', 'tiga'])
})

test('a reply that is lost after the message came over the socket is no failure', async () => {
  network(() => {
    receive({ type: 'message.changed', chat: eg.chat(), message: queued })
    return 'lost'
  })
  await sendMessage(draft, id)
  expect(drafts()).toEqual([])
})

test('what could not be sent stays, and goes out under the same id at the next try', async () => {
  let online = false
  const calls = network(() => (online ? [201, queued] : 'lost'))
  await sendMessage(draft, id)
  expect(drafts()).toMatchObject([{ id, problem: 'unreachable' }])
  online = true
  const [failed] = drafts()
  if (failed) await tryAgain(failed)
  expect(drafts()).toEqual([])
  expect(calls.map(({ body }) => body)).toMatchObject([{ id }, { id }])
})

test('nothing overtakes what waits for the network, and a refusal lets the next one pass', async () => {
  let online = false
  const handed: string[] = []
  network(({ address, body }) => {
    if (address.startsWith('GET')) return [200, { chat: eg.chat(), messages: [], cursor: null }]
    const { id: named, text } = body as { id: string; text: string }
    handed.push(text)
    if (text === 'dua') return refused(409, 'unseen')
    return online ? [201, { ...queued, id: named, text }] : 'lost'
  })
  await sendMessage({ ...draft, text: 'satu' })
  await sendMessage({ ...draft, text: 'dua' })
  await sendMessage({ ...draft, text: 'tiga' })
  expect(handed).toEqual(['satu', 'satu', 'satu'])
  expect(drafts()).toMatchObject(Array(3).fill({ problem: 'unreachable', waits: true }))
  online = true
  await flush('chat1')
  expect(handed.slice(3)).toEqual(['satu', 'dua', 'tiga'])
  expect(drafts()).toMatchObject([{ text: 'dua', problem: 'unseen' }])
  expect(drafts()[0]).not.toHaveProperty('waits')
})

test('what somebody else’s message overtook is sent once its writer has seen that', async () => {
  const theirs = eg.message({ id: 'm4', seq: 4, text: 'Eh, batal' })
  const calls = network(({ address, body }) => {
    if (address.startsWith('GET')) {
      return [200, { chat: eg.chat({ lastSeq: 4 }), messages: [theirs], cursor: null }]
    }
    return (body as { seenSeq: number }).seenSeq < 4 ? refused(409, 'unseen') : [201, queued]
  })
  await sendMessage(draft, id)
  expect(drafts()).toMatchObject([{ id, problem: 'unseen' }])
  expect(messagesOf(useInbox.getState(), 'chat1')).toEqual([theirs])
  const [overtaken] = drafts()
  if (overtaken) await tryAgain(overtaken)
  expect(drafts()).toEqual([])
  expect(calls.at(-1)?.body).toMatchObject({ id, seenSeq: 4 })
})

test('what was to replace a message that somebody else dealt with waits for its writer, then goes out alone', async () => {
  const calls = network(({ address, body }) => {
    if (address.startsWith('GET')) return [200, { chat: eg.chat(), messages: [], cursor: null }]
    return (body as { replaces?: string }).replaces ? refused(409, 'settled') : [201, queued]
  })
  await sendMessage({ ...draft, replaces: 'm2' }, id)
  const [refusedDraft] = drafts()
  expect(refusedDraft).toMatchObject({ id, problem: 'settled', replaces: 'm2' })
  if (refusedDraft) await tryAgain(refusedDraft)
  expect(drafts()).toEqual([])
  expect(calls.at(-1)?.body).not.toHaveProperty('replaces')
})

test('a chat that may not be seen leaves the screen', async () => {
  network(() => refused(404, 'not_found'))
  receive(eg.chatChanged())
  await expect(loadThread('chat1')).rejects.toMatchObject({ status: 404 })
  expect(useInbox.getState().chats).toEqual({})
})

test('a thread is fetched from its newest page backwards', async () => {
  const newer = eg.message({ id: 'm2', seq: 2, sentAt: '2026-11-21T10:00:00.000Z' })
  const older = eg.message({ id: 'm1', seq: 1 })
  const calls = network(({ address }) =>
    address.endsWith('/messages')
      ? [200, { items: [older], cursor: null }]
      : [200, { chat: eg.chat({ lastSeq: 2 }), messages: [newer], cursor: 'm2' }],
  )
  await loadThread('chat1')
  await loadOlder('chat1')
  await loadOlder('chat1')
  expect(messagesOf(useInbox.getState(), 'chat1')).toEqual([older, newer])
  expect(calls.map(({ query }) => query.get('before'))).toEqual([null, 'm2'])
})
