import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vite'
import { icons } from './icons.ts'
import { manifest } from './manifest.ts'

interface Precached {
  url: string
  /** Null where the name changes with what is in it. */
  revision: string | null
}

const revisionOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 12)

const precached = (url: string, content: string | Uint8Array): Precached => ({
  url: `/${url}`,
  revision: url.startsWith('assets/') ? null : revisionOf(content),
})

/**
 * Makes the site an app: a manifest, icons drawn from the logo, and a service worker that knows every file of
 * this build. Workbox does the caching; its own plugin for Vite would bring three hundred packages to list them.
 */
export function installable(): Plugin {
  let publicDir = ''
  let worker = ''
  return {
    name: 'installable',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
      worker = join(config.root, 'src/offline/service-worker.ts')
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      {
        tag: 'link',
        attrs: { rel: 'apple-touch-icon', href: '/icons/apple.png' },
        injectTo: 'head',
      },
    ],
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const logo = await readFile(join(publicDir, 'favicon.svg'), 'utf8')
        const files: [string, string | Uint8Array][] = Object.values(bundle).map((file) => [
          file.fileName,
          file.type === 'chunk' ? file.code : file.source,
        ])
        for (const name of await readdir(publicDir))
          files.push([name, await readFile(join(publicDir, name))])
        const drawn = Object.entries(await icons(logo))
        for (const [fileName, source] of [
          ['manifest.webmanifest', JSON.stringify(manifest)] as const,
          ...drawn,
        ])
          this.emitFile({ type: 'asset', fileName, source })
        const offline = files.filter(
          ([name]) => !name.endsWith('.map') && !name.startsWith('.vite/'),
        )
        this.emitFile({
          type: 'asset',
          fileName: 'service-worker.js',
          source: await bundled(
            worker,
            offline.map(([url, content]) => precached(url, content)),
          ),
        })
      },
    },
  }
}

async function bundled(entry: string, files: Precached[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome123', 'firefox125', 'safari17.5'],
    define: { FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}
