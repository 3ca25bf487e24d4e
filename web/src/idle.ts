/** Safari does not tell when it is idle. */
const restMs = 200
const mostMs = 2_000

/** When what is on the screen leaves time for something else. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: mostMs })
    else setTimeout(resolve, restMs)
  })
