import { logBug } from './problem.ts'

/** What is still going to happen by itself: timers and deliveries under way. */
export interface Work {
  readonly pending: number
  /** Aborted when everything under way is called off. */
  readonly signal: AbortSignal
  after(ms: number, job: () => void): void
  track(job: Promise<void>): void
  /** False if there was still something pending when the time was up. */
  idle(timeoutMs: number): Promise<boolean>
  callOff(): void
}

export function startWork(): Work {
  const jobs = new Set<object>()
  const timers = new Set<NodeJS.Timeout>()
  const waiting = new Set<() => void>()
  let calling = new AbortController()

  function done(job: object): void {
    jobs.delete(job)
    if (jobs.size === 0) for (const wake of waiting) wake()
  }

  return {
    get pending() {
      return jobs.size
    },
    get signal() {
      return calling.signal
    },
    after(ms, job) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        try {
          job()
        } catch (error) {
          logBug(error)
        }
        done(timer)
      }, ms)
      timers.add(timer)
      jobs.add(timer)
    },
    track(job) {
      jobs.add(job)
      job.catch(logBug).finally(() => done(job))
    },
    idle(timeoutMs) {
      if (jobs.size === 0) return Promise.resolve(true)
      return new Promise((resolve) => {
        const finish = (idle: boolean) => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve(idle)
        }
        const wake = () => finish(true)
        const timer = setTimeout(() => finish(false), timeoutMs)
        waiting.add(wake)
      })
    },
    callOff() {
      calling.abort()
      calling = new AbortController()
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      jobs.clear()
      for (const wake of waiting) wake()
    },
  }
}
