import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Manifest } from 'vite'
import { kb } from './figures.ts'

/** All gzipped. */
export interface DashboardSize {
  /** What is loaded on the way from the sign-in to the inbox, in one language. */
  initialJsKb: number
  /** What is loaded before one can sign in. */
  signInJsKb: number
  cssKb: number
}

const dashboard = 'src/dashboard.tsx'
const languages = /^src\/text\//

/** A chunk and everything that must be there before it runs. */
function withImports(manifest: Manifest, names: string[], found = new Set<string>()) {
  for (const name of names) {
    if (found.has(name)) continue
    found.add(name)
    withImports(manifest, manifest[name]?.imports ?? [], found)
  }
  return found
}

/** Builds the dashboard as for AWS and walks from its entry, so that no file is counted by its name. */
export async function measureDashboard(outDir: string): Promise<DashboardSize> {
  await build({
    configFile: 'web/vite.config.ts',
    configLoader: 'native',
    mode: 'production',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, copyPublicDir: false, manifest: true },
  })
  const manifest: Manifest = JSON.parse(await readFile(join(outDir, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry)
  if (!entry) throw new Error('The dashboard has no entry')
  const later = [...withImports(manifest, [entry])].flatMap(
    (name) => manifest[name]?.dynamicImports ?? [],
  )
  const tables = later.filter((name) => languages.test(name))
  if (!later.includes(dashboard) || !tables.length)
    throw new Error(`The entry is to load ${dashboard} and its languages later; it does not`)

  const gzipped = async (files: (string | undefined)[]) => {
    const sizes = [...new Set(files)].map(async (file) =>
      file ? gzipSync(await readFile(join(outDir, file))).length : 0,
    )
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
  const jsOf = (names: string[]) =>
    gzipped([...withImports(manifest, names)].map((name) => manifest[name]?.file))
  const worstOf = async (names: string[]) =>
    kb(Math.max(...(await Promise.all(tables.map((table) => jsOf([...names, table]))))))
  const everything = [...withImports(manifest, [entry, dashboard])]
  return {
    initialJsKb: await worstOf([entry, dashboard]),
    signInJsKb: await worstOf([entry]),
    cssKb: kb(await gzipped(everything.flatMap((name) => manifest[name]?.css ?? []))),
  }
}
