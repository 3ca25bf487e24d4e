import * as z from 'zod'
import { Refusal } from '../../local/refusal.ts'

/** One channel at WHAPI, by its token. */
export interface Provider {
  url: string
  token: string
}

const timeoutMs = 20_000

const Refused = z.looseObject({ error: z.looseObject({ message: z.string() }) })

/** A call that WHAPI did not do. */
export class ProviderError extends Refusal {
  override name = 'ProviderError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const advice: Record<number, string> = {
  401: 'Is it the token of this channel? It stands in panel.whapi.cloud. A new one: npm run deploy -- --new-token',
  402: 'The account is not paid, or its trial is over: panel.whapi.cloud.',
  404: 'There is no such channel any more. A new token: npm run deploy -- --new-token',
}

/** One call to WHAPI's own API; throws what it refuses, in words. */
export async function ask(
  { url, token }: Provider,
  method: 'GET' | 'PATCH' | 'POST',
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: Error) => {
    throw new Refusal(`WHAPI cannot be reached at ${url} (${error.name}). Look at the network.`)
  })
  const text = await response.text()
  if (response.ok) return json(text)
  const said = Refused.safeParse(json(text)).data?.error.message ?? text.slice(0, 100)
  throw new ProviderError(
    response.status,
    `WHAPI refused ${method} ${path}: ${response.status} ${said}. ${advice[response.status] ?? ''}`.trim(),
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const Channel = z.looseObject({
  channel_id: z.string(),
  status: z.looseObject({ text: z.string() }),
})

/** What the token's channel is called, and how it is: only `AUTH` sends and receives. Does not wake it up. */
export async function channelOf(provider: Provider): Promise<{ id: string; state: string }> {
  const answer = Channel.safeParse(await ask(provider, 'GET', '/health?wakeup=false'))
  if (!answer.success) throw new Refusal(`${provider.url} does not answer like WHAPI.`)
  return { id: answer.data.channel_id, state: answer.data.status.text }
}
