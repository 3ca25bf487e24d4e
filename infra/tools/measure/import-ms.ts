import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Lambda loads a CommonJS file by `require` too. */
const load = `
  const { createRequire } = await import('node:module')
  const file = process.argv[1]
  const require = createRequire(file)
  const startedAt = performance.now()
  if (file.endsWith('.cjs')) require(file)
  else await import(file)
  console.log(performance.now() - startedAt)
  process.exit()`

/** How long a new process takes to import a bundle. */
export async function importMs(file: string): Promise<number> {
  const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', load, file], {
    env: { AWS_REGION: 'us-east-1', SystemRoot: process.env.SystemRoot },
  })
  return Number(stdout)
}
