import { readFile } from 'node:fs/promises'
import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod'

/** What a suite proved; `failed` says of each failure, in a few lines, which test it was and why. */
export interface Count {
  passed: number
  failed: string[]
}

const mostLines = 12

/** The first lines of what a failing test says. */
const brief = (title: string, why = '') =>
  [title, ...stripVTControlCharacters(why).trim().split('\n').slice(0, mostLines)].join('\n  ')

export const VitestReport = z
  .object({
    numPassedTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        message: z.string(),
        assertionResults: z.array(
          z.object({
            fullName: z.string(),
            status: z.string(),
            failureMessages: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .transform(({ numPassedTests, testResults }) => ({
    passed: numPassedTests,
    failed: testResults.flatMap(({ name, status, message, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed')
      // A file that fails outside its tests says so itself.
      if (status === 'failed' && failed.length === 0) return [brief(name, message)]
      return failed.map((test) => brief(test.fullName, test.failureMessages[0]))
    }),
  }))

const BrowserSuite = z.object({
  get suites() {
    return z.optional(z.array(BrowserSuite))
  },
  specs: z.array(
    z.object({
      title: z.string(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          results: z.array(z.object({ errors: z.array(z.object({ message: z.string() })) })),
        }),
      ),
    }),
  ),
})

const failuresIn = ({ specs, suites = [] }: z.infer<typeof BrowserSuite>): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) =>
      brief(
        title,
        tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors)[0]?.message,
      ),
    ),
  ...suites.flatMap(failuresIn),
]

export const PlaywrightReport = z
  .object({
    stats: z.object({ expected: z.number(), flaky: z.number() }),
    suites: z.array(BrowserSuite),
  })
  .transform(({ stats: { expected, flaky }, suites }) => ({
    passed: expected + flaky,
    failed: suites.flatMap(failuresIn),
  }))

/** What a report tells; nothing if there is none. */
export const read = (report: string, schema: z.ZodType<Count>): Promise<Count> =>
  readFile(report, 'utf8').then(
    (text) => schema.parse(JSON.parse(text)),
    () => ({ passed: 0, failed: [] }),
  )
