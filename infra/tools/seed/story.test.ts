import { afterAll, beforeAll, expect, test } from 'vitest'
import { handler } from '../../../functions/api.ts'
import { ChatState, MessageState, viewOf } from '../../../functions/domain/chat/chat-state.ts'
import { table } from '../../../functions/lib/table.ts'
import { Chat } from '../../../shared/chat.ts'
import { inboxContract } from '../../../shared/contract.ts'
import { user } from '../../../shared/example.ts'
import { sides } from '../../../shared/numbers.ts'
import { kinds } from './kinds.ts'
import type { Item } from './play.ts'
import { tell } from './story.ts'

const admin = user({ id: 'admin-1', username: 'admin', role: 'admin' })
const team: Item[] = [admin, user({ id: 'agent-1' })].map((member) => ({
  ...member,
  pk: 'users',
  sk: `user#${member.id}`,
}))
const wanted = {
  chats: 60,
  long: 400,
  from: 0,
  channelId: 'MANTIS-M72HC',
  team: team.map(({ pk, sk, ...member }) => member as typeof admin),
  now: Date.UTC(2026, 10, 22, 3),
}
const told = await tell(team, wanted)
const states = told.items.filter(({ sk }) => sk === 'state').map((it) => ChatState.parse(it))
const messages = told.items.filter(({ sk }) => sk.startsWith('message#'))

beforeAll(() => {
  table.send = (async (command: never) => told.table.execute(command)) as never
})
afterAll(() => {
  Reflect.deleteProperty(table, 'send')
})

const ask = async (routeKey: string, fields: object = {}) => {
  const claims = {
    sub: admin.id,
    username: admin.username,
    token_use: 'access',
    'cognito:groups': '[admin]',
  }
  const requestContext = { http: { sourceIp: '127.0.0.1' }, authorizer: { jwt: { claims } } }
  const event = { routeKey, headers: {}, ...fields, requestContext }
  const { statusCode, body } = (await handler(event as never, {} as never)) as never
  expect(statusCode).toBe(200)
  return JSON.parse(body)
}

test('seeded chats and messages are what the product stores', () => {
  expect(states).toHaveLength(wanted.chats)
  for (const state of states) expect(() => Chat.parse(viewOf(state))).not.toThrow()
  for (const message of messages) expect(() => MessageState.parse(message)).not.toThrow()
})

test('the API lists every seeded chat, newest first', async () => {
  const { listChats } = inboxContract
  const { items } = listChats.output.parse(
    await ask(listChats.address, { queryStringParameters: { limit: '100' } }),
  )
  expect(items).toHaveLength(wanted.chats)
  const times = items.map(({ lastMessage }) => lastMessage?.sentAt ?? '')
  expect(times).toEqual(times.toSorted().reverse())
  expect(new Set(items.map(({ mode }) => mode)).size).toBe(4)
  expect(items.some(({ isGroup }) => isGroup)).toBe(true)
  expect(items.some(({ unread }) => unread > 0)).toBe(true)
  expect(items.some(({ waitingSince }) => waitingSince)).toBe(true)
})

test('the newest chat has as many messages as were asked for, of every kind', async () => {
  const [longest] = states.toSorted((a, b) => b.lastSeq - a.lastSeq)
  expect(longest?.lastSeq).toBe(wanted.long)
  const its = messages.filter(({ chatId }) => chatId === longest?.id)
  expect(its).toHaveLength(wanted.long)
  expect(new Set(its.map(({ kind }) => kind))).toEqual(new Set(kinds.map(({ kind }) => kind)))
  const statuses = new Set(its.map(({ status }) => status))
  expect(statuses).toEqual(new Set(['received', 'read', 'failed', 'unknown']))
  for (const mark of ['reactionsBy', 'editedAt', 'deletedAt', 'quoted'])
    expect(its.some((message) => message[mark])).toBe(true)
  const { getChat } = inboxContract
  const page = await ask(getChat.address, { pathParameters: { chatId: longest?.id } })
  expect(getChat.output.parse(page).messages).toHaveLength(50)
})

test('the sidebar counts what was seeded', async () => {
  const { all, unread, modes } = await ask(inboxContract.counts.address)
  const open = states.filter(({ mode }) => mode !== 'closed')
  expect(all).toBe(open.length)
  expect(unread).toBe(open.filter(({ lastSeq, readSeq }) => lastSeq > readSeq).length)
  expect(modes.closed).toBe(states.length - open.length)
})

test('nobody is owed an answer by the bot, and nothing waits to be sent', () => {
  expect(states.filter(({ botDue }) => botDue)).toEqual([])
  expect(messages.filter(({ outbox }) => outbox === 'due')).toEqual([])
})

test('the numbers of each day are what the seeded messages say', async () => {
  const { numbers } = inboxContract
  const dayOf = (time: string) =>
    new Date(Date.parse(time) + 7 * 3_600_000).toISOString().slice(0, 10)
  const days = Map.groupBy(messages, ({ sentAt }) => dayOf(String(sentAt)))
  expect(days.size).toBeGreaterThan(5)
  for (const [day, its] of days) {
    const page = await ask(numbers.address, { queryStringParameters: { day } })
    const told = numbers.output.parse(page)
    const said = its.filter(({ kind }) => kind !== 'system')
    for (const side of sides)
      expect(told.messages[side], `${day} ${side}`).toBe(
        said.filter(({ sender }) => sender === side).length,
      )
    expect(told.chats.active).toBe(new Set(said.map(({ chatId }) => chatId)).size)
  }
})

test('the numbers are nobody’s, and a later run takes others', async () => {
  const phonesIn = (chats: ChatState[]) => chats.flatMap(({ customer }) => customer.phone ?? [])
  const later = await tell(team, { ...wanted, chats: 5, long: 0, from: wanted.chats })
  const others = later.items.filter(({ sk }) => sk === 'state').map((it) => ChatState.parse(it))
  const phones = [...phonesIn(states), ...phonesIn(others)]
  expect(new Set(phones).size).toBe(phones.length)
  for (const phone of phones) expect(phone).toMatch(/^\+6284\d{9}$/)
})
