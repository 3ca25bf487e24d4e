import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { path } from '../run.ts'

export interface Count {
  passed: number
  failed: number
}

const reports = join('.local', 'reports')

const VitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform(({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }))

const PlaywrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats: { expected, unexpected, flaky } }) => ({
    passed: expected + flaky,
    failed: unexpected,
  }))

const colours = process.stdout.isTTY

/** Runs one of our tools. What it says comes whole when it has ended: others run beside it. Answers whether it was content. */
async function succeeds(
  name: string,
  tool: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<boolean> {
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
  process.stdout.write(Buffer.concat(said))
  return code === 0
}

/** What a report counts; a run that fails without saying which test did is one failure. */
async function count(
  report: string,
  schema: z.ZodType<Count>,
  run: () => Promise<boolean>,
): Promise<Count> {
  await mkdir(reports, { recursive: true })
  await rm(report, { force: true })
  const content = await run()
  const { passed, failed } = await readFile(report, 'utf8')
    .then((text) => schema.parse(JSON.parse(text)))
    .catch(() => ({ passed: 0, failed: 0 }))
  return { passed, failed: content ? failed : Math.max(failed, 1) }
}

/** What is content or not, without a report. */
const judge = async (fine: Promise<boolean>, passed: number): Promise<Count> =>
  (await fine) ? { passed, failed: 0 } : { passed: 0, failed: 1 }

export const format = () =>
  judge(
    succeeds('format', 'node_modules/@biomejs/biome/bin/biome', [
      'check',
      `--colors=${colours ? 'force' : 'off'}`,
    ]),
    0,
  )

export const types = () =>
  judge(succeeds('types', 'node_modules/typescript/bin/tsc', ['--pretty']), 0)

/** Sizes and counts, held to their budgets: one test. What a busy machine has worse is left to `npm run measure`. */
export const budgets = (env: NodeJS.ProcessEnv) =>
  judge(succeeds('budgets', 'infra/tools/measure.ts', ['--check'], env), 1)

/** Deployed, upgraded, rolled back, destroyed, in an AWS of its own: one test. The stories are told elsewhere. */
export const deployment = () =>
  judge(succeeds('deployment', 'infra/local/test-deploy.ts', ['--short']), 1)

export function vitest(projects: string[], env?: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(reports, `${projects[0]}.json`)
  return count(report, VitestReport, () =>
    succeeds(
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
    succeeds(
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
    succeeds('in a browser', 'infra/local/testing/in-browser.ts', [], { BALAS_TEST_DIR: dir }),
  )
