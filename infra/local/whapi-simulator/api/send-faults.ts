import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { strike } from '../faults.ts'
import { unlinked, WhapiProblem } from '../problem.ts'
import type { World } from '../world.ts'

const messages: Record<number, string> = {
  400: 'wrong request parameters',
  402: 'trial limit exceeded',
  403: 'sending to this recipient is forbidden',
  404: 'not found',
  409: 'conflict',
  413: 'too large',
  429: 'too many requests',
}

/** Ends the connection without a word; what the client sees is a reset socket. */
export function hangUp(c: Context): Response {
  const { incoming } = c.env as HttpBindings
  incoming.socket.destroy()
  c.set('unanswered', true)
  return RESPONSE_ALREADY_SENT
}

/** Never answers; the client's own time-out ends it. */
function fallSilent(c: Context): Response {
  c.set('unanswered', true)
  return RESPONSE_ALREADY_SENT
}

/** What the provider says with this status. */
export const problemOf = (code: number): WhapiProblem =>
  code === 401 ? unlinked() : new WhapiProblem(code, messages[code] ?? 'internal error')

/**
 * Lets a send go wrong in the ways that were asked for: before it is read, instead of being taken,
 * after it was taken.
 */
export async function withSendFaults(
  world: World,
  c: Context,
  accept: () => Promise<Response>,
): Promise<Response> {
  if (strike(world.faults, 'refuseBefore')) return hangUp(c)
  const status = strike(world.faults, 'status')
  if (status && !status.accepted) throw problemOf(status.code)
  const answer = await accept()
  const late = strike(world.faults, 'answerDelayMs')
  if (late) await new Promise((resolve) => setTimeout(resolve, late.ms))
  if (status) throw problemOf(status.code)
  const lost = strike(world.faults, 'timeoutAfterAccept')
  if (!lost) return answer
  return lost.how === 'close' ? hangUp(c) : fallSilent(c)
}
