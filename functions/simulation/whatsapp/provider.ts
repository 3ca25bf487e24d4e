import { outside } from '../cloud/outside.ts'
import { strikes } from '../faults.ts'
import { nameOf, running } from '../invocation.ts'
import { world } from '../world.ts'
import type { Deliveries } from './deliveries.ts'
import { type Held, held, type Said } from './messages.ts'

export interface Provider {
  held: Held[]
  loggedOut: boolean
  deliveries: Deliveries
  /** Somebody writes: a customer, the owner on the phone, another program. */
  say: (said: Said) => Held
  status: (message: Held, status: string) => void
  logOut: (out: boolean) => void
}

/** WhatsApp and WHAPI: what was said, and the news of it. */
export function createProvider(deliveries: Deliveries): Provider {
  const provider: Provider = {
    held: [],
    loggedOut: false,
    deliveries,
    say(said) {
      const message = held(said)
      provider.held.push(message)
      world().note(
        said.fromMe ? 'number' : 'customer',
        () => `${message.id} in ${said.chat}: ${said.body}`,
      )
      // What is old by the time it comes would be looked for in the history where it is no more.
      deliveries.tell('messages', message.payload, (said.agoS ?? 0) > 0)
      if (message.fromMe) live(provider, message)
      return message
    },
    status(message, status) {
      message.status = status
      const seconds = String(Math.floor(world().clock.now / 1000))
      const errors = status === 'failed' ? [{ code: 131026, message: 'Undeliverable' }] : undefined
      const { id, chat: recipient_id } = message
      const item = { id, status, recipient_id, timestamp: seconds, ...(errors ? { errors } : {}) }
      // The history knows nothing of what was read on the phone.
      deliveries.tell('statuses', item, !message.fromMe)
    },
    logOut(out) {
      provider.loggedOut = out
      world().note('number', () => (out ? 'is logged out' : 'is back'))
      const text = out ? 'QR' : 'AUTH'
      deliveries.post(JSON.stringify({ health: { status: { code: out ? 3 : 4, text } } }))
    },
  }
  return provider
}

/** A message of ours goes its way to the customer's eyes, or fails. */
function live(provider: Provider, message: Held) {
  const { clock, random } = world()
  let at = random.between(50, 900)
  clock.in(at, () => provider.status(message, 'sent'))
  if (strikes('statusFailed')) {
    clock.in(at + random.between(50, 3_000), () => provider.status(message, 'failed'))
    return
  }
  for (const [status, odds] of [
    ['delivered', 0.95],
    ['read', 0.7],
  ] as const) {
    if (!random.chance(odds)) return
    at += random.between(50, random.chance(0.8) ? 4_000 : 300_000)
    clock.in(at, () => provider.status(message, status))
  }
}

const answer = (status: number, body: unknown) => ({
  ok: status >= 200 && status < 300,
  status,
  headers: new Headers(),
  text: async () => JSON.stringify(body),
  json: async () => body,
  arrayBuffer: async () => new TextEncoder().encode(JSON.stringify(body)).buffer,
})
type Answer = ReturnType<typeof answer>

const refusal = (code: number, message: string) => answer(code, { error: { code, message } })
const broken = (code: string) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }) })
const timedOut = () => Object.assign(new Error('timed out'), { name: 'TimeoutError' })

/** What the provider makes of a send: its answer, and whether the message is on its way. */
function judge(): { takes: boolean; end: Answer | Error | undefined; inMs: number } {
  const { random, provider } = world()
  const inMs = random.between(20, 400)
  const no = (end: Answer | Error, ms = inMs) => ({ takes: false, end, inMs: ms })
  const yes = (end: Answer | Error | undefined, ms = inMs) => ({ takes: true, end, inMs: ms })
  if (provider.loggedOut) return no(refusal(401, 'need channel authorization'))
  if (strikes('sendRefused')) return no(broken('ECONNREFUSED'))
  if (strikes('sendTooMany')) return no(refusal(429, 'too many requests'))
  if (strikes('sendRejected')) return no(refusal(400, 'wrong recipient'))
  if (strikes('sendFails'))
    return no(random.chance(0.5) ? refusal(500, 'oops') : broken('ECONNRESET'))
  if (strikes('sendFailsAfter'))
    return yes(random.chance(0.5) ? refusal(502, 'bad gateway') : broken('ECONNRESET'))
  if (strikes('sendHangs')) return { ...no(timedOut(), 20_000), takes: random.chance(0.6) }
  if (strikes('sendSlow')) return yes(undefined, random.between(2_000, 19_000))
  return yes(undefined)
}

interface Text {
  to: string
  body: string
}

/** A send: noted when it is asked for, taken or not when it arrives, answered some time after that. */
function send({ to, body }: Text): Promise<Answer> {
  const { clock, random, provider, note, records } = world()
  const caller = running()
  const asked = records.asked(caller, to, body)
  return new Promise((resolve, reject) => {
    clock.in(random.between(10, 150), () => {
      const dead = caller && !caller.alive
      if (dead && random.chance(0.5)) return
      const struck = caller && !dead && strikes('kill')
      if (struck && random.chance(0.3)) return caller.kill('before the send')
      const { takes, end, inMs } = judge()
      let message: Held | undefined
      if (takes) {
        message = held({ chat: to, body, fromMe: true, source: 'api', ours: true })
        provider.held.push(message)
        asked.accepted = message.id
        const echo = message.payload
        clock.in(random.chance(0.5) ? 0 : random.between(0, 3_000), () =>
          provider.deliveries.tell('messages', echo),
        )
        live(provider, message)
      }
      note(
        nameOf(caller),
        () => `POST ${to}: ${body} ${message ? `taken as ${message.id}` : 'not taken'}`,
      )
      if (struck) return caller.kill('after the send')
      clock.in(inMs, () => {
        if (caller && !caller.alive) return
        if (end instanceof Error) {
          note(nameOf(caller), () => `hears of the send: ${end.message}`)
          return reject(end)
        }
        const heard = end ?? answer(200, { sent: true, message: message?.payload })
        note(nameOf(caller), () => `hears of the send: ${heard.status}`)
        resolve(heard)
      })
    })
  })
}

function history(chat: string | undefined, query: URLSearchParams) {
  const { provider } = world()
  const from = Number(query.get('time_from') ?? 0)
  const to = Number(query.get('time_to') ?? Number.MAX_SAFE_INTEGER)
  const found = provider.held
    .filter((message) => (chat ? message.chat === chat : true))
    .filter(
      ({ fromMe }) => query.get('from_me') === null || String(fromMe) === query.get('from_me'),
    )
    .filter(({ timestamp }) => timestamp >= from && timestamp <= to)
    .toSorted((a, b) => b.timestamp - a.timestamp)
    .map(({ payload, status }) => ({ ...payload, status }))
  if (query.get('sort') === 'asc') found.reverse()
  const offset = Number(query.get('offset') ?? 0)
  const messages = found.slice(offset, offset + Number(query.get('count') ?? 100))
  return answer(200, { messages, count: messages.length, total: found.length, offset })
}

function read(path: string, query: URLSearchParams): Answer {
  const { provider } = world()
  if (path === '/health')
    return answer(200, {
      status: provider.loggedOut ? { code: 3, text: 'QR' } : { code: 4, text: 'AUTH' },
    })
  if (strikes('providerReadsFail')) return refusal(500, 'oops')
  if (provider.loggedOut) return refusal(401, 'need channel authorization')
  const [, list, chat] = path.match(/^\/messages\/(list)(?:\/(.+))?$/) ?? []
  if (list) return history(chat && decodeURIComponent(chat), query)
  return refusal(404, 'not found')
}

/** Reactions, read marks, presences, deletions: done, and nothing comes of it here. */
const act = (): Answer =>
  world().provider.loggedOut
    ? refusal(401, 'need channel authorization')
    : answer(200, { success: true })

/** What leaves by HTTP goes to the world's provider; the key set of the user pool is at hand. */
export function standInForFetch(keySet: unknown) {
  globalThis.fetch = (async (url: string | URL, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(String(url))
    if (pathname.endsWith('/.well-known/jwks.json')) return answer(200, keySet)
    const { method = 'GET', body } = init
    if (method === 'POST' && pathname === '/messages/text') return send(JSON.parse(String(body)))
    return outsideHttp(`${method} ${pathname}`, () =>
      method === 'GET' ? read(pathname, searchParams) : act(),
    )
  }) as typeof fetch
}

const outsideHttp = (name: string, effect: () => Answer) =>
  outside({ what: () => name, effect, latencyMs: () => world().random.between(20, 300) })
