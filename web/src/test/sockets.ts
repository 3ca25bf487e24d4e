import { vi } from 'vitest'

interface Opened {
  url: string
  protocols: string[]
  sent: unknown[]
  closed: boolean
  /** What the network does next. */
  open: () => void
  say: (frame: unknown) => void
  drop: () => void
  /** Gone, and the browser has not said so. */
  die: () => void
}

/** Stands where sockets would: each that is opened is listed, and the test plays the other side. */
export function sockets(): Opened[] {
  const all: Opened[] = []

  class ScriptedSocket {
    static readonly OPEN = 1
    onopen?: () => void
    onclose?: () => void
    onmessage?: (event: { data: string }) => void
    readyState = 0
    readonly opened: Opened

    constructor(url: string, protocols: string[]) {
      this.opened = {
        url,
        protocols,
        sent: [],
        closed: false,
        open: () => {
          this.readyState = 1
          this.onopen?.()
        },
        say: (frame) =>
          this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) }),
        drop: () => this.close(),
        die: () => {
          this.readyState = 2
        },
      }
      all.push(this.opened)
    }
    send(frame: string) {
      this.opened.sent.push(JSON.parse(frame))
    }
    close() {
      if (this.readyState === 3) return
      this.readyState = 3
      this.opened.closed = true
      this.onclose?.()
    }
  }
  vi.stubGlobal('WebSocket', ScriptedSocket)
  return all
}
