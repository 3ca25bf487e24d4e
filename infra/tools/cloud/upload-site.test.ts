import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { headersOf, uploadSite } from './upload-site.ts'

const s3 = mockClient(S3Client)
const bucket = { config: {}, name: 'site' }
let dir: string

beforeEach(() => {
  s3.reset()
  s3.on(PutObjectCommand).resolves({})
  s3.on(DeleteObjectsCommand).resolves({})
  s3.on(ListObjectsV2Command).resolves({ Contents: [] })
  dir = mkdtempSync(join(tmpdir(), 'balas-'))
  mkdirSync(join(dir, 'assets'))
  for (const name of ['index.html', 'service-worker.js', 'favicon.svg', 'assets/a-1.js'])
    writeFileSync(join(dir, name), name)
})

const put = () => s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key)

test('what a page refers to is there before the page', async () => {
  await uploadSite(bucket, dir)
  expect(put().slice(-2)).toEqual(['site/service-worker.js', 'site/index.html'])
  expect(put()).toHaveLength(4)
})

test('what never changes is kept by browsers, all else is asked for each time', () => {
  expect(headersOf('assets/a-1.js').CacheControl).toBe('public, max-age=31536000, immutable')
  for (const name of ['index.html', 'service-worker.js', 'manifest.webmanifest'])
    expect(headersOf(name).CacheControl).toBe('no-cache')
  expect(headersOf('index.html').ContentType).toBe('text/html; charset=utf-8')
})

test('parts of the versions before stay for pages that are open; what nobody needs goes', async () => {
  s3.on(ListObjectsV2Command).resolves({
    Contents: ['assets/a-1.js', 'assets/a-0.js', 'assets/b-0.js', 'old.html', 'index.html'].map(
      (name) => ({
        Key: `site/${name}`,
      }),
    ),
  })
  await uploadSite(bucket, dir, ['assets/a-0.js', 'old.html'])
  const [call] = s3.commandCalls(DeleteObjectsCommand)
  expect(call?.args[0].input.Delete?.Objects?.map(({ Key }) => Key)).toEqual([
    'site/assets/b-0.js',
    'site/old.html',
  ])
})
