import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Health } from '../../shared/health.ts'
import type { Message } from '../../shared/message.ts'
import type { Parked } from '../../shared/parked.ts'
import { messageKey } from '../domain/chat/chat-state.ts'
import { parkJob } from '../domain/health/given-up.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { table, tableName } from '../lib/table.ts'
import { eventually, type Member, member, newNumber, outputs, sim } from './stack.ts'

let admin: Member
let agent: Member
const lambda = new LambdaClient({})

beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  agent = await member('agent')
})
afterEach(() => sim.calm())

const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60

const health = async () => (await admin.call<Health>('GET', '/health')).body

const forget = (sk: string) =>
  table.send(new DeleteCommand({ TableName: tableName(), Key: { pk: 'settings', sk } }))

/** Ticks as the clock does, with a new day's budget; with `ledger`, it is time for that too. */
async function tick({ ledger = false } = {}) {
  await forget(`calls#${new Date().toISOString().slice(0, 10)}`)
  if (ledger) await forget('ledger')
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: outputs.stack.TickFunction }),
  )
  expect(FunctionError).toBeUndefined()
}

const newestEntry = async () => (await health()).ledger[0]

/** A chat of the agent's, in which the bot is quiet. */
async function ownChat() {
  const number = newNumber()
  await sim.say(number, { text: 'Halo', timestamp: minutesAgo(60) })
  const { id } = await agent.chatOf(number)
  await agent.patch(id, { assigneeId: agent.session.user.id })
  return { number, chatId: id }
}

/** A message in the table alone, as if its job were lost; so old that it is no longer on its ordinary way. */
async function queuedWithoutJob(chatId: string, text: string) {
  const draft = { id: ulid(), chatId, text }
  const { result } = await queue(draft, agent.session.user, true)
  return { id: draft.id, chatId, key: result.key }
}

const messageOf = (chatId: string, id: string, status: Message['status']) =>
  eventually(async () =>
    (await agent.thread(chatId)).find((it) => it.id === id && it.status === status),
  )

test('an admin is told when the channel is set up otherwise, and when it is right again', async () => {
  const drift = async () => {
    await forget('drift').then(() => tick())
    return (await health()).settings?.drift
  }
  const setUp = (callback_persist: boolean) => sim.channel({ callback_persist })
  const found = await setUp(false).then(() => drift().finally(() => setUp(true)))
  expect([found, await drift()]).toEqual([['forgets at a restart'], []])
})

describe('the ledger', () => {
  test('what the webhook never told is mended in its place, once, and the bot keeps quiet', async () => {
    const { number, chatId } = await ownChat()
    const unheard = newNumber()
    await sim.faults({ drop: true })
    await sim.say(number, { text: 'hilang', timestamp: minutesAgo(50) })
    await sim.say(unheard, { text: 'pertama', timestamp: minutesAgo(40) })
    await sim.say(unheard, { text: 'kedua', timestamp: minutesAgo(30) })
    await sim.idle()
    await sim.calm()
    await sim.say(number, { text: 'terakhir', timestamp: minutesAgo(20) })
    await agent.chatOf(number, ({ lastMessage }) => lastMessage?.text === 'terakhir')
    expect(await admin.chats(`q=${unheard}`)).toEqual([])

    await tick({ ledger: true })
    const said = async (id: string) =>
      (await admin.thread(id)).map(({ text, recovered = false }) => [text, recovered])
    expect(await said(chatId)).toEqual([
      ['Halo', false],
      ['hilang', true],
      ['terakhir', false],
    ])
    const chat = await admin.chatOf(unheard)
    expect(chat).toMatchObject({ unread: 2, lastMessage: { text: 'kedua' } })
    const entry = await newestEntry()
    expect(entry?.recovered).toBeGreaterThanOrEqual(3)
    expect(entry?.received).toBe((entry?.stored ?? 0) + (entry?.recovered ?? 0))
    expect(entry?.gaps).toContainEqual({ chatId: chat.id, missing: 2 })

    await tick({ ledger: true })
    expect(await newestEntry()).toMatchObject({ received: entry?.received, recovered: 0 })
    expect(await said(chat.id)).toEqual([
      ['pertama', true],
      ['kedua', true],
    ])
    expect(await sim.sentTo(unheard)).toEqual([])
  })

  test('is kept no more often than it is due, and its calls are counted', async () => {
    await tick({ ledger: true })
    const { ledger, calls } = await health()
    expect(calls).toMatchObject({ allowed: 30 })
    expect(calls.today).toBeGreaterThanOrEqual(1)
    await tick()
    expect((await health()).ledger).toEqual(ledger)
  })
})

test('a send in doubt is found in the history, and is sent after all', async () => {
  const { number, chatId } = await ownChat()
  await sim.faults({ timeoutAfterAccept: { how: 'close' }, noEcho: true, noStatuses: true })
  const id = ulid()
  await agent.send(chatId, 'Sudah dikirim kak', id)
  await messageOf(chatId, id, 'unknown')
  expect((await health()).unknown).toBeGreaterThanOrEqual(1)
  const [message] = (await agent.thread(chatId)).filter((it) => it.id === id)
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: messageKey(chatId, `message#${message?.order}`),
      UpdateExpression: 'SET dueAt = :longAgo',
      ExpressionAttributeValues: { ':longAgo': '2026-01-01T00:00:00.000Z' },
    }),
  )
  await tick()
  await messageOf(chatId, id, 'sent')
  expect(await sim.sentTo(number)).toHaveLength(1)
})

describe('what could not be done', () => {
  const parkedJobs = async (body: string, query = '') => {
    const { items } = (await admin.call<{ items: Parked[] }>('GET', `/parked${query}`)).body
    return items.filter((item) => item.body === body)
  }

  test.each([
    ['OutboundFunction', 'queue/outbound'],
    ['BotFunction', 'queue/bot'],
  ])('a job that %s fails at three times is listed once, with its reason', async (name, path) => {
    const body = JSON.stringify({ chatId: `poison ${crypto.randomUUID()}` })
    const record = { body, attributes: { ApproximateReceiveCount: '3' } }
    for (let time = 0; time < 2; time++) {
      const { FunctionError } = await lambda.send(
        new InvokeCommand({
          FunctionName: outputs.stack[name],
          Payload: JSON.stringify({ Records: [record] }),
        }),
      )
      expect(FunctionError).toBeUndefined()
    }
    const parked = await parkedJobs(body)
    expect(parked).toMatchObject([{ path }])
    expect(parked[0]?.reason).toMatch(/Error/)
    expect((await health()).parked).toBeGreaterThanOrEqual(1)
  })

  test('a parked job is put on its queue again, and is no longer listed', async () => {
    const { number, chatId } = await ownChat()
    const { id, key } = await queuedWithoutJob(chatId, 'Akhirnya')
    const body = JSON.stringify({ chatId, key })
    await parkJob('outbound')(body, new Error('It did not work'))
    const [parked] = await parkedJobs(body)
    const replayed = await admin.call('POST', `/parked/${parked?.id}/replay`)
    expect(replayed).toMatchObject({ status: 200, body: { stored: 1, parked: 0 } })
    await messageOf(chatId, id, 'read')
    expect(await parkedJobs(body)).toEqual([])
    expect(await sim.sentTo(number)).toHaveLength(1)
    expect((await admin.call('POST', `/parked/${parked?.id}/replay`)).status).toBe(404)
  })

  test('what died is brought back from the dead-letter queue, in its order', async () => {
    const { number, chatId } = await ownChat()
    const texts = Array.from({ length: 12 }, (_, i) => `pesan ${i}`)
    const queued: Awaited<ReturnType<typeof queuedWithoutJob>>[] = []
    for (const text of texts) queued.push(await queuedWithoutJob(chatId, text))
    const sqs = new SQSClient({})
    for (const { key } of queued)
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: outputs.stack.OutboundDlqUrl,
          MessageBody: JSON.stringify({ chatId, key }),
          MessageGroupId: chatId,
          MessageDeduplicationId: key.slice(-128),
        }),
      )
    expect((await health()).queues.outbound.failed).toBeGreaterThanOrEqual(12)
    const { status, body } = await admin.call<{ replayed: number }>(
      'POST',
      '/queues/outbound/replay',
    )
    expect(status).toBe(200)
    expect(body.replayed).toBeGreaterThanOrEqual(12)
    await messageOf(chatId, queued.at(-1)?.id ?? '', 'read')
    expect((await sim.sentTo(number)).map(({ text }) => text?.body)).toEqual(texts)
    expect((await health()).queues.outbound.failed).toBe(0)
  })

  test('is dismissed with who did it and when, is kept, and is no longer counted', async () => {
    const { chatId } = await ownChat()
    const body = JSON.stringify({ chatId, key: `message#${ulid()}` })
    await parkJob('outbound')(body, new Error('It did not work'))
    const [parked] = await parkedJobs(body)
    expect(parked).toMatchObject({
      why: { code: 'job_failed', about: 'outbound' },
      chat: { chatId },
    })
    const before = (await health()).parked
    const { status } = await admin.call('POST', `/parked/${parked?.id}/dismiss`)
    expect(status).toBe(200)
    expect((await health()).parked).toBe(before - 1)
    const dismissed = { userId: admin.session.user.id, at: expect.any(String) }
    expect(await parkedJobs(body)).toMatchObject([{ body, dismissed }])
    expect(await parkedJobs(body, '?state=waiting')).toEqual([])
    expect((await admin.call('POST', `/parked/${ulid()}/dismiss`)).status).toBe(404)
  })

  test('a message in doubt is named with its chat until somebody decides', async () => {
    const { chatId } = await ownChat()
    await sim.faults({ timeoutAfterAccept: { how: 'close' }, noEcho: true, noStatuses: true })
    const id = ulid()
    await agent.send(chatId, 'Sampai belum kak?', id)
    await messageOf(chatId, id, 'unknown')
    const named = async () => (await health()).undecided.find(({ messageId }) => messageId === id)
    expect(await named()).toMatchObject({ chatId, status: 'unknown', customer: { name: 'Sari W' } })
    await agent.call('POST', `/messages/${id}/resolve`, { as: 'sent' })
    expect(await named()).toBeUndefined()
  })

  test('is for admins alone', async () => {
    const one = `/parked/${ulid()}`
    for (const line of ['/queues/bot/replay', `${one}/replay`, `${one}/dismiss`])
      expect((await agent.call('POST', line)).status).toBe(403)
    expect((await admin.call('POST', '/queues/else/replay')).status).toBe(400)
  })
})
