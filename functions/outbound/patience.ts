import { setTimeout as sleep } from 'node:timers/promises'

/** The function lives for 30 seconds, and one call may take 20 of them. */
const callsUntilMs = 9_000

/** Full jitter: anything up to this, longer after the second try. */
const longestMs = [2_500, 5_000]

/** What one run of the function can still do. */
export interface Patience {
  /** How long to wait for the next try. Undefined when that one is the queue's to make. */
  pause: () => number | undefined
  /** Is there time for one more call? */
  lasts: () => boolean
}

export function newPatience(): Patience {
  const endsAt = Date.now() + callsUntilMs
  let tries = 0
  return {
    pause: () => {
      const pauseMs = Math.random() * (longestMs[tries++] ?? Number.POSITIVE_INFINITY)
      return Date.now() + pauseMs < endsAt ? pauseMs : undefined
    },
    lasts: () => Date.now() < endsAt,
  }
}

/** Asks until the provider does not put it off any more, or patience ends. For calls that may be repeated. */
export async function persist<Answer extends { is: string }>(
  patience: Patience,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    const pauseMs = answer.is === 'later' ? patience.pause() : undefined
    if (pauseMs === undefined) return answer
    await sleep(pauseMs)
  }
}
