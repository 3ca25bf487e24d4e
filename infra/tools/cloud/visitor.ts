import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { WebSocket } from 'ws'
import { Session } from '../../../shared/contract/session.ts'
import { InboxEvent, socketProtocol } from '../../../shared/events.ts'
import { Refusal } from '../../local/refusal.ts'
import { addPerson, removePerson, type Team } from './people.ts'
import { random } from './secrets.ts'

export interface Visitor {
  /** The socket answers a ping. */
  ping(): Promise<void>
  /** An event of this kind came, or comes soon. */
  hears(isIt: (event: InboxEvent) => boolean): Promise<InboxEvent>
}

const patienceMs = 30_000

/** Somebody who signs in through the site for a moment, and of whom nothing is left afterwards. */
export async function visit<Done>(
  team: Team,
  url: string,
  work: (visitor: Visitor) => Promise<Done>,
): Promise<Done> {
  const [username, own] = [`balas-check-${ulid().toLowerCase()}`, random()]
  const id = await addPerson(team, { username, role: 'agent' }, { own })
  try {
    const { accessToken } = await signIn(url, username, own)
    const socket = await open(url, accessToken)
    try {
      return await work(visitorAt(socket))
    } finally {
      socket.close()
    }
  } finally {
    await removePerson(team, username, id)
  }
}

/** A site that was made just now may not be known everywhere yet. */
const tries = 20
const pauseMs = 3000

async function signIn(url: string, username: string, password: string): Promise<Session> {
  let problem = ''
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt) await sleep(pauseMs)
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: Error) => {
      problem = String((error.cause as { code?: string })?.code ?? error.name)
    })
    if (!answer) continue
    if (answer.ok) return Session.parse(await answer.json())
    problem = `${answer.status}`
  }
  throw new Refusal(
    `Signing in at ${url} does not work: POST /api/session was answered ${problem}.`,
  )
}

/** As a browser does it: the token as a subprotocol, and the page's origin with it. */
async function open(url: string, token: string): Promise<WebSocket> {
  const address = `${url.replace(/^http/, 'ws')}/ws`
  const socket = new WebSocket(address, [socketProtocol, token], {
    origin: url,
    handshakeTimeout: patienceMs,
  })
  await once(socket, 'open').catch((error: Error) => {
    throw new Refusal(`The socket at ${address} does not open: ${error.message}.`)
  })
  return socket
}

function visitorAt(socket: WebSocket): Visitor {
  const events: InboxEvent[] = []
  const asking = new Set<() => void>()
  socket.on('message', (data) => {
    const event = InboxEvent.safeParse(JSON.parse(String(data)))
    if (!event.success) return
    events.push(event.data)
    for (const look of asking) look()
  })
  const hears: Visitor['hears'] = (isIt) =>
    new Promise((resolve, reject) => {
      const tired = setTimeout(() => {
        asking.delete(look)
        reject(new Refusal('The socket is open, but what was waited for did not come through it.'))
      }, patienceMs)
      function look() {
        const found = events.find(isIt)
        if (!found) return
        clearTimeout(tired)
        asking.delete(look)
        resolve(found)
      }
      asking.add(look)
      look()
    })
  return {
    hears,
    async ping() {
      socket.send(JSON.stringify({ action: 'ping' }))
      await hears(({ type }) => type === 'pong')
    },
  }
}
