const channelName = 'balas.told'
/** By then every tab has heard over the channel that it was told. */
const holdMs = 10_000
const remembered = 500

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** True in one tab only, of those that ask in the same moment. */
function isFirst(id: string): Promise<boolean> {
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const name = `${channelName}.${id}`
    const hold = (lock: unknown) => {
      resolve(lock !== null)
      return lock ? after(holdMs) : undefined
    }
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(true))
  })
}

/** Who may tell of something, of all tabs: whoever asks first, and whoever waits lets the others go before. */
export function once(signal: AbortSignal): (id: string, waitMs: number) => Promise<boolean> {
  const told = new Set<string>()
  const channel = new BroadcastChannel(channelName)
  const remember = (id: string) => {
    told.add(id)
    for (const oldest of told) if (told.size > remembered) told.delete(oldest)
  }
  channel.onmessage = ({ data }) => remember(String(data))
  signal.addEventListener('abort', () => channel.close())

  return async (id, waitMs) => {
    if (waitMs > 0) await after(waitMs)
    if (signal.aborted || told.has(id) || !(await isFirst(id)) || told.has(id)) return false
    remember(id)
    if (!signal.aborted) channel.postMessage(id)
    return !signal.aborted
  }
}
