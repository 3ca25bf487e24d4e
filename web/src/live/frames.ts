const patienceMs = 10_000

/** A socket that is open, or null if it would not open. */
export function dial(
  url: string,
  protocols: string[],
  signal: AbortSignal,
): Promise<WebSocket | null> {
  const socket = new WebSocket(url, protocols)
  return new Promise((resolve) => {
    const give = (result: WebSocket | null) => {
      clearTimeout(timer)
      if (!result) socket.close()
      resolve(result)
    }
    const timer = setTimeout(() => give(null), patienceMs)
    socket.onopen = () => give(socket)
    socket.onclose = () => give(null)
    signal.addEventListener('abort', () => give(null), { once: true })
  })
}

/** What a socket says until it closes, or until `signal` stops listening to it. */
export async function* frames(socket: WebSocket, signal: AbortSignal): AsyncGenerator<string> {
  const stream = new ReadableStream<string>({
    start(controller) {
      const over = new AbortController()
      const end = () => {
        if (over.signal.aborted) return
        over.abort()
        controller.close()
      }
      socket.onmessage = ({ data }) => over.signal.aborted || controller.enqueue(String(data))
      socket.onclose = end
      signal.addEventListener('abort', end, { signal: over.signal })
      if (signal.aborted || socket.readyState > 1) end()
    },
  })
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
