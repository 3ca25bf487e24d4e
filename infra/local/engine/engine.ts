import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { place } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { path } from '../run.ts'
import { engineProgram, inDocker } from './program.ts'

export interface Engine {
  url: string
  /** Fulfilled when it ends, wanted or not. */
  ended: Promise<unknown>
  close(): Promise<void>
}

/** What the engine is told; it hands its environment on to the functions. */
const settingsOf = (port: number, data: string) => ({
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  PERSIST_STATE: '1',
  STATE_DIR: `${data}/state`,
  S3_PERSIST: '1',
  S3_DATA_DIR: `${data}/s3`,
  LAMBDA_WARM_TTL_SECONDS: '3600',
  // It would open ports for these.
  IOT_MTLS_ENABLED: '0',
  SFTP_ENABLED: '0',
  PYTHONUNBUFFERED: '1',
})

/** Nothing of ours but what a program needs. */
const environment = () => {
  const { HOME, LANG, SystemRoot, USERPROFILE, DOCKER_HOST } = process.env
  const tmp = resolve(place.tmp)
  return {
    PATH: path,
    HOME,
    LANG,
    SystemRoot,
    USERPROFILE,
    DOCKER_HOST,
    TMPDIR: tmp,
    TEMP: tmp,
    TMP: tmp,
  }
}

export const isHere = (url: string) =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(url)?.hostname ?? '')

/** An engine that already runs, by the variable every AWS tool knows. Demo users are for this machine only. */
export async function foreignEngine(
  given = process.env.AWS_ENDPOINT_URL,
): Promise<Engine | undefined> {
  if (!given) return undefined
  const url = given.replace(/\/$/, '')
  if (!isHere(url))
    throw new Refusal(`AWS_ENDPOINT_URL is ${url}, which is not on this machine. Unset it.`)
  await fetch(url).catch(() => {
    throw new Refusal(
      `AWS_ENDPOINT_URL is ${url}, but nothing answers there. Start it, or unset it.`,
    )
  })
  return { url, ended: new Promise(() => {}), close: async () => {} }
}

/** Starts the engine on this machine's own address, with the data of the last time. */
export async function startEngine(port: number): Promise<Engine> {
  await rm(place.tmp, { recursive: true, force: true })
  await mkdir(place.tmp, { recursive: true })
  // The engine runs functions by a CommonJS script it writes there, below our own package.json.
  await writeFile(resolve(place.tmp, 'package.json'), '{"type":"commonjs"}')
  const { command, args, data } = await engineProgram()
  const settings = settingsOf(port, data)
  const log = openSync(place.log('engine'), 'w')
  const child = spawn(command, args(settings), {
    env: { ...environment(), ...settings },
    stdio: ['pipe', log, log],
    // Ctrl-C is for us; the engine goes last.
    detached: true,
  })
  closeSync(log)
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  await ready(url, child)
  return {
    url,
    ended,
    async close() {
      // The one follows its input, the other a signal.
      child.stdin?.end()
      if (command === inDocker.command) child.kill('SIGTERM')
      await ended
    },
  }
}

async function ready(url: string, child: ChildProcess) {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break
    const response = await fetch(`${url}/_ministack/health`).catch(() => undefined)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`The local AWS did not come up; see ${place.log('engine')}`)
}
