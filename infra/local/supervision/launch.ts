import { type ChildProcess, fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { place } from '../place.ts'
import type { News } from './supervisor.ts'

export interface LaunchProps {
  fresh: boolean
  built: boolean
  /** Ends with us, whatever becomes of us; else it lives on. */
  follow?: boolean
}

/** Leaves the stack to a process of its own, and tells what that says until it is ready. Undefined if it failed. */
export async function launch(
  { fresh, built, follow = false }: LaunchProps,
  tell: (news: News) => void,
): Promise<ChildProcess | undefined> {
  await mkdir(place.dir, { recursive: true })
  const log = openSync(place.log('balas'), 'w')
  const options = Object.entries({ fresh, built, follow }).filter(([, wanted]) => wanted)
  const child = fork(
    `${import.meta.dirname}/supervisor.ts`,
    options.map(([name]) => `--${name}`),
    { detached: true, stdio: ['ignore', log, log, 'ipc'] },
  )
  closeSync(log)
  return new Promise((resolve) => {
    child.on('exit', () => resolve(undefined))
    child.on('message', (news: News) => {
      tell(news)
      if (!('ready' in news)) return
      if (!follow) child.disconnect()
      child.unref()
      resolve(child)
    })
  })
}
