import { InboxEvent, socketProtocol } from '../../../shared/events.ts'
import { backoffMs, pause } from '../backoff.ts'
import { dial, frames } from './frames.ts'
import { heartbeat } from './heartbeat.ts'
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
  let retired: WebSocket | undefined

  while (!signal.aborted) {
    if (!retired) tell('connecting')
    const bearer = await token().catch(() => undefined)
    const socket = bearer === undefined ? null : await dial(url, [socketProtocol, bearer], signal)
    retired?.close()
    retired = undefined
    if (!socket) {
      // Where sockets do not get through, the screen still follows at the pace of these attempts.
      await resync().catch(() => {})
      await pause(backoffMs(failures++), signal)
      continue
    }
    const old = await listen(socket)
    if (old) retired = socket
    else {
      socket.close()
      await pause(backoffMs(failures++), signal)
    }
  }
  retired?.close()

  /** True if the socket was left because of its age. */
  async function listen(socket: WebSocket): Promise<boolean> {
    const over = new AbortController()
    const gone = AbortSignal.any([signal, over.signal])
    const age = setTimeout(() => over.abort('old'), lifeMs())
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
    const focused = () => {
      if (!document.hidden && Date.now() - syncedAt > focusMs) void catchUp()
    }
    window.addEventListener('focus', focused, { signal: gone })
    document.addEventListener('visibilitychange', focused, { signal: gone })

    const doubt = () => tell('unknown')
    window.addEventListener('offline', doubt, { signal: gone })
    window.addEventListener('online', () => void catchUp(), { signal: gone })
    const heard = heartbeat({ socket, signal: gone, doubt, lost: () => over.abort('lost') })
    void catchUp()
    for await (const frame of frames(socket, gone)) {
      failures = 0
      heard()
      if (caughtUp) tell('live')
      const event = parse(frame)
      if (event) receive(event)
    }
    clearTimeout(age)
    const { reason } = over.signal
    over.abort('closed')
    return reason === 'old'
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
