import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validations } from 'aws-cdk-lib/core'
import { AwsSolutionsChecks } from 'cdk-nag'
import { beforeAll, expect, test } from 'vitest'
import * as eg from '../../example.ts'
import { acknowledged } from './acknowledged.ts'

interface Report {
  pluginReports: {
    pluginName: string
    violations: {
      ruleName: string
      severity: 'error' | 'warning'
      violatingConstructs: { constructPath: string }[]
    }[]
  }[]
}

let found: { rule: string; path: string }[]

/** The rules are asked as the CDK asks them, of both stacks; it writes down what they say. */
beforeAll(() => {
  const outdir = mkdtempSync(join(tmpdir(), 'balas-'))
  const { app } = eg.app({ outdir })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  expect(() => app.synth()).toThrow()
  const { pluginReports }: Report = JSON.parse(
    readFileSync(join(outdir, 'validation-report.json'), 'utf8'),
  )
  found = pluginReports
    .flatMap(({ violations }) => violations)
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => ({
        // A finding has what it found behind its name.
        rule: ruleName.replace(/\[.*/, ''),
        path: constructPath,
      })),
    )
})

test('no rule of AwsSolutions is broken but where we say why', () => {
  expect(found.filter(({ rule, path }) => !acknowledged[rule]?.where.test(path))).toEqual([])
})

test('what is acknowledged is broken still, and is not more than eight', () => {
  expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(Object.keys(acknowledged)))
  expect(Object.keys(acknowledged).length).toBeLessThanOrEqual(8)
})
