import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InboxEvent } from '../../shared/events.ts'
import type { Message } from '../../shared/message.ts'
import {
  eventually,
  type Listener,
  type Member,
  member,
  newAgent,
  newNumber,
  sim,
} from './stack.ts'

let admin: Member
let ayu: Member
let budi: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  ;[ayu, budi] = await Promise.all([newAgent(admin, 'Ayu'), newAgent(admin, 'Budi')])
})

/** A chat in which the bot has answered once. */
async function answered() {
  const number = newNumber()
  await sim.write(number, 'Halo')
  return { number, chat: await ayu.chatOf(number, ({ lastSeq }) => lastSeq === 2) }
}

const note = (who: Member, chatId: string, text: string, id = ulid()) =>
  who.call<Message>('POST', `/chats/${chatId}/notes`, { id, text })

describe.concurrent('a note', () => {
  test('is read by the team at once, and by the customer never', async () => {
    const { number, chat } = await answered()
    const { socket, events } = await budi.listen()
    const id = ulid()
    const first = await note(ayu, chat.id, 'Sudah transfer', id)
    expect(first).toMatchObject({ status: 201, body: { kind: 'note', seq: 3 } })
    expect((await note(ayu, chat.id, 'Sudah transfer', id)).body).toEqual(first.body)
    await eventually(() =>
      events.find((event) => event.type === 'message.changed' && event.message.id === id),
    )
    // Whatever is sent in a chat leaves in order: what comes after the note has come past it.
    await ayu.send(chat.id, 'Baik kak', ulid())
    await eventually(async () =>
      (await sim.sentTo(number)).find(({ text }) => text?.body === 'Baik kak'),
    )
    await sim.idle()
    const heard = (await sim.sentTo(number)).map(({ text }) => text?.body)
    expect(heard).toHaveLength(2)
    expect(heard).not.toContain('Sudah transfer')
    expect((await ayu.chatOf(number)).lastMessage?.text).toBe('Baik kak')
    socket.close()
  })

  test('goes with a chat to whoever has it next', async () => {
    const { chat } = await answered()
    const { id: assigneeId } = budi.session.user
    const written = { id: ulid(), text: 'Tolong lanjutkan' }
    const handed = await admin.patch(chat.id, {
      assigneeId,
      expectedAssigneeId: null,
      note: written,
    })
    expect(handed.body.chat).toMatchObject({ assigneeId, lastSeq: 3 })
    expect((await budi.thread(chat.id)).at(-1)).toMatchObject({ ...written, kind: 'note' })
    const late = await admin.patch(chat.id, {
      assigneeId: null,
      expectedAssigneeId: null,
      note: { id: ulid(), text: 'Terlambat' },
    })
    expect(late.status).toBe(409)
    expect(await budi.thread(chat.id)).toHaveLength(3)
  })
})

test('who looks at the same chat knows of each other, and nobody else does', async () => {
  const { chat } = await answered()
  const { chat: other } = await answered()
  const [one, two, three] = await Promise.all([ayu.listen(), budi.listen(), admin.listen()])
  const look = ({ socket }: Listener, chatId: string | null) =>
    socket.send(JSON.stringify({ action: 'viewing', chatId }))
  const seen = ({ events }: Listener) =>
    events
      .filter((event): event is InboxEvent & { type: 'viewing' } => event.type === 'viewing')
      .at(-1)
  const ids = [ayu, budi].map(({ session }) => session.user.id).sort()
  look(three, other.id)
  look(one, chat.id)
  await eventually(() => seen(one)?.userIds.length === 1 || undefined)
  look(two, chat.id)
  await eventually(() => seen(one)?.userIds.length === 2 || undefined)
  expect(seen(one)?.userIds.toSorted()).toEqual(ids)
  expect(seen(one)?.names).toMatchObject({ [budi.session.user.id]: 'Budi' })
  two.socket.close()
  await eventually(() => seen(one)?.userIds.length === 1 || undefined)
  expect(seen(three)?.chatId).toBe(other.id)
  for (const { socket } of [one, three]) socket.close()
})

test('prepared replies are everybody’s, and written by admins', async () => {
  const id = ulid()
  const shortcut = `jam-${id.slice(-8).toLowerCase()}`
  const fields = { shortcut, text: 'Kami buka jam 8, kak {{name}}.' }
  expect((await ayu.call('PUT', `/canned/${id}`, fields)).status).toBe(403)
  expect((await admin.call('PUT', `/canned/${id}`, fields)).body).toEqual({ id, ...fields })
  const listed = async () =>
    (await ayu.call<{ items: { id: string }[] }>('GET', '/canned')).body.items
  expect(await listed()).toContainEqual({ id, ...fields })
  const again = await admin.call('PUT', `/canned/${ulid()}`, fields)
  expect(again.status).toBe(409)
  expect((await admin.call('DELETE', `/canned/${id}`)).status).toBe(200)
  expect((await listed()).some((canned) => canned.id === id)).toBe(false)
})
