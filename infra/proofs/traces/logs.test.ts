import { readFileSync } from 'node:fs'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { beforeAll, expect, test } from 'vitest'
import { handlerIds } from '../../bundle.ts'
import { clientOf } from '../../local/aws.ts'
import { Ready } from '../../local/ready.ts'
import { type Run, runsOf } from './logs.ts'

const ready = Ready.parse(JSON.parse(readFileSync(process.env.BALAS_OUTPUTS ?? '', 'utf8')))

let runs: Run[]
let items: Record<string, unknown>[]

beforeAll(async () => {
  const { aws, stack } = ready
  runs = await runsOf(aws.endpoint)
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(aws.endpoint)))
  items = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName: stack.TableName }))
    items.push(...Items)
}, 120_000)

const said = () => runs.flatMap((run) => run.lines).map((line) => JSON.parse(line))
const everything = () => runs.flatMap((run) => [...run.lines, ...run.about]).join('\n')

/** Whatever is shorter may stand in a line by chance. */
const telling = (texts: unknown[]) => [
  ...new Set(texts.filter((text): text is string => typeof text === 'string' && text.length > 4)),
]

test('every function but those that keep silent says what it did, in lines of JSON', () => {
  for (const id of handlerIds.filter((it) => it !== 'socket'))
    expect(
      runs.some(({ by, lines: its }) => by === id && its.length > 0),
      id,
    ).toBe(true)
  for (const line of said()) expect(line).toMatchObject({ event: expect.any(String) })
})

test('no line holds what anybody wrote', () => {
  const texts = telling(items.map(({ text }) => text))
  expect(texts.length).toBeGreaterThan(100)
  const all = everything()
  expect(texts.filter((text) => all.includes(text))).toEqual([])
})

test('no line holds a number or a name of a customer', () => {
  const customers = items.map(({ customer }) => customer as Record<string, string> | undefined)
  const known = telling(
    customers.flatMap((it) => [it?.phone?.replace(/\D/g, ''), it?.name, it?.email, it?.address]),
  )
  expect(known.length).toBeGreaterThan(100)
  const all = everything()
  expect(known.filter((text) => all.includes(text))).toEqual([])
  expect(all).not.toContain('@s.whatsapp.net')
})

test('no line holds a secret, a password or a token', () => {
  const { webhookSecretHeader, whapiToken, users } = ready
  const all = everything()
  for (const secret of [webhookSecretHeader.value, whapiToken, ...users.map((it) => it.password)])
    expect(all.includes(secret)).toBe(false)
  expect(all).not.toMatch(/Bearer |eyJ[\w-]{20}/)
})

const isBug = (line: string) => JSON.parse(line).event === 'bug'
/** Once in two hours a tick keeps the ledger, and says so; stories wait for nothing else. */
const isLedger = (line: string) => JSON.parse(line).event === 'ledger'
const isMetric = (line: string) => '_aws' in JSON.parse(line)

/** As Lambda writes what is said to the console, with what CloudWatch bills more for each line. */
const bytes = (line: string) =>
  26 +
  Buffer.byteLength(
    isMetric(line)
      ? line
      : JSON.stringify({
          timestamp: '2026-11-22T04:00:00.000Z',
          level: 'INFO',
          requestId: '8cd3a1c1-53b4-41e4-9f3e-3c1d2b8d3a0b',
          message: line,
        }),
  )

test('a run writes no more than 400 bytes, as long as nothing is wrong', () => {
  for (const id of handlerIds) {
    const sizes = runs
      .filter(
        ({ by, lines: its }) => by === id && !its.some((line) => isBug(line) || isLedger(line)),
      )
      .map((run) => run.lines.reduce((sum, line) => sum + bytes(line), 0))
    const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length)
    expect(mean, id).toBeLessThanOrEqual(400)
  }
})

test('what a job did is told with the call, the delivery or the tick that began it', () => {
  const began = new Set(
    runs
      .filter(({ by }) => ['webhook', 'api', 'socket', 'tick'].includes(by))
      .flatMap((run) => run.lines.map((line) => JSON.parse(line).cause)),
  )
  const sends = said().filter(({ event, cause }) => event === 'send' && cause)
  expect(sends.length).toBeGreaterThan(10)
  const unknown = sends.filter(({ cause }) => !began.has(cause))
  // Stories put some jobs on the queue with their own hands, and kill functions before they have said anything.
  expect(unknown.length).toBeLessThan(sends.length / 10)
})
