/** Whoever waits longer has given up on what they pressed. */
const patienceMs = 3_000
const most = 20

let waiting: { event: KeyboardEvent; at: number }[] = []
const keep = (event: KeyboardEvent) => {
  waiting = [...waiting, { event, at: performance.now() }].slice(-most)
}

/** From now on, keys wait for whoever takes them. */
export function keepKeys(): void {
  waiting = []
  window.addEventListener('keydown', keep)
}

/** What was pressed just now, first things first; from now on whoever asked hears of keys themselves. */
export function takeKeys(): KeyboardEvent[] {
  window.removeEventListener('keydown', keep)
  const since = performance.now() - patienceMs
  const taken = waiting.filter(({ at }) => at > since).map(({ event }) => event)
  waiting = []
  return taken
}
