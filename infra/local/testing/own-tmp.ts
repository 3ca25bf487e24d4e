import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whatever a run of tests leaves behind, ours or a tool's, lies in one folder that goes with it. */
export async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'balas-tests-'))
  Object.assign(process.env, { TMPDIR: dir, TEMP: dir, TMP: dir })
  return () => rm(dir, { recursive: true, force: true })
}
