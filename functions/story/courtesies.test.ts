import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../../shared/settings.ts'
import { eventually, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
let agent: Member
beforeAll(async () => {
  await sim.calm()
  ;[admin, agent] = await Promise.all([member('admin'), member('agent')])
})
afterAll(async () => {
  await admin.call('PATCH', '/settings', { readReceipts: 'on-open' })
})

/** Functions keep the shop's settings for ten seconds. */
const keptMs = 11_000

async function decide(readReceipts: Settings['readReceipts']) {
  await admin.call('PATCH', '/settings', { readReceipts })
  await sleep(keptMs)
}

/** A customer's message in a chat of the agent's. */
async function written() {
  const number = newNumber()
  const { id } = await sim.write(number, 'Halo')
  const chat = await agent.chatOf(number)
  await agent.patch(chat.id, { assigneeId: agent.session.user.id })
  return { number, id, chatId: chat.id, lastSeq: chat.lastSeq }
}
type Written = Awaited<ReturnType<typeof written>>

const open = ({ chatId, lastSeq }: Written) =>
  agent.call('PUT', `/chats/${chatId}/read`, { seq: lastSeq })

async function reply({ chatId }: Written) {
  const id = ulid()
  await agent.send(chatId, 'Halo kak', id)
  return eventually(async () =>
    (await agent.thread(chatId)).find((message) => message.id === id && message.status === 'read'),
  )
}

const callsTo = async (start: string) =>
  (await sim.steer<{ calls: { method: string; path: string }[] }>('GET calls')).body.calls
    .map(({ method, path }) => `${method} ${decodeURIComponent(path)}`)
    .filter((call) => call.startsWith(start))

const blue = ({ id }: Written) => callsTo(`PUT /messages/${id}`)
const turnsBlue = (chat: Written) =>
  eventually(async () => ((await blue(chat)).length ? true : undefined))

describe('the customer’s ticks turn blue', { timeout: 150_000 }, () => {
  test('as soon as somebody opens the chat, once; or with a reply to what nobody had opened', async () => {
    const [opened, answered] = [await written(), await written()]
    await Promise.all([open(opened), open(opened)])
    await turnsBlue(opened)
    await reply(opened)
    await reply(answered)
    await turnsBlue(answered)
    expect([await blue(opened), await blue(answered)].map((calls) => calls.length)).toEqual([1, 1])
  })

  test('only with a reply, if the shop wants it so; the second reply says nothing new', async () => {
    await decide('on-reply')
    const chat = await written()
    await open(chat)
    await reply(chat)
    await turnsBlue(chat)
    await reply(chat)
    expect(await blue(chat)).toHaveLength(1)
  })

  test('never, if the shop wants it so', async () => {
    await decide('never')
    const chat = await written()
    await open(chat)
    await reply(chat)
    await reply(chat)
    expect(await blue(chat)).toEqual([])
  })
})

test('the customer sees that somebody types, once for many frames', async () => {
  const chat = await written()
  const { socket } = await agent.listen()
  const typing = () => callsTo(`PUT /presences/${chat.number}`)
  for (let frame = 0; frame < 20; frame++)
    socket.send(JSON.stringify({ action: 'typing', chatId: chat.chatId }))
  await eventually(async () => ((await typing()).length ? true : undefined))
  await reply(chat)
  // Twenty frames may fall into two of the spans of time in which one is passed on.
  expect((await typing()).length).toBeLessThanOrEqual(2)
  // Only of whom one asks for does the provider tell that they are there.
  await eventually(async () => (await callsTo(`POST /presences/${chat.number}`))[0])
  socket.close()
})

test('only admins change what the shop has decided; everybody may know it', async () => {
  const refused = await agent.call('PATCH', '/settings', { readReceipts: 'never' })
  expect(refused.status).toBe(403)
  const { body } = await agent.call<Settings>('GET', '/settings')
  expect(body).toMatchObject({ agentsSeeUnassigned: true, reopenAs: 'bot' })
  expect(body).not.toHaveProperty('bot')
})
