import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract.ts'
import { SocketAction, socketProtocol } from '../../shared/events.ts'
import type { Route } from '../../shared/route.ts'
import { actions, type Row, rows, type Target } from './matrix/rows.ts'
import { expiredToken, idToken, strangersToken } from './matrix/tokens.ts'
import { eventually, Member, member, newNumber, outputs, request, signIn, sim } from './stack.ts'

const password = 'Rahasia-12345'
let admin: Member
let ayu: Member
let budi: Member
/** What opens nothing, by what is wrong with it. */
const refused: Record<string, string | undefined> = { 'no token': undefined }
const chats = {} as Record<'own' | 'other’s', Target>

async function enter(name: string) {
  const username = `${name.toLowerCase()}-${crypto.randomUUID().slice(0, 8)}`
  await admin.call('POST', '/users', { username, password, name, role: 'agent' })
  return { username, who: new Member((await signIn(username, password)).body) }
}

/** A chat in which its customer and Ayu have said something, and which no bot answers. */
async function chatOf(assignee: Member | null): Promise<Target> {
  const number = newNumber()
  const { id: messageId } = await sim.write(number, 'Halo')
  const { id: chatId } = await admin.chatOf(number)
  const oursId = ulid()
  await admin.patch(chatId, { mode: 'paused' })
  await ayu.send(chatId, 'Baik', oursId)
  await admin.patch(chatId, { assigneeId: assignee?.session.user.id ?? null })
  return { chatId, messageId, oursId }
}

beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  const entered = await enter('Ayu')
  ayu = entered.who
  budi = (await enter('Budi')).who
  const citra = await enter('Citra')
  await admin.call('PATCH', `/users/${citra.who.session.user.id}`, { disabled: true })
  const { username } = entered
  refused['a forged token'] = `${ayu.session.accessToken.slice(0, -8)}AAAAAAAA`
  refused['an expired token'] = await expiredToken(username, password)
  refused['a token of another pool'] = await strangersToken(username, password)
  refused['an id token'] = await idToken(username, password)
  refused['the token of whom an admin disabled'] = citra.who.session.accessToken
  chats.own = await chatOf(ayu)
  chats['other’s'] = await chatOf(budi)
})

async function ask(route: Route, row: Row, token: string | undefined, target: Target) {
  const [method = '', template = ''] = route.address.split(' ')
  const fields = { ...row.input?.(target) }
  const path = template.replace(/\{(\w+)\}/g, (_, name) => {
    const value = String(fields[name])
    delete fields[name]
    return encodeURIComponent(value)
  })
  const query = method === 'GET' ? `?${new URLSearchParams(fields as Record<string, string>)}` : ''
  const { status } = await request(`${outputs.url}${path}${query}`, {
    method,
    body: method === 'GET' ? undefined : fields,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
  return status
}

/** Not refused: done, or answered as there is nothing to be done. */
const expectDone = (status: number, { answers }: Row) =>
  answers ? expect(status).toBe(answers) : expect([200, 201, 409]).toContain(status)

test('every route of the contract, and every action of the socket, has its row here', () => {
  expect(Object.keys(rows).sort()).toEqual(Object.keys(contract).sort())
  const known = SocketAction.def.options.map((option) => option.def.shape.action.def.values[0])
  expect(Object.keys(actions).sort()).toEqual(known.toSorted())
})

describe.each(Object.entries(contract as Record<string, Route>))('%s', (name, route) => {
  const row = rows[name as keyof typeof rows]
  const { who } = route

  if (who === 'public') {
    test('is answered alike whatever token comes with it', async () => {
      for (const token of [...Object.values(refused), ayu.session.accessToken])
        expect(await ask(route, row, token, chats.own)).toBe(row.answers)
    })
    return
  }

  test('is closed without a good token', async () => {
    const answers = await Promise.all(
      Object.entries(refused).map(async ([what, token]) => [
        what,
        await ask(route, row, token, chats.own),
      ]),
    )
    expect(answers).toEqual(Object.keys(refused).map((what) => [what, 401]))
  })

  test('is open to admins', async () => {
    expectDone(await ask(route, row, admin.session.accessToken, await chatOf(budi)), row)
  })

  if (who === 'admin')
    test('is closed to agents', async () => {
      expect(await ask(route, row, ayu.session.accessToken, chats.own)).toBe(403)
    })
  else if (row.ofChat)
    test('is open to an agent for a chat of their own or of nobody, and for no other’s', async () => {
      const token = ayu.session.accessToken
      expectDone(await ask(route, row, token, chats.own), row)
      expectDone(await ask(route, row, token, await chatOf(null)), row)
      expect(await ask(route, row, token, chats['other’s'])).toBe(404)
    })
  else
    test('is open to agents', async () => {
      expectDone(await ask(route, row, ayu.session.accessToken, chats.own), row)
    })
})

const opens = (token: string | undefined) =>
  new Promise<boolean>((resolve) => {
    const socket = new WebSocket(outputs.wsUrl, [socketProtocol, ...(token ? [token] : [])])
    socket.addEventListener('open', () => {
      socket.close()
      resolve(true)
    })
    socket.addEventListener('error', () => resolve(false))
  })

describe('the socket', () => {
  test('opens for agents and admins, and with no token that is not good', async () => {
    expect(await opens(ayu.session.accessToken)).toBe(true)
    expect(await opens(admin.session.accessToken)).toBe(true)
    for (const [what, token] of Object.entries(refused))
      expect([what, await opens(token)]).toEqual([what, false])
  })

  test.each(Object.entries(actions).flatMap(([action, heard]) => (heard ? [[action, heard]] : [])))(
    '%s is heard for a chat that the agent may see, and for no other’s',
    async (action, heard) => {
      const [agent, boss] = await Promise.all([ayu.listen(), admin.listen()])
      const isHeard = (chatId: string) =>
        boss.events.some(
          (event) =>
            event.type === heard &&
            'chatId' in event &&
            event.chatId === chatId &&
            (event.type !== 'viewing' || event.userIds.includes(ayu.session.user.id)),
        )
      const act = async ({ chatId }: Target) => {
        // Who looks at a chat is told to those alone who look at it too.
        boss.socket.send(JSON.stringify({ action: 'viewing', chatId }))
        await eventually(() =>
          boss.events.find((event) => event.type === 'viewing' && event.chatId === chatId),
        )
        agent.socket.send(JSON.stringify({ action, chatId }))
      }
      await act(chats['other’s'])
      await sleep(500)
      const free = await chatOf(null)
      for (const target of [chats.own, free]) {
        await act(target)
        await eventually(() => isHeard(target.chatId) || undefined)
      }
      expect(isHeard(chats['other’s'].chatId)).toBe(false)
      for (const { socket } of [agent, boss]) socket.close()
    },
  )
})

test.each(['/webhook/whapi', '/webhook/whapi/messages'])(
  '%s takes nothing in without its secret, whoever is signed in',
  async (path) => {
    const { name } = outputs.webhookSecretHeader
    const headers = [
      {},
      { [name]: 'wrong' },
      { authorization: `Bearer ${admin.session.accessToken}` },
    ]
    for (const each of headers) {
      const { status } = await request(`${outputs.url}${path}`, {
        method: 'POST',
        body: { messages: [] },
        headers: each,
      })
      expect(status).toBe(401)
    }
  },
)
