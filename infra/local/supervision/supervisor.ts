import { parseArgs } from 'node:util'
import { blockOf } from '../ready.ts'
import { Refusal } from '../refusal.ts'
import { type Running, type SuperviseProps, supervise } from './supervise.ts'

/** What the supervisor tells whoever started it. */
export type News = { line: string } | { ready: string } | { failed: string }

const startedAt = Date.now()

/** Keeps a stack up until it is asked to end, by a signal or by `npm stop`. */
export function keepUp(
  options: Pick<SuperviseProps, 'fresh' | 'built'>,
  tell: (news: News) => void,
) {
  let running: Promise<Running> | undefined
  let ending = false

  async function end(code: number) {
    if (ending) return
    ending = true
    await running?.then((it) => it.end()).catch(() => {})
    process.exit(code)
  }

  running = supervise({
    ...options,
    say: (line) =>
      tell({ line: `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}` }),
    over: (reason) => {
      if (reason && !ending) tell({ failed: reason.message })
      void end(reason ? 1 : 0)
    },
  })
  running.then(
    (it) => tell({ ready: blockOf(it) }),
    (error: Error) => {
      // Whoever is being ended has no failure to report, whatever that cuts off.
      if (ending) return
      tell({ failed: (error instanceof Refusal ? error.message : error.stack) ?? String(error) })
      process.exit(1)
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
}

export function print(news: News) {
  if ('line' in news) console.log(news.line)
  else if ('ready' in news) console.log(news.ready)
  else console.error(`\n${news.failed}\n`)
}

/** As a process of its own it lives on without its parent, unless it was told to follow that to the end. */
if (import.meta.main && process.send) {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      built: { type: 'boolean', default: false },
      follow: { type: 'boolean', default: false },
    },
  })
  if (values.follow) process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  keepUp(values, (news) => {
    print(news)
    if (process.connected) process.send?.(news)
  })
}
