import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { place } from './place.ts'
import { findPython } from './prerequisites.ts'
import { run } from './run.ts'

const requirements = 'infra/local/engine-requirements.txt'

export const python = join(
  place.venv,
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
)

/** Installs the engine once, each file checked against its hash; again when its versions change. */
export async function installEngine(): Promise<void> {
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
