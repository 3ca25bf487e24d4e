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

/** Runs one of our tools where one can watch it. Answers whether it was content. */
export async function succeeds(tool: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [tool, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, ...env },
  })
  const [code] = await once(child, 'exit')
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

/** One check that is content or not, such as the linter. */
export const check = async (tool: string, ...args: string[]): Promise<Count> =>
  (await succeeds(tool, args)) ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 }

/** Sizes and counts, held to their budgets: one test. */
export const budgets = async (env: NodeJS.ProcessEnv): Promise<Count> =>
  (await succeeds('infra/tools/measure.ts', ['--check'], env))
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 }

export function vitest(projects: string[], env?: NodeJS.ProcessEnv): Promise<Count> {
  const report = join(reports, `${projects[0]}.json`)
  return count(report, VitestReport, () =>
    succeeds(
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

export function playwright(config: string, env: NodeJS.ProcessEnv): Promise<Count> {
  const report = resolve(reports, 'browser.json')
  return count(report, PlaywrightReport, () =>
    succeeds(
      'node_modules/@playwright/test/cli.js',
      ['test', '-c', config, '--reporter=list,json'],
      { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    ),
  )
}
