import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Call, unitsIn } from './calls.ts'

/** Answers are held back for long enough that calls made side by side overlap, whatever the machine does. */
const heldMs = 60

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The operation, and for DynamoDB a wish to be told what it costs. */
function read({ method, url, headers }: IncomingMessage, body: Buffer) {
  const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.')
  const isTable = service.startsWith('DynamoDB')
  const sent = isTable
    ? Buffer.from(JSON.stringify({ ...JSON.parse(String(body)), ReturnConsumedCapacity: 'TOTAL' }))
    : body
  const name = operation || `${method} ${/@connections/.test(url ?? '') ? '@connections' : url}`
  return { name, operation, isTable, sent }
}

async function handOn(incoming: IncomingMessage, target: string) {
  const start = performance.now()
  const { name, operation, isTable, sent } = read(incoming, await bodyOf(incoming))
  const { method, url, headers } = incoming
  const forwarded = request(`${target}${url}`, {
    method,
    headers: { ...headers, host: new URL(target).host, 'content-length': sent.length },
  }).end(sent)
  const [answer] = (await once(forwarded, 'response')) as [IncomingMessage]
  const body = await bodyOf(answer)
  await sleep(heldMs)
  const units = isTable ? unitsIn(operation, String(body)) : { readUnits: 0, writeUnits: 0 }
  const call: Call = { name, start, end: performance.now(), ...units }
  return { call, answer, body }
}

export interface Recorder {
  url: string
  calls: Call[]
  close(): void
}

/** Stands before a service, hands every call on, and writes down when it came and when it was answered. */
export async function record(target: string): Promise<Recorder> {
  const calls: Call[] = []
  const server = createServer(async (incoming, outgoing) => {
    try {
      const { call, answer, body } = await handOn(incoming, target)
      calls.push(call)
      const { 'transfer-encoding': _, ...headers } = answer.headers
      outgoing
        .writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': body.length })
        .end(body)
    } catch {
      // As from a service that is away; the caller says so.
      outgoing.destroy()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
