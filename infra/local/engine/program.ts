import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { place } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { run } from '../run.ts'
import { findDocker, findPython } from './prerequisites.ts'

/** How to start the engine, once it is told its port. */
export interface Program {
  command: string
  args: (settings: Record<string, string>) => string[]
  /** Where the engine's data lies, as the engine itself sees it. */
  data: string
}

const requirements = 'infra/local/engine/requirements.txt'

const python = join(
  place.venv,
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
)

/** The engine in an environment of its own; where there is no Python but Docker, in its image. */
export async function engineProgram(): Promise<Program> {
  try {
    await installEngine()
  } catch (error) {
    if (!(error instanceof Refusal) || !(await findDocker())) throw error
    await run('docker', ['pull', image], { log: place.log('install') })
    return inDocker
  }
  return {
    command: python,
    args: () => ['infra/local/engine/engine.py'],
    data: resolve(place.engine),
  }
}

const image = 'ministackorg/ministack:1.5.33'

/** On the host's own network: functions call the simulated phone, which is on this machine. */
export const inDocker: Program = {
  command: 'docker',
  args: (settings) => [
    'run',
    '--rm',
    '--interactive',
    '--network=host',
    `--volume=${resolve(place.engine)}:/data`,
    ...Object.entries(settings).map(([name, value]) => `--env=${name}=${value}`),
    image,
  ],
  data: '/data',
}

/** Installs the engine once, each file checked against its hash; again when its versions change. */
async function installEngine(): Promise<void> {
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
  const mark = join(place.venv, 'installed')
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return
  const [command = '', ...args] = await findPython()
  await rm(place.venv, { recursive: true, force: true })
  await mkdir(place.dir, { recursive: true })
  const log = place.log('install')
  await run(command, [...args, '-m', 'venv', place.venv], { log })
  await run(
    python,
    ['-m', 'pip', 'install', '--disable-pip-version-check', '--require-hashes', '-r', requirements],
    { log },
  )
  await writeFile(mark, wanted)
}
