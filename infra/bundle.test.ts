import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundle, type HandlerId, handlerIds } from './bundle.ts'

const engine = 'http://127.0.0.1:4711'
let forAws: string
let forHere: string

const fileOf = (outdir: string, id: HandlerId) => join(outdir, id, 'index.mjs')

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'balas-'))
  forAws = join(dir, 'aws', 'functions')
  forHere = join(dir, 'here', 'functions')
  await bundle({ outdir: forAws })
  await bundle({ outdir: forHere, localEngine: engine })
})

/** The functions whose bundle says something; the bundles themselves are too long to show. */
async function saying(outdir: string, words: RegExp): Promise<HandlerId[]> {
  const found = await Promise.all(
    handlerIds.map(async (id) =>
      words.test(await readFile(fileOf(outdir, id), 'utf8')) ? [id] : [],
    ),
  )
  return found.flat()
}

test('a bundle for AWS has no way to be pointed at other keys; one for this machine has', async () => {
  expect(await saying(forAws, /__LOCAL_ENGINE__|127\.0\.0\.1/)).toEqual([])
  expect(await saying(forHere, new RegExp(engine))).toContain('socket')
})

test('a bundle takes its credentials from the environment and looks nowhere else', async () => {
  expect(await saying(forAws, /sso_start_url|credential_process/)).toEqual([])
})

test('the same sources make the same bundles', async () => {
  expect(await bundle({ outdir: forAws })).toEqual([])
})
