import { outside } from '../cloud/outside.ts'
import { strikes } from '../faults.ts'
import { world } from '../world.ts'
import { type Answer, answer, refusal } from './answers.ts'
import type { Change } from './messages.ts'
import { send } from './send.ts'

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

/** A change of a message; whoever asks twice is told twice that it is done. */
function change(id: string, is: Change['is'], value: string): Answer {
  const { provider, clock } = world()
  const message = provider.held.find((held) => held.id === id)
  if (!message) return refusal(404, 'message not found')
  provider.amend(message, { is, fromMe: true, value, atS: Math.floor(clock.now / 1000) })
  return answer(200, { success: true })
}

function act(method: string, path: string, body: { emoji?: string; edit?: string; body?: string }) {
  if (world().provider.loggedOut) return refusal(401, 'need channel authorization')
  if (strikes('sendTooMany')) return refusal(429, 'too many requests')
  if (strikes('sendFails')) return refusal(500, 'oops')
  if (body.edit) return change(body.edit, 'edit', body.body ?? '')
  const [, id = '', reaction] = path.match(/^\/messages\/([^/]+)(\/reaction)?$/) ?? []
  if (reaction) return change(decodeURIComponent(id), 'reaction', body.emoji ?? '')
  if (method === 'DELETE') return change(decodeURIComponent(id), 'delete', '')
  // Read marks and presences: nothing comes of them here.
  return answer(200, { success: true })
}

/** What leaves by HTTP goes to the world's provider; the key set of the user pool is at hand. */
export function standInForFetch(keySet: unknown) {
  globalThis.fetch = (async (url: string | URL, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(String(url))
    if (pathname.endsWith('/.well-known/jwks.json')) return answer(200, keySet)
    const method = init.method ?? 'GET'
    const body = init.body ? JSON.parse(String(init.body)) : {}
    if (method === 'POST' && pathname === '/messages/text' && !body.edit) return send(body)
    return outside({
      what: () => `${method} ${pathname}`,
      effect: () => (method === 'GET' ? read(pathname, searchParams) : act(method, pathname, body)),
      latencyMs: () => world().random.between(20, 300),
    })
  }) as typeof fetch
}
