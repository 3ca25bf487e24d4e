import { setTimeout as sleep } from 'node:timers/promises'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Chat } from '../../shared/chat.ts'
import { table, tableName } from '../lib/table.ts'
import { deliverMessages, text } from './payloads.ts'
import { eventually, type Member, member, newAgent, newNumber, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

/** Longer than the bot waits for the rest of a burst and a send takes. */
const botWouldHaveAnswered = () => sleep(9000)

const named = (name: string, wanted = (_: Chat) => true) =>
  eventually(async () => (await admin.chats(`q=${encodeURIComponent(name)}`)).find(wanted))

const textsIn = async (chatId: string) => (await admin.thread(chatId)).map(({ text }) => text)

/** A customer with a name of its own, who wrote so long ago that the bot leaves it to people. */
async function guest() {
  const number = newNumber()
  const name = `Tamu ${number.slice(-6)}`
  await sim.steer('POST customers', { phone: number, name })
  let minutes = 60
  const say = (text: string, fields: object = {}) =>
    sim.say(number, { text, name, timestamp: ago(minutes--), ...fields })
  return { number, name, say }
}

const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60

const hide = (number: string, secret: boolean) =>
  sim.steer(`PATCH customers/${number}`, { hidden: true, secret })

/** As if an hour had gone by since the provider was asked in vain. */
const askedLongAgo = (chatId: string) =>
  eventually(() =>
    table
      .send(
        new UpdateCommand({
          TableName: tableName(),
          Key: { pk: 'hidden', sk: chatId },
          UpdateExpression: 'SET askedAt = :then',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':then': new Date(Date.now() - 3600_000).toISOString() },
        }),
      )
      .catch(() => undefined),
  )

/** One person who wrote under both ids, in turns, after which WhatsApp told that they are one. */
async function merged() {
  const { number, name, say } = await guest()
  await say('satu', { timestamp: ago(29) })
  await named(name)
  await hide(number, false)
  const { from: lid } = await say('tiga', { timestamp: ago(27) })
  await named(name, ({ merged }) => merged?.length === 1)
  await say('dua', { lid: false, timestamp: ago(28) })
  await say('empat', { timestamp: ago(26) })
  const chat = await named(name, ({ lastSeq }) => lastSeq === 4)
  return { number, name, say, lid, chat, other: chat.merged?.[0]?.chatId ?? '' }
}

describe.concurrent('who hides the number', () => {
  test('is shown by name, with no number, and can be answered', async () => {
    const { number, name, say } = await guest()
    await hide(number, true)
    const { from: lid } = await say('satu')
    const chat = await named(name)
    await sim.idle()
    expect((await named(name)).customer).toEqual({ name, phone: null })
    await admin.send(chat.id, 'Halo', ulid())
    await eventually(async () => (await sim.sentTo(lid))[0])
  })

  test('stays in the same chat when WhatsApp tells the number', async () => {
    const { number, name, say } = await guest()
    await hide(number, false)
    await say('satu')
    const known = await named(name, ({ customer }) => customer.phone === `+${number}`)
    await say('dua', { lid: false })
    await named(name, ({ lastMessage }) => lastMessage?.text === 'dua')
    expect(await admin.chats(`q=${encodeURIComponent(name)}`)).toHaveLength(1)
    expect(await textsIn(known.id)).toEqual(['satu', 'dua'])
  })

  test('is asked about again with a later message, and joined with the chat of the number', async () => {
    const { number, name, say } = await guest()
    await say('satu')
    const open = await named(name)
    await hide(number, true)
    await say('dua')
    const hidden = await named(name, ({ customer }) => customer.phone === null)
    expect(hidden.id).not.toBe(open.id)
    await hide(number, false)
    await say('tiga')
    const chat = await named(name, ({ merged }) => merged?.[0]?.chatId === hidden.id)
    expect([chat.id, await textsIn(chat.id)]).toEqual([open.id, ['satu', 'dua', 'tiga']])
  })

  test('is asked about again when the phone’s contacts name the customer', async () => {
    const { number, name, say } = await guest()
    await hide(number, true)
    await say('satu')
    const hidden = await named(name)
    await askedLongAgo(hidden.id)
    await sim.steer(`PATCH customers/${number}`, { secret: false, name: `${name} K` })
    const known = await named(name, ({ customer }) => customer.phone === `+${number}`)
    expect(known.id).toBe(hidden.id)
  })

  test('is joined with another chat by an agent who knows, and an admin takes them apart', async () => {
    const agent = await newAgent(admin)
    const { number, name, say } = await guest()
    await say('satu')
    const open = await named(name)
    await hide(number, true)
    await say('dua')
    const hidden = await named(name, ({ customer }) => customer.phone === null)
    await say('tiga', { lid: false })
    await named(name, ({ lastMessage }) => lastMessage?.text === 'tiga')
    const { events, socket } = await agent.listen()
    const join = () =>
      agent.call<{ chat: Chat }>('POST', `/chats/${hidden.id}/join`, { withId: open.id })
    const { status, body } = await join()
    expect([status, body.chat.id, await textsIn(hidden.id)]).toEqual([
      200,
      open.id,
      ['satu', 'dua', 'tiga'],
    ])
    await eventually(() =>
      events.find((event) => event.type === 'chat.hidden' && event.chatId === hidden.id),
    )
    socket.close()
    expect((await join()).status).toBe(409)
    await admin.call('POST', `/chats/${open.id}/split`, { mergedId: hidden.id })
    expect([await textsIn(open.id), await textsIn(hidden.id)]).toEqual([['satu', 'tiga'], ['dua']])
  })
})

describe.concurrent('the same person under two ids', () => {
  test('becomes one chat: in order, nothing lost, the unread of both', async () => {
    const { number, name, chat } = await merged()
    expect(await textsIn(chat.id)).toEqual(['satu', 'dua', 'tiga', 'empat'])
    expect(chat).toMatchObject({
      unread: 4,
      customer: { phone: `+${number}` },
      lastMessage: { text: 'empat' },
    })
    expect(await admin.chats(`q=${encodeURIComponent(name)}`)).toHaveLength(1)
  })

  test('is found under either id, and is read as one', async () => {
    const { chat, other } = await merged()
    for (const id of [chat.id, other]) {
      const { status, body } = await admin.call<{ chat: Chat }>('GET', `/chats/${id}`)
      expect([status, body.chat.id]).toEqual([200, chat.id])
    }
    const seq = chat.lastSeq
    const read = await admin.call<{ chat: Chat }>('PUT', `/chats/${other}/read`, { seq })
    expect(read.body.chat).toMatchObject({ id: chat.id, unread: 0 })
  })

  test('is answered where the last message came from', async () => {
    const { number, name, say, lid, chat } = await merged()
    await admin.send(chat.id, 'ke lid', ulid())
    await eventually(async () => (await sim.sentTo(lid))[0])
    await say('lima', { lid: false, timestamp: ago(0) })
    await named(name, ({ lastMessage }) => lastMessage?.text === 'lima')
    await admin.send(chat.id, 'ke nomor', ulid())
    const [sent] = await eventually(async () => {
      const all = await sim.sentTo(number)
      return all.length ? all : undefined
    })
    expect(sent?.text?.body).toBe('ke nomor')
  })

  test('can be taken apart by an admin, nothing is lost, and they stay apart', async () => {
    const { name, say, chat, other } = await merged()
    const agent = await member('agent')
    const refused = await agent.call('POST', `/chats/${chat.id}/split`, { mergedId: other })
    expect(refused.status).toBe(403)
    const { status } = await admin.call('POST', `/chats/${chat.id}/split`, { mergedId: other })
    expect(status).toBe(200)
    const parts = await Promise.all([chat.id, other].map(textsIn))
    expect(parts.map((texts) => texts.join()).toSorted()).toEqual(['satu,dua', 'tiga,empat'])
    await say('lima', { timestamp: ago(25) })
    await named(name, ({ lastMessage }) => lastMessage?.text === 'lima')
    expect(await admin.chats(`q=${encodeURIComponent(name)}`)).toHaveLength(2)
  })
})

test('a Brazilian number with and without its ninth digit is one chat, answered as it writes', async () => {
  const tail = String(Math.floor(Math.random() * 1e7)).padStart(7, '0')
  const [long, short] = [`55119${`8${tail}`}`, `5511${`8${tail}`}`]
  await deliverMessages(text(long, 'um', { timestamp: Math.floor(Date.now() / 1000) - 5 }))
  const chat = await admin.chatOf(long)
  await admin.patch(chat.id, { mode: 'paused' })
  await deliverMessages(text(short, 'dois'))
  const end = await admin.chatOf(long, ({ lastSeq }) => lastSeq === 2)
  expect(end).toMatchObject({ id: chat.id, customer: { phone: `+${long}` } })
  expect(await textsIn(chat.id)).toEqual(['um', 'dois'])
  await admin.send(chat.id, 'oi', ulid())
  await eventually(async () => (await sim.sentTo(short))[0])
})

test('a number written in Indonesian ways is one customer', async () => {
  const number = newNumber()
  await sim.write(number, 'Halo')
  const { id } = await admin.chatOf(number)
  await deliverMessages(text(`0${number.slice(2)}`, 'lagi'))
  const end = await admin.chatOf(number, ({ lastMessage }) => lastMessage?.text === 'lagi')
  expect(end.id).toBe(id)
})

test('what gathered while the phone was away is stored in its place, and the bot is silent', async () => {
  const number = newNumber()
  const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60
  await sim.say(number, { text: 'kemarin', timestamp: ago(600) })
  const chat = await admin.chatOf(number)
  await sim.steer('POST backlog', {
    messages: [
      { from: number, text: 'pagi', timestamp: ago(300) },
      { from: number, text: 'malam', timestamp: ago(900) },
      { from: number, text: 'siang', timestamp: ago(200) },
    ],
  })
  await admin.chatOf(number, ({ lastSeq }) => lastSeq === 4)
  expect(await textsIn(chat.id)).toEqual(['malam', 'kemarin', 'pagi', 'siang'])
  await botWouldHaveAnswered()
  expect(await sim.sentTo(number)).toEqual([])
  await sim.write(number, 'Halo')
  await eventually(async () => (await sim.sentTo(number))[0])
})
