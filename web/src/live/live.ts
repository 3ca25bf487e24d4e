import { InboxEvent, socketProtocol } from '../../../shared/events.ts'
import { backoffMs, pause } from '../backoff.ts'
import { dial, frames } from './frames.ts'
import { heartbeat } from './heartbeat.ts'
import { onWake } from './on-wake.ts'
import { sayOver } from './say.ts'
import type { LiveState } from './use-live.ts'

export interface Live {
  url: string
  token: () => Promise<string>
  receive: (event: InboxEvent) => void
  /** Fetches what the socket may have missed. */
  resync: () => Promise<void>
  tell: (state: LiveState) => void
  signal: AbortSignal
}

const minuteMs = 60_000
const focusMs = 10_000
/** API Gateway ends a socket after two hours; ours makes way for the next one before that. */
const lifeMs = (random = Math.random) => (105 + random() * 10) * minuteMs

/** Keeps a socket open until `signal` ends it, and hands over the news in the order they come. */
export async function live({ url, token, receive, resync, tell, signal }: Live): Promise<void> {
  let failures = 0

  while (!signal.aborted) {
    tell('connecting')
    let socket = await connect()
    // Where sockets do not get through, the screen still follows at the pace of these attempts.
    if (!socket) await resync().catch(() => {})
    while (socket) {
      const heir = await listen(socket)
      socket.close()
      socket = heir
    }
    await pause(backoffMs(failures++), signal)
  }

  async function connect(): Promise<WebSocket | null> {
    const bearer = await token().catch(() => undefined)
    return bearer === undefined ? null : dial(url, [socketProtocol, bearer], signal)
  }

  /** Answers with the socket that takes over, if this one was left because of its age. */
  async function listen(socket: WebSocket): Promise<WebSocket | null> {
    const over = new AbortController()
    const gone = AbortSignal.any([signal, over.signal])
    let caughtUp = false
    let syncedAt = Date.now()
    sayOver(socket)

    const catchUp = async () => {
      syncedAt = Date.now()
      for (let attempt = 0; !gone.aborted; attempt++) {
        caughtUp = await resync().then(
          () => true,
          () => false,
        )
        if (gone.aborted) return
        tell(caughtUp ? 'live' : 'unknown')
        if (caughtUp) return
        await pause(backoffMs(attempt), gone)
      }
    }
    /** The old one is listened to until the next is open: nothing is missed between them. */
    const succeed = async () => {
      for (let attempt = 0; !gone.aborted; attempt++) {
        const next = await connect()
        if (gone.aborted) return next?.close()
        if (next) return over.abort(next)
        await pause(backoffMs(attempt), gone)
      }
    }
    const focused = () => {
      if (!document.hidden && Date.now() - syncedAt > focusMs) void catchUp()
    }
    window.addEventListener('focus', focused, { signal: gone })
    document.addEventListener('visibilitychange', focused, { signal: gone })

    const doubt = () => tell('unknown')
    window.addEventListener('offline', doubt, { signal: gone })
    window.addEventListener('online', () => void catchUp(), { signal: gone })
    const { heard, beat } = heartbeat({
      socket,
      signal: gone,
      doubt,
      lost: () => over.abort('lost'),
    })
    onWake(gone, () => {
      doubt()
      beat()
      void catchUp()
    })
    const age = setTimeout(() => void succeed(), lifeMs())
    void catchUp()
    for await (const frame of frames(socket, gone)) {
      failures = 0
      heard()
      if (caughtUp) tell('live')
      const event = parse(frame)
      if (event) receive(event)
    }
    clearTimeout(age)
    over.abort('closed')
    const { reason: heir } = over.signal
    return heir instanceof WebSocket ? heir : null
  }
}

/** Undefined for what this version does not know, so that an old tab outlives a deployment. */
function parse(frame: string): InboxEvent | undefined {
  try {
    return InboxEvent.safeParse(JSON.parse(frame)).data
  } catch {
    return undefined
  }
}
