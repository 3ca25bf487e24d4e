import * as z from 'zod/mini'
import type { SendProblem } from '../../../shared/message.ts'
import type { Failure } from '../../domain/sending/sending.ts'
import { env } from '../../lib/env.ts'
import { secret } from '../../lib/secrets.ts'

/** Longer than WhatsApp takes, shorter than the function lives. */
const timeoutMs = 20_000

/** Errors of a connection that was never made: the provider has certainly not seen the call. */
const neverReached = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export type Answer = { is: 'done'; body: unknown } | Failure

/** One call to WHAPI. Throws never: what it cannot tell is an `unknown`. */
export async function call(method: Method, path: string, body?: object): Promise<Answer> {
  let response: Response
  try {
    response = await request(method, path, body)
  } catch (error) {
    return failureOf(error)
  }
  return answerOf(response.status, await response.text().catch(() => ''))
}

async function request(method: Method, path: string, body?: object): Promise<Response> {
  const token = await secret('WHAPI_TOKEN_PARAMETER')
  return fetch(`${env('WHAPI_URL')}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      // A connection kept over the sleep of a function may be dead, and then nobody can tell what left by it.
      connection: 'close',
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  })
}

function failureOf(error: unknown): Failure {
  const { code } = (error instanceof Error && (error.cause as { code?: string })) || {}
  if (code && neverReached.includes(code))
    return { is: 'later', code: 'unreachable', message: `WhatsApp could not be reached (${code})` }
  return {
    is: 'unknown',
    code: 'timeout',
    message: `WhatsApp did not answer (${code ?? 'timeout'})`,
  }
}

const Refused = z.looseObject({ error: z.looseObject({ message: z.string() }) })

const refusals: Record<number, SendProblem> = {
  403: 'forbidden',
  404: 'not_on_whatsapp',
  413: 'too_large',
}

/** What an answer means (support.whapi.cloud; shapes in the OpenAPI file of WHAPI). */
export function answerOf(status: number, text: string): Answer {
  const body = json(text)
  if (status >= 200 && status < 300) return { is: 'done', body }
  const refused = Refused.safeParse(body).data?.error.message.slice(0, 200)
  const message = refused ?? `WhatsApp answered ${status}`
  // Not the message is wrong but the channel: not linked, not paid, or no channel of ours at all.
  const isDown = status === 401 || status === 402 || (status === 404 && /channel/i.test(message))
  if (isDown) return { is: 'paused', code: String(status), message }
  if (status === 429) return { is: 'later', code: 'rate_limited', message }
  if (status >= 500 || status === 408) return { is: 'unknown', code: 'provider_error', message }
  return { is: 'failed', code: refusals[status] ?? 'rejected', message }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
