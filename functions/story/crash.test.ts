import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ulid } from 'ulid'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../shared/message.ts'
import { messageKey } from '../domain/chat/chat-state.ts'
import { queue } from '../domain/sending/from-agent.ts'
import { table, tableName } from '../lib/table.ts'
import { eventually, type Member, member, newNumber, outputs, sim, stateDir } from './stack.ts'

const sqs = new SQSClient({})

let agent: Member
let killed: Awaited<ReturnType<typeof killHalfway>>
let forestalled: Awaited<ReturnType<typeof takeOverBeforeAnswer>>
let postponed: Awaited<ReturnType<typeof sendTooSoon>>

/** A job that was lost comes back after a good minute. Here as soon as nobody can hold its lease any more. */
const broughtBackAfterSeconds = 40

// What waits for a lost job comes last: most of that time the other stories take.
beforeAll(async () => {
  await sqs.send(
    new SetQueueAttributesCommand({
      QueueUrl: outputs.stack.OutboundQueueUrl,
      Attributes: { VisibilityTimeout: String(broughtBackAfterSeconds) },
    }),
  )
  await sim.calm()
  agent = await member('agent')
  killed = await killHalfway()
  forestalled = await takeOverBeforeAnswer()
  postponed = await sendTooSoon()
})
afterEach(() => sim.calm())

/** A chat of the agent's, in which the bot is quiet. */
async function ownChat() {
  const number = newNumber()
  await sim.write(number, 'Halo')
  const { id } = await agent.chatOf(number)
  await agent.patch(id, { assigneeId: agent.session.user.id })
  return { number, chatId: id }
}

const messageOf = async (chatId: string, id: string, wanted: Message['status']) =>
  eventually(async () =>
    (await agent.thread(chatId)).find((message) => message.id === id && message.status === wanted),
  )

const sendsTo = async (number: string) =>
  (await sim.calls()).filter(({ body }) => body?.to?.startsWith(number))

/** The processes in which this stack's engine runs a function; other stacks have theirs. */
function processesOf(functionName = '') {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  return lines
    .filter((line) => line.includes(resolve(stateDir)) && line.includes(functionName))
    .map((line) => Number.parseInt(line, 10))
}

/** The function that sends is killed while it waits for the provider's answer. */
async function killHalfway() {
  const { number, chatId } = await ownChat()
  await sim.faults({ answerDelayMs: 15_000, noEcho: true, noStatuses: true })
  const id = ulid()
  await agent.send(chatId, 'Sebentar ya kak', id)
  await eventually(async () => (await sendsTo(number))[0])
  for (const pid of processesOf(outputs.stack.OutboundFunction)) process.kill(pid, 'SIGKILL')
  await sim.calm()
  return { number, chatId, id }
}

/** Sends something that the provider wants later; again, if another chat's send drew the lot. */
async function wantedLater<Sent extends { number: string }>(
  send: () => Promise<Sent>,
): Promise<Sent> {
  for (;;) {
    await sim.faults({ status: { code: 429, times: 1 } })
    const sent = await send()
    const { status } = await eventually(async () =>
      (await sendsTo(sent.number)).find((call) => call.status !== null),
    )
    if (status === 429) return sent
  }
}

/** The provider wants the bot's answer later, until a person has taken the chat. */
async function takeOverBeforeAnswer() {
  const number = newNumber()
  await sim.faults({ status: { code: 429 } })
  await sim.write(number, 'Halo')
  const { id: chatId } = await agent.chatOf(number)
  await eventually(async () => (await sendsTo(number)).find(({ status }) => status !== null))
  await agent.patch(chatId, { assigneeId: agent.session.user.id })
  await sim.calm()
  return { number, chatId }
}

/** The provider wants a person's reply later. */
const sendTooSoon = () =>
  wantedLater(async () => {
    const chat = await ownChat()
    const id = ulid()
    await agent.send(chat.chatId, 'Segera kak', id)
    return { ...chat, id }
  })

test('what the bot wrote before a person took over does not go out after', async () => {
  const { number, chatId } = forestalled
  const answer = await eventually(async () =>
    (await agent.thread(chatId)).find(
      ({ sender, status }) => sender === 'bot' && status === 'failed',
    ),
  )
  expect(answer.error?.code).toBe('taken_over')
  expect(new Set((await sendsTo(number)).map(({ status }) => status))).toEqual(new Set([429]))
}, 150_000)

test('what the provider wants later goes out later, once', async () => {
  const { number, chatId, id } = postponed
  await messageOf(chatId, id, 'read')
  expect((await sendsTo(number)).map(({ status }) => status)).toEqual([429, 200])
}, 150_000)

test('a send the provider took without answering is found by its echo', async () => {
  const { number, chatId } = await ownChat()
  await sim.faults({ timeoutAfterAccept: { how: 'close', times: 1 } })
  const id = ulid()
  await agent.send(chatId, 'Sudah dikirim kak', id)
  await messageOf(chatId, id, 'read')
  expect(await sendsTo(number)).toHaveLength(1)
  expect((await agent.thread(chatId)).filter(({ sender }) => sender !== 'customer')).toHaveLength(1)
})

test('an echo that overtakes the answer to the send is not shown as a second message', async () => {
  const { chatId } = await ownChat()
  await sim.faults({ answerDelayMs: 1500 })
  const id = ulid()
  await agent.send(chatId, 'Cepat sekali', id)
  await messageOf(chatId, id, 'read')
  await sleep(2000)
  expect((await agent.thread(chatId)).map(({ sender }) => sender)).toEqual(['customer', 'agent'])
})

test('a refused send is failed with its reason, and can be sent again by a person', async () => {
  const { number, chatId } = await ownChat()
  await sim.faults({ status: { code: 403, times: 1 } })
  const id = ulid()
  await agent.send(chatId, 'Halo kak', id)
  expect((await messageOf(chatId, id, 'failed')).error?.code).toBe('forbidden')
  const again = await agent.call('POST', `/messages/${id}/resolve`, { as: 'resend' })
  expect(again.status).toBe(200)
  await messageOf(chatId, id, 'read')
  expect((await sendsTo(number)).map(({ status }) => status)).toEqual([403, 200])
  const late = await agent.call('POST', `/messages/${id}/resolve`, { as: 'resend' })
  expect(late.status).toBe(409)
})

test('a refused send can be dropped for good', async () => {
  const { number, chatId } = await ownChat()
  await sim.faults({ status: { code: 403, times: 1 } })
  const id = ulid()
  await agent.send(chatId, 'Sudah saya telepon', id)
  await messageOf(chatId, id, 'failed')
  const decide = (as: 'drop' | 'resend') =>
    agent.call<Message>('POST', `/messages/${id}/resolve`, { as })
  expect(await decide('drop')).toMatchObject({
    status: 200,
    body: { status: 'failed', droppedAt: expect.any(String) },
  })
  expect((await decide('resend')).status).toBe(409)
  expect(await sendsTo(number)).toHaveLength(1)
})

test('the same draft sent ten times at once leaves the shop once', async () => {
  const { number, chatId } = await ownChat()
  const id = ulid()
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => agent.send(chatId, 'Sekali saja', id)),
  )
  expect(new Set(replies.map(({ status, body }) => `${status} ${body.seq}`)).size).toBe(1)
  await messageOf(chatId, id, 'read')
  expect(await sendsTo(number)).toHaveLength(1)
})

test('replies leave in the order in which they were written', async () => {
  const { number, chatId } = await ownChat()
  const texts = ['satu', 'dua', 'tiga', 'empat', 'lima']
  for (const text of texts) await agent.send(chatId, text, ulid())
  const sent = await eventually(async () => {
    const all = await sim.sentTo(number)
    return all.length === texts.length ? all : undefined
  })
  expect(sent.map(({ text }) => text?.body)).toEqual(texts)
})

test('a reply whose job was lost is found by the tick, and sent once', async () => {
  const { number, chatId } = await ownChat()
  // Written into the table alone: as if the function had ended between the store and the queue.
  const draft = { id: ulid(), chatId, text: 'Terlambat sedikit' }
  const { result } = await queue(draft, agent.session.user, true)
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: messageKey(chatId, result.key),
      UpdateExpression: 'SET dueAt = :longAgo',
      ExpressionAttributeValues: { ':longAgo': '2026-01-01T00:00:00.000Z' },
    }),
  )
  const tick = new InvokeCommand({ FunctionName: outputs.stack.TickFunction })
  const lambda = new LambdaClient({})
  await lambda.send(tick)
  await messageOf(chatId, draft.id, 'read')
  await lambda.send(tick)
  await sleep(1000)
  expect(await sendsTo(number)).toHaveLength(1)
})

test('a send that is killed half-way is called unknown, and nothing is sent twice', async () => {
  const { number, chatId, id } = killed
  const unknown = await messageOf(chatId, id, 'unknown')
  expect(unknown.error?.code).toBe('interrupted')
  expect(await sendsTo(number)).toHaveLength(1)
  const resolved = await agent.call<Message>('POST', `/messages/${id}/resolve`, { as: 'sent' })
  expect(resolved).toMatchObject({ status: 200, body: { status: 'sent' } })
  expect(await sendsTo(number)).toHaveLength(1)
}, 150_000)
