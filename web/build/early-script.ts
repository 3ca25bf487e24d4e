import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** Stands in the page itself and runs before anything else is here; the same source gives the same script. */
export function earlyScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '../src/early/early.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome123', 'firefox125', 'safari17.5'],
  })
  return outputFiles[0]?.text.trim() ?? ''
}

/** Lets just this script run where a policy forbids all others that stand in a page. */
export const earlyScriptSource = (): string =>
  `'sha256-${createHash('sha256').update(earlyScript()).digest('base64')}'`
