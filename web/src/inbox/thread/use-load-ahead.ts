import { useEffect } from 'react'
import { pause } from '../../backoff.ts'

const retryMs = 3_000

/** Loads while somebody is near the edge, page after page; `cursor` names the next one. Tries again what failed. */
export function useLoadAhead(
  isNear: boolean,
  cursor: string | null | undefined,
  load: () => Promise<void>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded follows from the cursor
  useEffect(() => {
    if (!isNear || !cursor) return
    const over = new AbortController()
    const go = async () => {
      while (!over.signal.aborted) {
        const loaded = await load().then(
          () => true,
          () => false,
        )
        if (loaded) return
        await pause(retryMs, over.signal)
      }
    }
    void go()
    return () => over.abort()
  }, [isNear, cursor])
}
