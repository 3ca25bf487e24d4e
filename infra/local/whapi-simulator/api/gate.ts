import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { strike } from '../faults.ts'
import { unlinked, WhapiProblem } from '../problem.ts'
import type { Call, World } from '../world.ts'
import { isSendKind } from './content.ts'
import { problemOf } from './send-faults.ts'

const kept = 10_000
const withoutLink = /^\/(health|settings|limits|users)(\/|$)/

const isSend = ({ req }: Context): boolean =>
  req.method === 'POST' && isSendKind(req.path.replace(/^\/messages\//, ''))

function matches(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Every call to the provider is noted, whatever becomes of it. */
export const noting =
  (world: World): MiddlewareHandler =>
  async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    const call: Call = {
      at: new Date().toISOString(),
      method: c.req.method,
      path: pathname + search.replace(/([?&]token=)[^&]*/, '$1…'),
      send: isSend(c),
      status: null,
    }
    world.calls.push(call)
    if (world.calls.length > kept) world.calls.shift()
    // Noted before it is answered: whoever waits for an answer can already be seen waiting.
    if (call.send) call.body = await c.req.json().catch(() => undefined)
    await next()
    call.body = c.get('body') ?? call.body
    if (!c.get('unanswered')) call.status = c.res.status
  }

/** What is wrong with the channel, if anything, for a call like this one. */
function problemFor(world: World, { method, path }: Context['req']): WhapiProblem | undefined {
  const { account, status } = world.state
  if (account === 'gone') return new WhapiProblem(404, 'Channel not found')
  if (withoutLink.test(path)) return undefined
  if (account === 'unpaid') return new WhapiProblem(402, 'trial limit exceeded')
  if (status === 'SYNC_ERROR') return method === 'GET' ? problemOf(500) : undefined
  return status === 'AUTH' ? undefined : unlinked()
}

function refusalOf(world: World, c: Context): WhapiProblem | undefined {
  const { refuse } = world.faults
  if (!refuse || isSend(c) || !c.req.path.startsWith(refuse.path)) return undefined
  if (refuse.method && refuse.method !== c.req.method) return undefined
  strike(world.faults, 'refuse')
  return problemOf(refuse.code)
}

/** Lets in who has the channel's token, and only to little while no number is linked. */
export const gate =
  (world: World): MiddlewareHandler =>
  async (c, next) => {
    const [, bearer] = c.req.header('authorization')?.match(/^Bearer (.+)$/i) ?? []
    const given = bearer ?? c.req.query('token') ?? ''
    if (!matches(given, world.token)) throw new WhapiProblem(401, 'missing or wrong token')
    const problem = problemFor(world, c.req) ?? refusalOf(world, c)
    if (problem) throw problem
    await next()
  }
