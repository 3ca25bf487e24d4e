import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { WebSocket as SiteSocket } from 'ws'
import {
  eventually,
  type Member,
  member,
  newAgent,
  newNumber,
  outputs,
  request,
  signIn,
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

/** A chat that is Ayu's. */
async function ayusChat() {
  const number = newNumber()
  await sim.write(number, 'Rahasia')
  const chat = await ayu.chatOf(number)
  await ayu.patch(chat.id, { assigneeId: ayu.session.user.id, expectedAssigneeId: null })
  return { number, chat }
}

test('nothing is reachable without signing in', async () => {
  for (const path of ['/me', '/chats', '/chats/x', '/counts', '/users', '/parked', '/health']) {
    expect((await request(`${outputs.url}/api${path}`)).status).toBe(401)
    const forged = { authorization: 'Bearer a.b.c' }
    expect((await request(`${outputs.url}/api${path}`, { headers: forged })).status).toBe(401)
  }
})

test('signing in wrongly does not tell whether the user exists, and is stopped after a while', async () => {
  const known = await signIn('admin', `wrong-${ulid()}`)
  const nobody = `nobody-${ulid().toLowerCase()}`
  const unknown = await signIn(nobody, 'wrong-password')
  expect(unknown.status).toBe(401)
  expect(unknown.body).toEqual(known.body)
  for (let i = 0; i < 4; i++) await signIn(nobody, 'wrong-password')
  expect((await signIn(nobody, 'wrong-password')).status).toBe(429)
})

test('a reload stays signed in by its cookie, until signing out', async () => {
  const { headers } = await signIn('agent', 'agent123')
  const cookie = headers.get('set-cookie') ?? ''
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part)
  const withCookie = { headers: { cookie: cookie.split(';')[0] } }
  const renewed = await request(`${outputs.url}/api/session/refresh`, {
    method: 'POST',
    ...withCookie,
  })
  expect(renewed).toMatchObject({
    status: 200,
    body: { user: { username: 'agent', role: 'agent' } },
  })
  const out = await request(`${outputs.url}/api/session`, { method: 'DELETE', ...withCookie })
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  const late = await request(`${outputs.url}/api/session/refresh`, {
    method: 'POST',
    ...withCookie,
  })
  expect(late.status).toBe(401)
})

test('whoever was given a password must choose another one first', async () => {
  const username = `baru-${ulid().toLowerCase().slice(-8)}`
  const made = await admin.call<{ id: string }>('POST', '/users', {
    username,
    password: 'rahasia-123',
    name: 'Baru',
    role: 'agent',
  })
  expect(made).toMatchObject({ status: 201, body: { username, role: 'agent' } })
  await admin.call('PATCH', `/users/${made.body.id}`, { password: 'sementara-1' })
  expect((await signIn(username, 'rahasia-123')).status).toBe(401)
  const first = await signIn(username, 'sementara-1')
  expect(first).toMatchObject({ status: 403, body: { error: { code: 'new_password_required' } } })
  const body = { username, password: 'sementara-1', newPassword: 'pilihan-sendiri-1' }
  const chosen = await request(`${outputs.url}/api/session`, { method: 'POST', body })
  expect(chosen).toMatchObject({ status: 200, body: { user: { name: 'Baru' } } })
  expect((await signIn(username, 'pilihan-sendiri-1')).status).toBe(200)
})

test('a username is taken once', async () => {
  const user = { username: 'agent', password: 'rahasia-123', name: 'Lain', role: 'agent' }
  const twice = await admin.call('POST', '/users', user)
  expect(twice).toMatchObject({ status: 409, body: { error: { code: 'username_taken' } } })
})

describe.concurrent('an agent', () => {
  test('cannot see, read, write or change a colleague’s chat by REST', async () => {
    const { number, chat } = await ayusChat()
    expect(await budi.chats(`q=${number}`)).toEqual([])
    const calls = await Promise.all([
      budi.call('GET', `/chats/${chat.id}`),
      budi.call('GET', `/chats/${chat.id}/messages`),
      budi.send(chat.id, 'Halo', ulid()),
      budi.patch(chat.id, { mode: 'closed' }),
      budi.call('PUT', `/chats/${chat.id}/read`, { seq: 1 }),
    ])
    expect(calls.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(await admin.chats(`q=${number}`)).toHaveLength(1)
  })

  test('hears nothing of a colleague’s chat over the socket, but of unassigned ones', async () => {
    const { number, chat } = await ayusChat()
    const [owner, stranger, boss] = await Promise.all([ayu.listen(), budi.listen(), admin.listen()])
    await sim.write(number, 'Nomor rekening saya …')
    const free = newNumber()
    await sim.write(free, 'Halo')
    const about = (events: { type: string }[], text: string) =>
      events.some((event) => JSON.stringify(event).includes(text))
    await eventually(() => about(owner.events, 'rekening') && about(boss.events, 'rekening'))
    await eventually(() => about(stranger.events, free))
    await sleep(300)
    expect(about(stranger.events, chat.id)).toBe(false)
    for (const { socket } of [owner, stranger, boss]) socket.close()
  })

  test('is told when a chat goes to somebody else', async () => {
    const number = newNumber()
    await sim.write(number, 'Halo')
    const chat = await budi.chatOf(number)
    const { socket, events } = await budi.listen()
    await ayu.patch(chat.id, { assigneeId: ayu.session.user.id })
    await eventually(() =>
      events.find((event) => event.type === 'chat.hidden' && event.chatId === chat.id),
    )
    socket.close()
  })

  test('cannot manage the team, nor look at the machine room', async () => {
    for (const path of ['/users', '/parked', '/health'])
      expect((await ayu.call('GET', path)).status).toBe(403)
    const made = await ayu.call('POST', '/users', {
      username: 'x1',
      password: 'rahasia-123',
      name: 'X',
      role: 'admin',
    })
    expect(made.status).toBe(403)
  })

  test('who is disabled is out at once, over REST and over the socket', async () => {
    const citra = await newAgent(admin, 'Citra')
    const { socket, events } = await citra.listen()
    const out = await admin.call('PATCH', `/users/${citra.session.user.id}`, { disabled: true })
    expect(out.status).toBe(200)
    expect((await citra.call('GET', '/chats')).status).toBe(401)
    const number = newNumber()
    await sim.write(number, 'Halo')
    await admin.chatOf(number)
    await sleep(500)
    expect(events).toContainEqual(expect.objectContaining({ type: 'signed.out' }))
    expect(JSON.stringify(events)).not.toContain(number)
    socket.close()
  })
})

test('of twenty who take a chat at once, one has it and the others are told who', async () => {
  const number = newNumber()
  await sim.write(number, 'Halo')
  const chat = await ayu.chatOf(number)
  const claims = await Promise.all(
    Array.from({ length: 20 }, (_, i) => {
      const who = i % 2 ? ayu : budi
      return who.patch(chat.id, { assigneeId: who.session.user.id, expectedAssigneeId: null })
    }),
  )
  expect(claims.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(claims.filter(({ status }) => status === 409)).toHaveLength(19)
  const { assigneeId } = await admin.chatOf(number)
  for (const { status, body } of claims)
    if (status === 409) expect(body).toMatchObject({ error: { assigneeId } })
})

test('a socket opens for a genuine token only', async () => {
  const refused = (protocols: string[]) =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(outputs.wsUrl, protocols)
      socket.addEventListener('open', () => resolve(false))
      socket.addEventListener('error', () => resolve(true))
    })
  expect(await refused(['balas.v1'])).toBe(true)
  expect(await refused(['balas.v1', 'a.b.c'])).toBe(true)
  expect(await refused([ayu.session.accessToken])).toBe(true)
})

test('a socket opens for our own pages only: not for another site that has come by a token', async () => {
  const opens = (origin: string) =>
    new Promise<boolean>((resolve) => {
      const protocols = ['balas.v1', ayu.session.accessToken]
      const socket = new SiteSocket(outputs.wsUrl, protocols, { origin })
      socket.on('open', () => {
        socket.close()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  expect(await opens(outputs.url)).toBe(true)
  expect(await opens('https://evil.example.com')).toBe(false)
})

test('a ping is answered, typing is passed on, and what nobody knows is ignored', async () => {
  const { chat } = await ayusChat()
  const [owner, boss] = await Promise.all([ayu.listen(), admin.listen()])
  owner.socket.send('{"action":"ping"}')
  await eventually(() => owner.events.find(({ type }) => type === 'pong'))
  owner.socket.send('{"action":"surprise"}')
  owner.socket.send('no json')
  owner.socket.send(JSON.stringify({ action: 'typing', chatId: chat.id }))
  const typing = await eventually(() => boss.events.find((event) => event.type === 'typing'))
  expect(typing).toMatchObject({ chatId: chat.id, who: 'Ayu' })
  expect(owner.events.some(({ type }) => type === 'typing')).toBe(false)
  for (const { socket } of [owner, boss]) socket.close()
})
