import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { fits } from './simulation/mutants/apply.ts'
import { mutants } from './simulation/mutants/mutants.ts'

const simulate = join(import.meta.dirname, 'simulation/simulate.ts')

/** In processes of its own: it takes time and chance away from the one it runs in. */
async function run(...options: string[]): Promise<string> {
  const maxBuffer = 64 * 1024 * 1024
  const done = promisify(execFile)(process.execPath, [simulate, ...options], { maxBuffer })
  const { stdout } = await done.catch((failed: { stdout: string }) => failed)
  return stdout
}

test('in 500 worlds full of trouble no promise is broken', async () => {
  expect(await run('--seeds', '500')).toMatch(/^500 seeds, 0 failed$/m)
})

test('a seed tells the same story each time', async () => {
  const [once, again] = await Promise.all([
    run('--seed', '7', '--all'),
    run('--seed', '7', '--all'),
  ])
  expect(once.split('\n').length).toBeGreaterThan(100)
  expect(again).toBe(once)
})

test('the short story of a seed leaves out what our functions do when nothing is wrong', async () => {
  const [short, whole] = await Promise.all([run('--seed', '7'), run('--seed', '7', '--all')])
  const lines = short.split('\n')
  expect(lines.length).toBeLessThan(whole.split('\n').length / 4)
  expect(lines.some((line) => / customer .* in 62812\d+@/.test(line))).toBe(true)
  expect(lines.some((line) => / outbound .* taken as /.test(line))).toBe(true)
})

test.each(mutants)('the bug "$name" still fits the code it is for', (mutant) => {
  expect(fits(mutant)).toBe(true)
})
