const firstMs = 500
const capMs = 30_000

/** Doubles to a cap, with full jitter, so that a thousand tabs do not come back in the same second. */
export const backoffMs = (failures: number, random = Math.random): number =>
  random() * Math.min(capMs, firstMs * 2 ** Math.min(failures, 16))

/** Waits; ends early when it is aborted, and when the network or the reader comes back. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const over = new AbortController()
    const done = () => {
      over.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const once = { signal: over.signal }
    signal?.addEventListener('abort', done, once)
    window.addEventListener('online', done, once)
    document.addEventListener('visibilitychange', () => document.hidden || done(), once)
  })
}
