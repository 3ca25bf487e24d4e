import { randomBytes } from 'node:crypto'
import { SQSClient } from '@aws-sdk/client-sqs'
import { SSMClient } from '@aws-sdk/client-ssm'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { channelId, fields, kind, message } from './channels/whapi/reading/samples.ts'
import { get } from './domain/health/parked.ts'
import { list } from './domain/health/parked-list.ts'
import { MemoryTable } from './simulation/table/memory-table.ts'
import { balasTable } from './simulation/table/schema.ts'
import { handler } from './webhook.ts'

const secret = 'a-secret-of-this-test'
let table = new MemoryTable({ schema: balasTable })
let logged: string[] = []

beforeAll(() => {
  vi.stubEnv('TABLE_NAME', 'balas')
  vi.stubEnv('BOT_QUEUE_URL', 'bot')
  vi.stubEnv('OUTBOUND_QUEUE_URL', 'outbound')
  vi.stubEnv('WHAPI_CHANNEL_ID', channelId)
  vi.stubEnv('WEBHOOK_SECRET_PARAMETER', 'secret-of-this-test')
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation((async (command: never) =>
    table.execute(command)) as never)
  vi.spyOn(SQSClient.prototype, 'send').mockImplementation((async () => ({})) as never)
  vi.spyOn(SSMClient.prototype, 'send').mockImplementation((async () => ({
    Parameters: [{ Value: secret }],
  })) as never)
  for (const level of ['log', 'error', 'warn', 'info'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => void logged.push(said.join(' ')))
})

beforeEach(() => {
  table = new MemoryTable({ schema: balasTable })
  logged = []
})

afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function post(body: string | undefined, around: object = {}) {
  const event = {
    headers: { 'x-webhook-secret': secret },
    rawPath: '/webhook/whapi',
    isBase64Encoded: false,
    body,
    ...around,
  }
  return (await handler(event as never)).statusCode
}

const parked = async () => {
  const { items } = await list({ limit: 100 })
  return Promise.all(items.map(({ id }) => get(id)))
}
const stored = () => table.counts.TransactWriteCommand ?? 0
const messages = (...items: unknown[]) => JSON.stringify({ messages: items, channel_id: channelId })

describe('what is not JSON is kept, and not asked for again', () => {
  test.each([
    ['a page', '<html>Halo</html>'],
    ['half a delivery', messages(message()).slice(0, -9)],
    ['a form', 'messages=1&channel_id=2'],
    ['a bomb of brackets', '['.repeat(200_000)],
  ])('%s', async (_, body) => {
    expect(await post(body)).toBe(200)
    expect(await parked()).toMatchObject([{ reason: 'It is no JSON', body }])
  })

  test('bytes that are no text', async () => {
    const body = Buffer.from([0xff, 0xfe, 0x00, 0x7b]).toString('base64')
    expect(await post(body, { isBase64Encoded: true })).toBe(200)
    expect(await parked()).toHaveLength(1)
  })
})

test.each([undefined, '', '  ', '{}', '[]', 'null', '0', '{"test":true}'])(
  'an empty delivery (%j) leaves nothing behind',
  async (body) => {
    expect(await post(body)).toBe(200)
    expect([stored(), await parked()]).toEqual([0, []])
  },
)

test.each([
  ['text/plain', false],
  ['application/x-www-form-urlencoded', true],
  [undefined, true],
])('the content type (%s) makes no difference', async (type, isBase64Encoded) => {
  const body = messages(message({ text: { body: 'Halo 🤷🏽‍♂️' } }))
  const headers = { 'x-webhook-secret': secret, ...(type ? { 'content-type': type } : {}) }
  const sent = isBase64Encoded ? Buffer.from(body).toString('base64') : body
  expect(await post(sent, { headers, isBase64Encoded })).toBe(200)
  expect([stored(), await parked()]).toEqual([1, []])
})

test('invalid UTF-8 in a text costs that character and nothing else', async () => {
  const [before, after] = messages(message({ text: { body: 'Ha|lo' } })).split('|')
  const body = Buffer.concat([
    Buffer.from(before ?? ''),
    Buffer.from([0xc3]),
    Buffer.from(after ?? ''),
  ])
  expect(await post(body.toString('base64'), { isBase64Encoded: true })).toBe(200)
  expect([stored(), await parked()]).toEqual([1, []])
})

test('5 MB of one message are kept whole', async () => {
  const body = messages(message({ text: { body: 'x'.repeat(5_000_000) } }), message())
  expect(await post(body)).toBe(200)
  expect(stored()).toBe(1)
  const [item] = await parked()
  expect(item?.body.length).toBeGreaterThan(5_000_000)
})

test('5 MB that cannot be compressed are kept whole', async () => {
  const body = `no json ${randomBytes(3_750_000).toString('base64')}`
  expect(await post(body)).toBe(200)
  expect((await parked())[0]?.body === body).toBe(true)
})

test('of 10,000 messages as many are stored as there is time for, and the others wait, whole', async () => {
  const ids = Array.from({ length: 10_000 }, (_, i) => `a-${i}`)
  const chatOf = (i: number) => `62812${String(10_000_000 + (i % 50))}@s.whatsapp.net`
  const all = ids.map((id, i) => message({ id, chat_id: chatOf(i), from: undefined }))
  expect(await post(messages(...all))).toBe(200)
  const [rest, ...others] = await parked()
  expect(others).toEqual([])
  const waiting = JSON.parse(rest?.body ?? '').messages as { id: string }[]
  expect(stored()).toBe(1000)
  expect(waiting.map(({ id }) => id)).toEqual(ids.slice(1000))
  // Delivered again, the next of them are stored.
  expect(await post(rest?.body)).toBe(200)
  expect(stored()).toBe(2000)
})

test('10,000 items that nobody understands are parked together', async () => {
  const body = JSON.stringify({
    messages: Array(5000).fill({ id: 'a-1' }),
    ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`field-${i}`, [i]])),
  })
  expect(await post(body)).toBe(200)
  expect(await parked()).toHaveLength(2)
})

test('names that JavaScript gives a meaning are names', async () => {
  const body = messages(message(), kind('__proto__'), kind('constructor', { body: 'x' }))
    .replace('"chat_name"', '"__proto__"')
    .replace('{"messages"', '{"__proto__":{"polluted":[1]},"constructor":[1],"messages"')
  expect(await post(body)).toBe(200)
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  expect(JSON.stringify(await parked())).toContain('polluted')
})

test('when the store fails the provider is asked to deliver again', async () => {
  vi.spyOn(table, 'execute').mockImplementation(() => {
    throw new Error('The table is away')
  })
  expect(await post(messages(message()))).toBe(503)
})

test.each([undefined, '', 'wrong', `${secret}x`])('the secret %j opens nothing', async (given) => {
  expect(await post(messages(message()), { headers: { 'x-webhook-secret': given } })).toBe(401)
  expect(stored()).toBe(0)
})

const whole = JSON.stringify(fields)
const places = [...whole.matchAll(/(?<=":)("[^"]*"|\d+|true|false)/g)]
const odd = ['null', '1e999', '""', '"\\u0000"', '"\\ud800"', '[]', '{}', '-1', '1.8e19', '"x"']

/** Any JSON, any JSON under fields that we know, and all samples at once with one value of them turned odd. */
const hostile = fc.oneof(
  fc.json(),
  fc
    .dictionary(fc.constantFrom(...Object.keys(fields)), fc.jsonValue({ maxDepth: 4 }))
    .map((it) => JSON.stringify(it)),
  fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...odd))
    .map(([at, value]) => whole.slice(0, at.index) + value + whole.slice(at.index + at[0].length)),
)

test('no input is our bug, and nothing of it is in the log', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (body) => {
      table = new MemoryTable({ schema: balasTable })
      expect(await post(body)).toBe(200)
    }),
    { numRuns: 60 },
  )
  const log = logged.join('\n')
  expect(log).not.toMatch(/62812|Halo|Sari|Budi|Kaos|secret-of|250388/)
  for (const line of logged) expect(line.length).toBeLessThan(300)
})

test('whoever only looks is refused, and nothing of it is kept', async () => {
  const http = { method: 'GET' }
  expect(await post(undefined, { requestContext: { requestId: 'call-1', http } })).toBe(405)
  expect(await parked()).toEqual([])
})
