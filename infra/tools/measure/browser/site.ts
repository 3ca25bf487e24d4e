import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { forever } from '../../../cache-control.ts'
import { securityHeaders } from '../../../security-headers.ts'

interface File {
  type: string
  plain: Buffer
  br?: Buffer
  gzip?: Buffer
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain',
}

/** CloudFront compresses these from 1,000 bytes upwards, and not as hard as one could. */
function compressed(name: string, plain: Buffer): File {
  const type = types[extname(name)] ?? 'application/octet-stream'
  if (type === 'image/png' || plain.length < 1000) return { type, plain }
  const br = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return { type, plain, br, gzip: gzipSync(plain) }
}

/** The built site, answered as CloudFront answers it (infra/site-stack.ts). */
export async function siteAt(dir: string): Promise<(path: string, accepts: string) => Reply> {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true })).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
  const files = new Map<string, File>()
  for (const name of names)
    files.set(name.slice(dir.length).replaceAll(sep, '/'), compressed(name, await readFile(name)))
  return (path, accepts) => {
    const isPlace = !path.split('/').at(-1)?.includes('.')
    const file = files.get(isPlace ? '/index.html' : path)
    if (!file) return { status: 404, headers: {}, body: Buffer.from('') }
    const encoding = (['br', 'gzip'] as const).find((it) => file[it] && accepts.includes(it))
    return {
      status: 200,
      headers: {
        'content-type': file.type,
        ...(path.startsWith('/assets/') && { 'cache-control': forever }),
        ...securityHeaders(),
        ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
      },
      body: (encoding && file[encoding]) || file.plain,
    }
  }
}
