import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type SimulatorOptions, startSimulator } from './simulator.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests read whatever is posted and answered
export type Json = any

export interface Received {
  method: string
  path: string
  headers: Record<string, string | string[] | undefined>
  body: Json
}

/** A tiny inbox: keeps what it is posted and answers as told, 200 unless told otherwise. */
export async function startInbox(answer: (count: number) => number | Promise<number> = () => 200) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, headers, body: parsed(await text(request)) })
    response.writeHead(await answer(received.length)).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/webhook/whapi`,
    received,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

export const token = 'token-of-the-channel'
export const sari = '6281200000001'

/** A simulator in a hurry, posting to that inbox, and short words for talking to it. */
export async function startTalk(url?: string, options: Partial<SimulatorOptions> = {}) {
  const simulator = await startSimulator({
    port: 0,
    token,
    channelId: 'MANTIS-M72HC',
    ownNumber: '6281200000000',
    ...(url && { webhook: { url } }),
    habits: { statusDelaysMs: { sent: 1, delivered: 2, read: 3 }, backoffMs: 1 },
    ...options,
  })
  async function call(line: string, body?: unknown, headers: Record<string, string> = {}) {
    const [method = 'GET', path = '/'] = line.split(' ')
    const response = await fetch(simulator.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: parsed(await response.text()) as Json }
  }
  const idle = () => call('POST /sim/idle', { timeoutMs: 800 })
  return { ...simulator, call, idle }
}
