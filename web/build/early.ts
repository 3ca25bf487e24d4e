import type { Plugin, Rolldown } from 'vite'
import type { Files } from '../src/early/files.ts'
import { earlyScript } from './early-script.ts'

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

/** Before the title: what says how to read the page comes first, and style sheets, for which scripts wait, after it. */
const intoHead = (page: string, tag: string) => page.replace('<title>', () => `${tag}\n    <title>`)

/** Puts a script into the page that runs before it paints, and before it which files will be needed. */
export function early(): Plugin {
  return {
    name: 'early',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { server }) =>
        server ? intoHead(page, `<script>${earlyScript()}</script>`) : page,
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') return
        const files: Files = { words: each(words, bundle), ...each(parts, bundle) }
        const told = `<script type="application/json" id="files">${JSON.stringify(files)}</script>`
        page.source = intoHead(
          String(page.source),
          `${told}\n    <script>${earlyScript()}</script>`,
        )
      },
    },
  }
}
