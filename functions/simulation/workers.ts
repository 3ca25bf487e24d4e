import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Played } from './run.ts'
import type { Share } from './worker.ts'

export const atOnce = Math.max(1, Math.min(availableParallelism(), 8))

/** A process that plays seeds; with the name of a mutant, seeds with that bug. */
export function startWorker(mutant?: string) {
  const child = fork(join(import.meta.dirname, 'worker.ts'), {
    env: { ...process.env, ...(mutant ? { MUTANT: mutant } : {}) },
  })
  return {
    play: (share: Share) => play(child, share),
    end: () => void child.kill(),
  }
}

async function play(child: ChildProcess, share: Share): Promise<Played[]> {
  const over = new AbortController()
  const { signal } = over
  const gone = once(child, 'exit', { signal }).then(
    () => {
      throw new Error(`The worker ended while it played seeds from ${share.from}`)
    },
    () => [[]],
  )
  const answered = once(child, 'message', { signal })
  child.send(share)
  const [played] = await Promise.race([answered, gone])
  over.abort()
  return played as Played[]
}

const shareSize = 20

/** Plays seeds in as many processes as there are cores, and hands over each as it is done. */
export async function playAll(from: number, to: number, done: (played: Played) => void) {
  let next = from
  const one = async () => {
    const worker = startWorker()
    try {
      while (next < to) {
        const share = { from: next, to: Math.min(to, next + shareSize), untilFailure: false }
        next = share.to
        for (const played of await worker.play(share)) done(played)
      }
    } finally {
      worker.end()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
