import { SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { out } from '../lib/metrics.ts'
import { sqs } from '../lib/queues.ts'
import { table } from '../lib/table.ts'
import { MemoryTable, type TableCommand } from '../simulation/table/memory-table.ts'
import { balasTable } from '../simulation/table/schema.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export const channelId = 'MANTIS-M72HC'

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

/** The provider, which answers or not, remembers these messages, and notes what it is asked. */
export class Provider {
  linked = true
  ill = false
  history: { id: string; timestamp: number; [field: string]: unknown }[] = []
  calls: string[] = []
  settings: object = {
    callback_persist: true,
    webhooks: [
      {
        url: 'https://inbox.example/webhook/whapi',
        mode: 'body',
        headers: { 'X-Webhook-Secret': 'secret' },
      },
    ],
  }

  ask(address: string) {
    const { pathname, searchParams } = new URL(address)
    this.calls.push(pathname)
    if (this.ill) return answer(502, {})
    if (pathname === '/health')
      return answer(200, { status: { text: this.linked ? 'AUTH' : 'QR' } })
    if (!this.linked) return answer(401, { error: { message: 'need channel authorization' } })
    if (pathname === '/settings') return answer(200, this.settings)
    const [from = 0, to = 0, count = 0, offset = 0] = [
      'time_from',
      'time_to',
      'count',
      'offset',
    ].map((name) => Number(searchParams.get(name)))
    const found = this.history.filter(({ timestamp }) => timestamp >= from && timestamp <= to)
    return answer(200, { messages: found.slice(offset, offset + count) })
  }
}

/** A world without AWS for each test: a table in memory, queues that take everything, a provider, and time set by hand. */
export function smallWorld() {
  const world = { memory: new MemoryTable({ schema: balasTable }), provider: new Provider() }
  beforeAll(() => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const variables = {
      TABLE_NAME: 'balas',
      WHAPI_URL: 'https://whapi.invalid',
      WHAPI_CHANNEL_ID: channelId,
      WHAPI_TOKEN_PARAMETER: 'token',
      BOT_QUEUE_URL: 'bot',
      OUTBOUND_QUEUE_URL: 'outbound',
    }
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
    vi.stubGlobal('fetch', async (address: string) => world.provider.ask(address))
    vi.spyOn(table, 'send').mockImplementation(async (command) =>
      world.memory.execute(command as TableCommand as never),
    )
    vi.spyOn(sqs, 'send').mockImplementation(async () => ({}))
    vi.spyOn(SSMClient.prototype, 'send').mockImplementation(async () => ({
      Parameters: [{ Name: 'token', Value: 'token' }],
    }))
    vi.spyOn(out, 'write').mockReturnValue(true)
    vi.spyOn(console, 'log').mockReturnValue()
    vi.spyOn(console, 'error').mockReturnValue()
  })
  afterAll(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  beforeEach(() => {
    world.memory = new MemoryTable({ schema: balasTable })
    world.provider = new Provider()
    vi.mocked(sqs.send).mockClear()
  })
  return world
}
