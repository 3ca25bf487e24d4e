import { blockOf } from './ready.ts'
import { Refusal } from './refusal.ts'
import { type Running, supervise } from './supervise.ts'

/** What the supervisor tells whoever started it. */
export type News = { line: string } | { ready: string } | { failed: string }

const startedAt = Date.now()

/** Keeps a stack up until it is asked to end, by a signal or by `npm stop`. */
export function keepUp(fresh: boolean, tell: (news: News) => void) {
  let running: Promise<Running> | undefined
  let ending = false

  async function end(code: number) {
    if (ending) return
    ending = true
    await running?.then((it) => it.end()).catch(() => {})
    process.exit(code)
  }

  running = supervise({
    fresh,
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
      tell({ failed: (error instanceof Refusal ? error.message : error.stack) ?? String(error) })
      if (!ending) process.exit(1)
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
}

export function print(news: News) {
  if ('line' in news) console.log(news.line)
  else if ('ready' in news) console.log(news.ready)
  else console.error(`\n${news.failed}\n`)
}

if (import.meta.main && process.send)
  keepUp(process.argv.includes('--fresh'), (news) => {
    print(news)
    if (process.connected) process.send?.(news)
  })
