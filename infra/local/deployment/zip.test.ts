import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zipOf } from './zip.ts'

const python = process.platform === 'win32' ? 'python' : 'python3'

test('other programs can read our archives', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'balas-')), 'it.zip')
  writeFileSync(file, zipOf('index.mjs', Buffer.from('export const handler = 1')))
  const read = `import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read('index.mjs').decode())`
  expect(execFileSync(python, ['-c', read, file], { encoding: 'utf8' }).trim()).toBe(
    'export const handler = 1',
  )
})

test('the same content is the same archive', () => {
  const content = Buffer.from('same')
  expect(zipOf('a', content).equals(zipOf('a', content))).toBe(true)
})
