import * as z from 'zod/mini'
import type { Outcome } from '../../domain/sending.ts'
import { env } from '../../lib/env.ts'
import { secret } from '../../lib/secrets.ts'

/** Longer than WhatsApp takes, shorter than the function lives. */
const timeoutMs = 20_000

/** Errors of a connection that was never made: the provider has certainly not seen the message. */
const neverReached = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

const name = z.string().check(z.minLength(1))

const Sent = z.looseObject({
  message: z.optional(z.looseObject({ id: name })),
  id: z.optional(name),
})

const Refused = z.looseObject({
  error: z.looseObject({ code: z.coerce.string(), message: z.string() }),
})

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const token = await secret('WHAPI_TOKEN_PARAMETER')
  return fetch(`${env('WHAPI_URL')}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
  })
}

export interface Text {
  to: string
  body: string
  /** The provider's id of the message this one answers. */
  quoted?: string
}

/** Sends a text once. WHAPI has no idempotency key, so whatever is not certain is `unknown`, never a retry. */
export async function sendText(text: Text): Promise<Outcome> {
  let response: Response
  try {
    response = await request('/messages/text', { method: 'POST', body: JSON.stringify(text) })
  } catch (error) {
    return outcomeOfFailure(error)
  }
  return outcomeOf(response.status, await response.text().catch(() => ''))
}

function outcomeOfFailure(error: unknown): Outcome {
  const { code } = (error instanceof Error && (error.cause as { code?: string })) || {}
  if (code && neverReached.includes(code))
    return { is: 'later', code, message: 'WhatsApp could not be reached' }
  return { is: 'unknown', code: code ?? 'timeout', message: 'WhatsApp did not answer' }
}

/** What an answer means (support.whapi.cloud; shapes in the OpenAPI file of WHAPI). */
export function outcomeOf(status: number, body: string): Outcome {
  const parsed = json(body)
  if (status >= 200 && status < 300) {
    const sent = Sent.safeParse(parsed).data
    const providerId = sent?.message?.id ?? sent?.id
    if (providerId) return { is: 'sent', providerId }
    return { is: 'unknown', code: 'no_id', message: 'WhatsApp took it without naming it' }
  }
  const refused = Refused.safeParse(parsed).data
  const message = refused?.error.message.slice(0, 200) ?? `WhatsApp answered ${status}`
  const code = String(status)
  if (status === 429 || status === 401) return { is: 'later', code, message }
  if (status >= 500) return { is: 'unknown', code, message }
  return { is: 'failed', code, message }
}

function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const History = z.looseObject({
  messages: z.array(
    z.looseObject({
      id: z.string(),
      timestamp: z.coerce.number(),
      text: z.optional(z.looseObject({ body: z.string() })),
    }),
  ),
})

/** Our own newest texts in a chat as the provider knows them; throws when it cannot tell. */
export async function sentTexts(providerChatId: string, since: Date) {
  const query = new URLSearchParams({
    from_me: 'true',
    count: '50',
    time_from: String(Math.floor(since.getTime() / 1000)),
  })
  const response = await request(`/messages/list/${encodeURIComponent(providerChatId)}?${query}`)
  if (!response.ok) throw new Error(`WHAPI answered ${response.status}`)
  return History.parse(await response.json()).messages.map(({ id, text }) => ({
    providerId: id,
    text: text?.body,
  }))
}

/** The channel's state in the provider's words; only `AUTH` can send. The check does not wake it up. */
export async function channelState(): Promise<string> {
  const response = await request('/health?wakeup=false')
  if (!response.ok) return `HTTP ${response.status}`
  const { status } = z
    .looseObject({ status: z.looseObject({ text: z.string() }) })
    .parse(await response.json())
  return status.text
}
