import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelHealth } from '../../shared/channel.ts'
import type { Chat } from '../../shared/chat.ts'
import type { Message } from '../../shared/message.ts'
import { table, tableName } from '../lib/table.ts'
import { deliver } from './payloads.ts'
import { eventually, type Member, member, newNumber, outputs, sim } from './stack.ts'

let agent: Member
beforeAll(async () => {
  agent = await member('agent')
  await comeBack()
})
afterEach(() => comeBack())

/** The provider says that the number is linked. */
const sayLinked = () => deliver({ health: { status: { code: 4, text: 'AUTH' } } }, 'channel')

/** Nothing goes wrong any more, and everybody knows. */
async function comeBack() {
  await sim.calm()
  await sim.faults({ loggedOut: false })
  await sayLinked()
  await channelIs('connected')
}

/** A chat of the agent's, in which the bot is quiet. */
async function ownChat() {
  const number = newNumber()
  await sim.write(number, 'Halo')
  const { id: chatId } = await agent.chatOf(number)
  await agent.patch(chatId, { assigneeId: agent.session.user.id })
  return { number, chatId }
}
type OwnChat = Awaited<ReturnType<typeof ownChat>>

async function write({ chatId }: OwnChat, text: string) {
  const id = ulid()
  await agent.send(chatId, text, id)
  return id
}

const statusesIn = async ({ chatId }: OwnChat) =>
  (await agent.thread(chatId))
    .filter(({ sender }) => sender === 'agent')
    .map(({ text, status }) => `${text}: ${status}`)

const messageOf = ({ chatId }: OwnChat, id: string, wanted: Message['status']) =>
  eventually(async () =>
    (await agent.thread(chatId)).find((message) => message.id === id && message.status === wanted),
  )

const messageThat = ({ chatId }: OwnChat, text: string, wanted: Message['status']) =>
  eventually(async () =>
    (await agent.thread(chatId)).find(
      (message) => message.text === text && message.status === wanted,
    ),
  )

const callsTo = async ({ number }: OwnChat) =>
  (await sim.calls())
    .filter(({ body }) => body?.to?.startsWith(number))
    .map(({ body, status }) => `${body?.body}: ${status}`)

const channelIs = (wanted: ChannelHealth['state']) =>
  eventually(async () => {
    const { body } = await agent.call<{ channel: ChannelHealth }>('GET', '/counts')
    return body.channel.state === wanted ? body.channel : undefined
  })

/** All that was on the queue has been worked off. */
const workedOff = () =>
  eventually(async () => {
    const asked = new GetQueueAttributesCommand({
      QueueUrl: outputs.stack.OutboundQueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    })
    const { Attributes = {} } = await new SQSClient({}).send(asked)
    return Object.values(Attributes).every((count) => count === '0')
  })

describe('while the number is logged out', () => {
  test('everything stays queued and nobody is called; back in, all goes out in order, once', async () => {
    const [first, second] = [await ownChat(), await ownChat()]
    const { socket, events } = await agent.listen()
    await sim.faults({ loggedOut: true })
    expect(await channelIs('disconnected')).toMatchObject({ since: expect.any(String) })
    await write(first, 'satu')
    await write(second, 'dua')
    await write(first, 'tiga')
    await workedOff()
    expect(await statusesIn(first)).toEqual(['satu: queued', 'tiga: queued'])
    expect(await statusesIn(second)).toEqual(['dua: queued'])
    expect([...(await callsTo(first)), ...(await callsTo(second))]).toEqual([])

    await sim.faults({ loggedOut: false })
    await messageThat(first, 'tiga', 'read')
    await messageThat(second, 'dua', 'read')
    expect(await callsTo(first)).toEqual(['satu: 200', 'tiga: 200'])
    expect(await callsTo(second)).toEqual(['dua: 200'])
    const told = events.flatMap((event) =>
      event.type === 'channel.changed' ? [event.channel.state] : [],
    )
    expect(told).toEqual(expect.arrayContaining(['disconnected', 'connected']))
    expect(told.indexOf('disconnected')).toBeLessThan(told.lastIndexOf('connected'))
    socket.close()
  })

  test('what is written the moment it is back does not overtake what waits', async () => {
    const chat = await ownChat()
    await sim.faults({ loggedOut: true })
    await channelIs('disconnected')
    for (const text of ['satu', 'dua', 'tiga']) await write(chat, text)
    await workedOff()
    await sim.faults({ loggedOut: false })
    await channelIs('connected')
    await write(chat, 'empat')
    await messageThat(chat, 'empat', 'read')
    expect(await callsTo(chat)).toEqual(['satu: 200', 'dua: 200', 'tiga: 200', 'empat: 200'])
  })
})

/** What a linked number does not mend, an account that was not paid, is tried again after half an hour. */
const forHalfAnHour = () =>
  table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: { pk: 'settings', sk: 'channel' },
      UpdateExpression: 'SET since = :long_ago',
      ExpressionAttributeValues: { ':long_ago': new Date(Date.now() - 31 * 60_000).toISOString() },
    }),
  )

describe('a send that is told the channel is down', () => {
  test.each([
    ['the number is not linked', 401],
    ['the account is not paid', 402],
  ])('because %s goes back in its place, and the next one waits', async (_, code) => {
    const chat = await ownChat()
    await sim.faults({ status: { code, times: 1 } })
    await write(chat, 'satu')
    expect(await channelIs('disconnected')).toMatchObject({ code: String(code) })
    await write(chat, 'dua')
    await workedOff()
    expect(await statusesIn(chat)).toEqual(['satu: queued', 'dua: queued'])
    expect(await callsTo(chat)).toEqual([`satu: ${code}`])
    if (code === 402) await forHalfAnHour()
    await sayLinked()
    await messageThat(chat, 'dua', 'read')
    expect(await callsTo(chat)).toEqual([`satu: ${code}`, 'satu: 200', 'dua: 200'])
  })
})

/** Nobody has pressed lately, and of the day's calls none is used: other stories used some. */
const forgetPress = () =>
  Promise.all(
    ['check-now', `calls#${new Date().toISOString().slice(0, 10)}`].map((sk) =>
      table.send(new DeleteCommand({ TableName: tableName(), Key: { pk: 'settings', sk } })),
    ),
  )

describe('whoever does not want to wait for the next look', () => {
  test('has the channel looked at now, and what waited goes out at once, in order, once', async () => {
    const chat = await ownChat()
    await forgetPress()
    await sim.faults({ status: { code: 402, times: 1 } })
    await write(chat, 'satu')
    await channelIs('disconnected')
    await write(chat, 'dua')
    await workedOff()
    const press = () => agent.call<{ is: string }>('POST', '/channel/check')
    const presses = await Promise.all([press(), press()])
    expect(presses.map(({ body }) => body.is).toSorted()).toEqual(['asked', 'lately'])
    await messageThat(chat, 'dua', 'read')
    expect(await callsTo(chat)).toEqual(['satu: 402', 'satu: 200', 'dua: 200'])
  })

  test('is told when it is still lost', async () => {
    await forgetPress()
    await sim.faults({ loggedOut: true })
    await channelIs('disconnected')
    const { socket, events } = await agent.listen()
    await agent.call('POST', '/channel/check')
    const told = await eventually(() => events.find(({ type }) => type === 'channel.changed'))
    expect(told).toMatchObject({ channel: { state: 'disconnected' } })
    socket.close()
  })
})

describe('a send the provider wants later', () => {
  test('goes out a moment later, once, and the next one after it', async () => {
    const chat = await ownChat()
    await sim.faults({ status: { code: 429, times: 1 } })
    await write(chat, 'satu')
    await write(chat, 'dua')
    await messageThat(chat, 'dua', 'read')
    expect(await callsTo(chat)).toEqual(['satu: 429', 'satu: 200', 'dua: 200'])
  })
})

describe('a send that is certain never to go out', () => {
  test('marks its chat before everybody at once, until it is dropped', async () => {
    const chat = await ownChat()
    const { socket, events } = await agent.listen()
    const marks = () =>
      events.flatMap((event) =>
        event.type === 'message.changed' && event.chat.id === chat.chatId
          ? [event.chat.unsent?.failed ?? 0]
          : [],
      )
    await sim.faults({ status: { code: 403, times: 1 } })
    const id = await write(chat, 'satu')
    await eventually(() => marks().at(-1) === 1)
    await agent.call('POST', `/messages/${id}/resolve`, { as: 'drop' })
    await eventually(() => marks().at(-1) === 0)
    socket.close()
  })

  test.each([
    [404, 'not_on_whatsapp'],
    [403, 'forbidden'],
    [413, 'too_large'],
    [400, 'rejected'],
  ])('after %i is failed with the reason %s, and the next one goes out', async (code, problem) => {
    const chat = await ownChat()
    await sim.faults({ status: { code, times: 1 } })
    const id = await write(chat, 'satu')
    expect((await messageOf(chat, id, 'failed')).error?.code).toBe(problem)
    await messageOf(chat, await write(chat, 'dua'), 'read')
    // Whatever is said after it, the list shows it until somebody deals with it.
    const listed = await agent.call<{ items: Chat[] }>('GET', '/chats?view=unsent')
    const row = listed.body.items.find(({ id: chatId }) => chatId === chat.chatId)
    expect(row?.unsent).toEqual({ failed: 1, unknown: 0 })
    expect(await callsTo(chat)).toEqual([`satu: ${code}`, 'dua: 200'])
  })
})
