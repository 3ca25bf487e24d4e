import { expect, test } from 'vitest'
import { PlaywrightReport, VitestReport } from './reports.ts'

const file = (assertionResults: object[], fields = {}) => ({
  name: 'a.test.ts',
  status: 'passed',
  message: '',
  assertionResults,
  ...fields,
})

test('a failed test is named with the first lines of why, and a file that never ran with its own', () => {
  const passed = { fullName: 'water is wet', status: 'passed', failureMessages: [] }
  const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')
  const failed = { fullName: 'fire is cold', status: 'failed', failureMessages: [long] }
  const testResults = [
    file([passed, failed], { status: 'failed' }),
    file([], { name: 'b.test.ts', status: 'failed', message: 'No such import' }),
  ]
  const report = VitestReport.parse({ numPassedTests: 1, testResults })
  expect(report.passed).toBe(1)
  expect(report.failed[0]).toMatch(/^fire is cold\n {2}line 0\n/)
  expect(report.failed[0]?.split('\n')).toHaveLength(13)
  expect(report.failed[1]).toBe('b.test.ts\n  No such import')
})

test('a browser’s failed test is found however deep it lies; what passed at the second try is no failure', () => {
  const run = (...errors: string[]) => ({
    results: [{ errors: errors.map((message) => ({ message })) }],
  })
  const deep = { title: 'opens', ok: false, tests: [run('\u001b[31mToo late\u001b[39m')] }
  const again = { title: 'closes', ok: true, tests: [run('Too early')] }
  const suites = [{ specs: [again], suites: [{ specs: [deep] }] }]
  expect(PlaywrightReport.parse({ stats: { expected: 3, flaky: 1 }, suites })).toEqual({
    passed: 4,
    failed: ['opens\n  Too late'],
  })
})
