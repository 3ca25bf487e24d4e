import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { python } from './engine-program.ts'
import { place } from './place.ts'
import { path } from './run.ts'

export interface Engine {
  url: string
  /** Fulfilled when it ends, wanted or not. */
  ended: Promise<unknown>
  close(): Promise<void>
}

/** Nothing of ours but what it needs: it hands its environment on to the functions. */
const environment = (port: number) => {
  const { HOME, LANG, SystemRoot, USERPROFILE } = process.env
  const tmp = resolve(place.tmp)
  return {
    PATH: path,
    HOME,
    LANG,
    SystemRoot,
    USERPROFILE,
    TMPDIR: tmp,
    TEMP: tmp,
    TMP: tmp,
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    PERSIST_STATE: '1',
    STATE_DIR: resolve(place.engine, 'state'),
    S3_PERSIST: '1',
    S3_DATA_DIR: resolve(place.engine, 's3'),
    LAMBDA_WARM_TTL_SECONDS: '3600',
    // It would open ports for these.
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    PYTHONUNBUFFERED: '1',
  }
}

/** An engine that already runs, by the variable every AWS tool knows. */
export const foreignEngine = (): Engine | undefined => {
  const url = process.env.AWS_ENDPOINT_URL?.replace(/\/$/, '')
  return url ? { url, ended: new Promise(() => {}), close: async () => {} } : undefined
}

/** Starts the engine on this machine's own address, with the data of the last time. */
export async function startEngine(port: number): Promise<Engine> {
  await rm(place.tmp, { recursive: true, force: true })
  await mkdir(place.tmp, { recursive: true })
  // The engine runs functions by a CommonJS script it writes there, below our own package.json.
  await writeFile(resolve(place.tmp, 'package.json'), '{"type":"commonjs"}')
  const log = openSync(place.log('engine'), 'w')
  const child = spawn(python, ['infra/local/engine.py'], {
    env: environment(port),
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
      child.stdin?.end()
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
