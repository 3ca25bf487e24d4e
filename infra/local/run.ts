import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { delimiter, dirname } from 'node:path'

/** Programs we start find the Node that runs us. */
export const path = [dirname(process.execPath), process.env.PATH].join(delimiter)

export interface RunProps {
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** What it prints goes to this file; without one, to the answer alone. */
  log?: string
  /** Is told all it prints, as it comes. */
  heard?: (chunk: string) => void
}

/** Runs a program to its end. Answers what it printed; throws the end of that if it failed. */
export async function run(
  command: string,
  args: string[],
  { env = {}, cwd, log, heard }: RunProps = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const file = log ? createWriteStream(log) : undefined
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk
      file?.write(chunk)
      heard?.(String(chunk))
    })
  const [code] = (await once(child, 'close')) as [number | null]
  file?.end()
  if (code === 0) return printed
  const tail = printed.trim().split('\n').slice(-15).join('\n')
  throw new Error(`${command} ${args[0]} failed:\n${tail}${log ? `\n(all of it: ${log})` : ''}`)
}
