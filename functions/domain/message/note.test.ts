import { expect, test } from 'vitest'
import * as Chat from '../chat/chat.ts'
import { viewOf } from '../chat/chat-state.ts'
import * as Identity from '../chat/identity.ts'
import * as eg from '../example.ts'
import * as Asking from '../sending/asking.ts'
import * as Decision from '../sending/decision.ts'
import { outbox } from '../sending/due.ts'
import { queue } from '../sending/from-agent.ts'
import { take } from '../sending/sending.ts'
import { receive } from './incoming.ts'
import * as Note from './note.ts'
import * as Thread from './thread.ts'

const open = async (fields = {}) =>
  (await receive(eg.arrival({ channelId: eg.newChannelId(), ...fields }), eg.rules)).chat
const noteOf = (text = 'Sudah transfer kemarin') => ({ id: crypto.randomUUID(), text })
const admin = eg.member({ role: 'admin' })
const nobody = async () => undefined

test('a note stands in the thread, and in the list nothing was said', async () => {
  const before = await open()
  const { chat, result } = await Note.add(before.id, noteOf(), eg.member(), true)
  expect(result).toMatchObject({ kind: 'note', sender: 'agent', senderName: 'Ayu', seq: 2 })
  const [seen, was] = [viewOf(chat), viewOf(before)]
  expect(seen.lastMessage).toEqual(was.lastMessage)
  expect([seen.unread, seen.waitingSince]).toEqual([was.unread, was.waitingSince])
  expect([seen.mode, seen.assigneeId]).toEqual([was.mode, was.assigneeId])
  const { messages } = await Thread.list(chat, { limit: 10 })
  expect(messages.map(({ kind }) => kind)).toEqual(['text', 'note'])
})

test('the same note ten times at once is one note', async () => {
  const { id } = await open()
  const [ayu, draft] = [eg.member(), noteOf()]
  const all = await Promise.all(Array.from({ length: 10 }, () => Note.add(id, draft, ayu, true)))
  expect(new Set(all.map(({ result }) => result.key)).size).toBe(1)
  expect((await Thread.recent(id, 20)).messages).toHaveLength(2)
})

test('a note cannot be sent: no lease, no outbox, no decision and no change gets it out', async () => {
  const { id } = await open()
  const { result: note } = await Note.add(id, noteOf(), admin, true)
  expect(await take(note)).toBeUndefined()
  for await (const places of outbox('9'))
    expect(places.map(({ key }) => key)).not.toContain(note.key)
  for (const as of ['resend', 'sent', 'drop'] as const)
    await expect(Decision.resolve(note.id, as, admin, true)).rejects.toMatchObject({ status: 409 })
  const target = { chatId: id, messageId: note.id }
  for (const kind of ['reaction', 'edit', 'deletion'] as const)
    await expect(Asking.ask(target, { kind, value: 'x' }, admin, true)).rejects.toMatchObject({
      code: 'not_sent',
    })
})

test('a reply cannot carry a note: neither by quoting it nor by taking its name', async () => {
  const { id } = await open()
  const { result: note } = await Note.add(id, noteOf(), admin, true)
  const quotes = queue(eg.draft({ chatId: id, quotedId: note.id }), admin, true)
  await expect(quotes).rejects.toMatchObject({ code: 'private' })
  const named = queue(eg.draft({ chatId: id, id: note.id }), admin, true)
  await expect(named).rejects.toMatchObject({ code: 'id_taken' })
  const { result } = await queue(eg.draft({ chatId: id }), admin, true)
  const stolen = Note.add(id, { id: result.id, text: 'x' }, admin, true)
  await expect(stolen).rejects.toMatchObject({ code: 'id_taken' })
})

test('whoever writes without having seen a colleague’s note is asked first', async () => {
  const { id } = await open()
  await Note.add(id, noteOf('Jangan dibalas dulu'), eg.member(), true)
  const blind = queue(eg.draft({ chatId: id, seenSeq: 1 }), eg.member(), true)
  await expect(blind).rejects.toMatchObject({ code: 'unseen' })
})

test('nobody notes anything in a chat that is not theirs to see', async () => {
  const { id } = await open()
  await queue(eg.draft({ chatId: id }), eg.member(), true)
  const stranger = Note.add(id, noteOf(), eg.member(), true)
  await expect(stranger).rejects.toMatchObject({ status: 404 })
})

test('a chat changes hands with its note or not at all, and once however often it is asked', async () => {
  const { id } = await open()
  const note = noteOf('Tolong cek pembayarannya')
  const patch = { assigneeId: 'budi', expectedAssigneeId: null, note }
  const hand = () => Chat.change(id, patch, admin, true, nobody)
  const [one, again] = [await hand(), await hand()]
  expect(one.chat).toMatchObject({ assigneeId: 'budi', mode: 'agent', lastSeq: 2 })
  expect(again.result.note?.key).toBe(one.result.note?.key)
  const late = { ...patch, assigneeId: 'citra', note: noteOf('Terlambat') }
  await expect(Chat.change(id, late, admin, true, nobody)).rejects.toMatchObject({ status: 409 })
  expect((await Thread.recent(id, 20)).messages.map(({ text }) => text)).not.toContain('Terlambat')
})

test('two chats taken apart show their last words, not their last note', async () => {
  const channelId = eg.newChannelId()
  const one = await open({ channelId })
  const other = await open({ channelId, providerChatId: '99@lid', phone: null, text: 'Ini saya' })
  await Note.add(other.id, noteOf(), admin, true)
  const { chat } = await Identity.join(
    (await Thread.recent(other.id, 1)).chat ?? other,
    (await Thread.recent(one.id, 1)).chat ?? one,
  )
  await Note.add(chat.id, noteOf(), admin, true)
  const apart = await Identity.split(chat.id, other.id)
  expect(apart.swallowed.lastMessage?.text).toBe('Ini saya')
  expect(apart.chat.lastMessage?.kind).toBe('text')
})
