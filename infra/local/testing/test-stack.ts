import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { awsVariables } from '../aws.ts'
import { place } from '../place.ts'
import { firstFree } from '../ports.ts'
import { Ready } from '../ready.ts'
import { launch } from '../supervision/launch.ts'
import { print } from '../supervision/supervisor.ts'
import { record } from './recording/record.ts'

export interface TestStack {
  aws: Ready['aws']
  stack: Ready['stack']
  /** For those who test it. */
  env: Record<string, string>
}

/** Starts a stack for tests, from port `from` upwards. Undefined if it did not come up. */
export async function startStack(from: number): Promise<TestStack | undefined> {
  process.env.PORT = String(await firstFree(from))
  if (!(await launch({ fresh: true, built: true, follow: true }, print))) return undefined
  const { aws, stack } = Ready.parse(JSON.parse(await readFile(place.outputs, 'utf8')))
  const TABLE_NAME = String(stack.TableName)
  return {
    aws,
    stack,
    env: { ...awsVariables(aws.endpoint), BALAS_OUTPUTS: place.outputs, TABLE_NAME },
  }
}

/** Where `recorded` writes down what was asked on a stack of this directory. */
export const askedIn = (dir: string) => join(dir, 'asked.json')

/** Does some work, and writes down what the functions asked AWS for meanwhile. */
export async function recorded({ aws, stack }: TestStack, work: () => Promise<void>) {
  const recording = await record(aws.endpoint, stack)
  await work()
  await mkdir(place.dir, { recursive: true })
  const played = { stack, asked: recording.asked() }
  await writeFile(askedIn(place.dir), JSON.stringify(played, null, 2))
  await recording.end()
}
