import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type * as z from 'zod'
import { path } from '../run.ts'
import { type Count, PlaywrightReport, read, VitestReport } from './reports.ts'

const reports = join('.local', 'reports')

const colours = process.stdout.isTTY

/** The last of what a tool says tells why it failed. */
const lastLines = (said: string) => said.trimEnd().split('\n').slice(-15).join('\n  ')

/**
 * Runs one of our tools. What it says comes whole when it has ended: others run beside it. Answers what it
 * complained of; undefined when it was content.
 */
async function complaintOf(
  name: string,
  tool: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string | undefined> {
  const startedAt = Date.now()
  console.log(`… ${name}`)
  const child = spawn(process.execPath, [tool, ...args], {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, ...(colours ? { FORCE_COLOR: '1' } : {}), ...env },
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void said.push(chunk))
  const [code] = await once(child, 'close')
  const seconds = Math.round((Date.now() - startedAt) / 1000)
  console.log(`\n── ${name}: ${code === 0 ? 'fine' : 'not fine'} (${seconds} s)`)
  const text = Buffer.concat(said)
  process.stdout.write(text)
  return code === 0 ? undefined : `${name}: ${lastLines(String(text))}`
}

/** What a report counts; a run that fails without saying which test did is one failure. */
async function count(
  report: string,
  schema: z.ZodType<Count>,
  run: () => Promise<string | undefined>,
): Promise<Count> {
  await mkdir(reports, { recursive: true })
  await rm(report, { force: true })
  const complaint = await run()
  const { passed, failed } = await read(report, schema)
  return { passed, failed: complaint && failed.length === 0 ? [complaint] : failed }
}

/** What is content or not, without a report. */
async function judge(complaint: Promise<string | undefined>, passed: number): Promise<Count> {
  const failed = await complaint
  return failed ? { passed: 0, failed: [failed] } : { passed, failed: [] }
}

export const format = () =>
  judge(
    complaintOf('format', 'node_modules/@biomejs/biome/bin/biome', [
      'check',
      `--colors=${colours ? 'force' : 'off'}`,
    ]),
    0,
  )

export const types = () =>
  judge(complaintOf('types', 'node_modules/typescript/bin/tsc', ['--pretty']), 0)

/** Sizes and counts, held to their budgets: one test. What a busy machine has worse is left to `npm run measure`. */
export const budgets = (env: NodeJS.ProcessEnv) =>
  judge(complaintOf('budgets', 'infra/tools/measure.ts', ['--check'], env), 1)

/** Deployed, upgraded, rolled back, destroyed, in an AWS of its own: one test. The stories are told elsewhere. */
export const deployment = () =>
  judge(complaintOf('deployment', 'infra/local/test-deploy.ts', ['--short']), 1)

export function vitest(projects: string[], env?: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(reports, `${projects[0]}.json`)
  return count(report, VitestReport, () =>
    complaintOf(
      projects.join(', '),
      'node_modules/vitest/vitest.mjs',
      [
        'run',
        ...projects.flatMap((name) => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      env,
    ),
  )
}

const browserReport = resolve(reports, 'browser.json')

export function playwright(config: string, env: NodeJS.ProcessEnv): Promise<Count> {
  return count(browserReport, PlaywrightReport, () =>
    complaintOf(
      'browser',
      'node_modules/@playwright/test/cli.js',
      ['test', '-c', config, '--reporter=list,json'],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    ),
  )
}

/** The browser's tests, on a stack of their own in `dir`. */
export const inBrowser = (dir: string): Promise<Count> =>
  count(browserReport, PlaywrightReport, () =>
    complaintOf('in a browser', 'infra/local/testing/in-browser.ts', [], { BALAS_TEST_DIR: dir }),
  )
