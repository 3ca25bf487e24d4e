import { extname } from 'node:path'
import { prefixes } from '../../names.ts'
import { type Bucket, filesIn, type Headers, list, putFiles, remove } from './bucket.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** The names of these change with what is in them (vite). */
const isHashed = (name: string) => name.startsWith('assets/')

/** A browser keeps what never changes, and asks for the rest each time. */
export const headersOf = (name: string): Headers => ({
  ContentType: contentTypes[extname(name)] ?? 'application/octet-stream',
  CacheControl: isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
})

/**
 * Puts the site where CloudFront finds it. First what pages refer to, then the pages: nobody is shown a page
 * whose parts are not there. Parts of versions that may still be open somewhere stay: `keep`.
 */
export async function uploadSite(bucket: Bucket, dir: string, keep: string[] = []): Promise<void> {
  const names = await filesIn(dir)
  const pages = ['service-worker.js', 'index.html']
  const put = (some: string[]) => putFiles(bucket, dir, prefixes.site, some, headersOf)
  await put(names.filter((name) => !pages.includes(name)))
  // The page last: whoever asks for it again gets all of the new version.
  for (const page of pages) await put(names.filter((name) => name === page))
  const wanted = new Set([...names, ...keep.filter(isHashed)].map((it) => `${prefixes.site}/${it}`))
  const present = await list(bucket, `${prefixes.site}/`)
  await remove(
    bucket,
    present.filter((key) => !wanted.has(key)),
  )
}
