import { pause } from './backoff.ts'

/** What was drawn takes some frames until it is on the screen. */
const shownMs = 100
/** Safari does not tell when it is idle. */
const restMs = 200
const mostMs = 2_000

const whenFree = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: mostMs })
    else setTimeout(resolve, restMs)
  })

/** When what was drawn just now is on the screen, and leaves time for something else. */
export async function whenIdle(): Promise<void> {
  await pause(shownMs)
  await whenFree()
}
