import { AsyncLocalStorage } from 'node:async_hooks'

interface Invocation {
  /** What began all this: a call's id at API Gateway, or a tick. It goes along with jobs, and on to browsers. */
  cause: string | undefined
  startedAt: number
}

const running = new AsyncLocalStorage<Invocation>()

/** All that is done in here, and all that comes of it elsewhere, is done because of that. */
export const because = <Result>(cause: string | undefined, act: () => Result): Result =>
  running.run({ cause, startedAt: Date.now() }, act)

/** Why this is done, as far as anybody said. */
export const cause = () => running.getStore()?.cause

/** For how long it has been worked on. */
export function elapsed(): number | undefined {
  const { startedAt } = running.getStore() ?? {}
  return startedAt === undefined ? undefined : Date.now() - startedAt
}
