import { createReadStream } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import pLimit from 'p-limit'
import type { ClientConfig } from './cloud.ts'

export interface Bucket {
  config: ClientConfig
  name: string
}

const s3 = ({ config }: Bucket) => new S3Client(config)
const atOnce = 12
/** The most S3 deletes in one call. */
const batch = 1000

/** The files below a folder, by their names in it, with slashes. */
export async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

export interface Headers {
  ContentType?: string
  CacheControl?: string
}

/** Puts files of a folder below a prefix, many at once. */
export async function putFiles(
  bucket: Bucket,
  dir: string,
  prefix: string,
  names: string[],
  headersOf: (name: string) => Headers = () => ({}),
): Promise<void> {
  const client = s3(bucket)
  const limit = pLimit(atOnce)
  const put = async (name: string) => {
    const path = join(dir, name)
    await client.send(
      new PutObjectCommand({
        Bucket: bucket.name,
        Key: `${prefix}/${name}`,
        Body: createReadStream(path),
        ContentLength: (await stat(path)).size,
        ...headersOf(name),
      }),
    )
  }
  await Promise.all(names.map((name) => limit(() => put(name))))
}

export const putText = (bucket: Bucket, Key: string, Body: string) =>
  s3(bucket).send(
    new PutObjectCommand({ Bucket: bucket.name, Key, Body, ContentType: 'application/json' }),
  )

/** Undefined when there is no such object. */
export async function getText(bucket: Bucket, Key: string): Promise<string | undefined> {
  const found = await s3(bucket)
    .send(new GetObjectCommand({ Bucket: bucket.name, Key }))
    .catch((error: Error): undefined => {
      if (error.name !== 'NoSuchKey') throw error
    })
  return found?.Body?.transformToString()
}

/** The names of all objects that begin with this. */
export async function list(bucket: Bucket, Prefix = ''): Promise<string[]> {
  const keys: string[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await s3(bucket).send(
      new ListObjectsV2Command({ Bucket: bucket.name, Prefix, ContinuationToken }),
    )
    keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken)
  return keys
}

/** Brings all objects below a prefix into a folder. */
export async function getFiles(bucket: Bucket, prefix: string, dir: string): Promise<void> {
  const client = s3(bucket)
  const limit = pLimit(atOnce)
  const get = async (Key: string) => {
    const path = join(dir, Key.slice(prefix.length + 1))
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket.name, Key }))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, (await Body?.transformToByteArray()) ?? '')
  }
  await Promise.all((await list(bucket, `${prefix}/`)).map((key) => limit(() => get(key))))
}

export async function remove(bucket: Bucket, keys: string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += batch)
    await s3(bucket).send(
      new DeleteObjectsCommand({
        Bucket: bucket.name,
        Delete: { Objects: keys.slice(start, start + batch).map((Key) => ({ Key })), Quiet: true },
      }),
    )
}
