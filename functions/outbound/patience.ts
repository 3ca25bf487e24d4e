import { setTimeout as sleep } from 'node:timers/promises'

/** The function lives for 30 seconds, and one call may take 20 of them. */
const callsUntilMs = 9_000

/** Full jitter: anything up to this, longer after the second try. */
const longestMs = [2_500, 5_000]

/**
 * How long to wait for the next try, within this run of the function. Undefined when the next one is the
 * queue's to make.
 */
export type Patience = () => number | undefined

export function newPatience(): Patience {
  const startedAt = Date.now()
  let tries = 0
  return () => {
    const pauseMs = Math.random() * (longestMs[tries++] ?? Number.POSITIVE_INFINITY)
    return Date.now() + pauseMs - startedAt < callsUntilMs ? pauseMs : undefined
  }
}

/** Asks until the provider does not put it off any more, or patience ends. For calls that may be repeated. */
export async function persist<Answer extends { is: string }>(
  patience: Patience,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    const pauseMs = answer.is === 'later' ? patience() : undefined
    if (pauseMs === undefined) return answer
    await sleep(pauseMs)
  }
}
