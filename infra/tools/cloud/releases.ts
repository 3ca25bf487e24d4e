import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { prefixes } from '../../names.ts'
import {
  type Bucket,
  filesIn,
  getFiles,
  getText,
  list,
  putFiles,
  putText,
  remove,
} from './bucket.ts'

const Release = z.object({
  id: z.string(),
  version: z.string(),
  deployedAt: z.string(),
  /** The site's files. */
  files: z.array(z.string()),
  /** The app's settings at that time. */
  context: z.record(z.string(), z.string()),
})
export type Release = z.infer<typeof Release>

/** Newest first; the first one is what runs. */
const Releases = z.array(Release)

/** A release on this machine: the cloud assembly (templates and functions) and the built site. */
export interface Folders {
  assembly: string
  site: string
}

const index = `${prefixes.releases}/index.json`
/** So many can be gone back to. */
const kept = 3

/** What a release is made of, in a short name: the same sources and settings have the same. */
export async function idOf({ assembly, site }: Folders): Promise<string> {
  const hash = createHash('sha256')
  const templates = (await filesIn(assembly)).filter((name) => name.endsWith('.template.json'))
  for (const name of templates) hash.update(name).update(await readFile(join(assembly, name)))
  for (const name of await filesIn(site)) hash.update(name).update(await readFile(join(site, name)))
  return hash.digest('hex').slice(0, 12)
}

export async function releasesIn(bucket: Bucket): Promise<Release[]> {
  const text = await getText(bucket, index)
  return text ? Releases.parse(JSON.parse(text)) : []
}

const placeOf = (id: string) => `${prefixes.releases}/${id}`

/** Keeps what was just deployed, so that it can be gone back to. The same release again is no new one. */
export async function keepRelease(
  bucket: Bucket,
  { id, version, context }: Pick<Release, 'id' | 'version' | 'context'>,
  { assembly, site }: Folders,
  deployedAt = new Date().toISOString(),
): Promise<void> {
  const before = await releasesIn(bucket)
  const files = await filesIn(site)
  // What CDK packs, it packs again.
  const parts = (await filesIn(assembly)).filter((name) => !name.startsWith('.cache/'))
  await putFiles(bucket, assembly, `${placeOf(id)}/assembly`, parts)
  await putFiles(bucket, site, `${placeOf(id)}/site`, files)
  const others = before.filter((it) => it.id !== id)
  await remember(bucket, [{ id, version, deployedAt, files, context }, ...others])
}

/** What is deployed from now on is the first of these. Those nobody goes back to any more are deleted. */
async function remember(bucket: Bucket, releases: Release[]) {
  const staying = releases.slice(0, kept)
  await putText(bucket, index, JSON.stringify(staying, null, 2))
  const places = staying.map(({ id }) => `${placeOf(id)}/`)
  const all = await list(bucket, `${prefixes.releases}/`)
  await remove(
    bucket,
    all.filter((key) => key !== index && !places.some((place) => key.startsWith(place))),
  )
}

/** Brings a release to this machine. */
export async function fetchRelease(bucket: Bucket, id: string, dir: string): Promise<Folders> {
  await rm(dir, { recursive: true, force: true })
  await getFiles(bucket, placeOf(id), dir)
  return { assembly: join(dir, 'assembly'), site: join(dir, 'site') }
}

/** A release that was gone back to runs; the one that was left is the one before it. */
export async function wentBackTo(bucket: Bucket, id: string): Promise<void> {
  const releases = await releasesIn(bucket)
  const back = releases.filter((it) => it.id === id)
  await remember(bucket, [...back, ...releases.filter((it) => it.id !== id)])
}
