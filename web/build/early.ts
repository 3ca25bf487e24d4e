import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Which modules the first screens need beyond the entry. */
const parts = { inbox: 'src/dashboard.tsx', thread: 'src/inbox/thread/thread.tsx' }
const words = { en: 'src/text/en.ts', id: 'src/text/id.ts' }

/** The file of a module and all it imports, the entry's files left out: the page names those itself. */
function filesOf(bundle: Bundle, module: string): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const found = new Set<string>()
  const follow = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(follow)
  }
  const having = (end: string) =>
    chunks.find(({ facadeModuleId }) => facadeModuleId?.replaceAll('\\', '/').endsWith(end))
  const [entry, wanted] = [chunks.find(({ isEntry }) => isEntry), having(`/${module}`)]
  if (!entry || !wanted) throw new Error(`${module} has no file of its own`)
  follow(entry.fileName)
  const known = new Set(found)
  follow(wanted.fileName)
  return [...found].filter((name) => !known.has(name)).map((name) => `/${name}`)
}

const each = <Key extends string>(table: Record<Key, string>, bundle: Bundle) =>
  Object.fromEntries(
    Object.entries<string>(table).map(([key, it]) => [key, filesOf(bundle, it)]),
  ) as Record<Key, string[]>

/** What the script knows of files (`FILES` in src/early/early.ts). */
interface Files {
  words: Record<string, string[]>
  inbox: string[]
  thread: string[]
}

/** A script of its own that the page runs before it paints; it knows which files will be needed. */
export function early(): Plugin {
  let script = ''
  const bundled = async (files: Files) => {
    const { outputFiles } = await build({
      entryPoints: [script],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      target: ['chrome123', 'firefox125', 'safari17.5'],
      define: { FILES: JSON.stringify(files) },
    })
    return outputFiles[0]?.text ?? ''
  }
  return {
    name: 'early',
    enforce: 'post',
    configResolved({ root }) {
      script = join(root, 'src/early/early.ts')
    },
    async transformIndexHtml(_, { server }) {
      if (!server) return []
      return [
        {
          tag: 'script',
          children: await bundled({ words: {}, inbox: [], thread: [] }),
          injectTo: 'head-prepend',
        },
      ]
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        const files = { words: each(words, bundle), ...each(parts, bundle) }
        const code = await bundled(files)
        const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8)
        const fileName = `assets/early-${hash}.js`
        this.emitFile({ type: 'asset', fileName, source: code })
        page.source = String(page.source).replace(
          '<title>',
          `<script src="/${fileName}"></script>\n    <title>`,
        )
      },
    },
  }
}
