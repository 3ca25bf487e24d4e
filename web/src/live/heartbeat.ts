import type { SocketAction } from '../../../shared/events.ts'

const visibleMs = 25_000
const hiddenMs = 5 * 60_000
const doubtMs = 3_000
const patienceMs = 10_000

const ping = JSON.stringify({ action: 'ping' } satisfies SocketAction)

interface Beat {
  socket: WebSocket
  signal: AbortSignal
  /** The ping is late: nobody knows whether news still comes through. */
  doubt: () => void
  /** The ping was not answered at all. */
  lost: () => void
}

interface Heart {
  /** To be called on every frame. */
  heard: () => void
  /** Pings now. */
  beat: () => void
}

/** Pings as long as `signal` lives, and at once when the reader comes back. */
export function heartbeat({ socket, signal, doubt, lost }: Beat): Heart {
  let next: ReturnType<typeof setTimeout>
  let waiting: ReturnType<typeof setTimeout>[] = []

  const rest = () => {
    clearTimeout(next)
    next = setTimeout(beat, document.hidden ? hiddenMs : visibleMs)
  }
  const beat = () => {
    if (socket.readyState !== WebSocket.OPEN) return lost()
    rest()
    socket.send(ping)
    if (waiting.length === 0) {
      waiting = [setTimeout(doubt, doubtMs), setTimeout(lost, patienceMs)]
    }
  }
  const heard = () => {
    waiting.forEach(clearTimeout)
    waiting = []
  }
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : beat()), {
    signal,
  })
  signal.addEventListener('abort', () => {
    clearTimeout(next)
    heard()
  })
  rest()
  return { heard, beat }
}
