import type { Webhook } from '../settings-schema.ts'
import type { World } from '../world.ts'
import { type Attempt, addressOf, type Delivery } from './delivery.ts'

/** One HTTP request to the inbox. Never rejects: no answer is an attempt with status null. */
export async function request(
  world: World,
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: string },
): Promise<Attempt & { answer?: string }> {
  const posting = { at: new Date().toISOString(), method, url }
  const timeout = AbortSignal.timeout(world.habits.timeoutMs)
  try {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([timeout, world.work.signal]),
    })
    return { ...posting, status: response.status, answer: await response.text() }
  } catch (error) {
    return {
      ...posting,
      status: null,
      error: timeout.aborted ? 'no answer in time' : reasonOf(error),
    }
  }
}

export async function post(world: World, webhook: Webhook, delivery: Delivery): Promise<Attempt> {
  const { method, url } = addressOf(webhook, delivery.event, world.habits.pathNames)
  const { headers = {} } = webhook
  const { answer: _, ...attempt } = await request(world, url, {
    method,
    headers,
    body: delivery.body,
  })
  return attempt
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.name : 'failed'
}
