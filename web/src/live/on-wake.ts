const stepMs = 5_000
/** Pages that nobody looks at are given time once a minute only: that is no sleep. */
const sleepMs = 90_000

/** Calls when the device slept: its clock went on, and nothing here did. A lid that opens says so in no other way. */
export function onWake(signal: AbortSignal, woken: () => void): void {
  let at = Date.now()
  const timer = setInterval(() => {
    const slept = Date.now() - at > sleepMs
    at = Date.now()
    if (slept) woken()
  }, stepMs)
  signal.addEventListener('abort', () => clearInterval(timer))
}
