import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type BuildOptions, type BuildResult, build, context } from 'esbuild'
import { trimPhone } from './trim-phone.ts'
import { trimSdk } from './trim-sdk.ts'

/** Every function, named after its file and its trigger. */
export const handlerIds = [
  'webhook',
  'api',
  'session',
  'team',
  'socket',
  'bot',
  'outbound',
  'tick',
] as const
export type HandlerId = (typeof handlerIds)[number]

export interface BundleProps {
  /** Where the bundles go, one folder per function; their source maps go beside it. */
  outdir?: string
  /** The local engine's address. Left out, a bundle has no way to be pointed at anything but AWS. */
  localEngine?: string
  /** What the release is called; it stands at the head of each bundle. */
  version?: string
  entries?: string
}

const optionsOf = ({
  outdir = 'dist/functions',
  localEngine,
  version,
  entries = 'functions',
}: BundleProps) =>
  ({
    entryPoints: handlerIds.map((id) => ({ in: `${entries}/${id}.ts`, out: `${id}/index` })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': './functions/lib/credentials.ts' },
    define: { __LOCAL_ENGINE__: localEngine ? JSON.stringify(localEngine) : 'undefined' },
    // Packages that are CommonJS inside still call require for Node's own modules.
    banner: {
      js: `${version ? `/* Balas ${version} */` : ''}import{createRequire}from'node:module';const require=createRequire(import.meta.url);`,
    },
    plugins: [trimSdk, trimPhone],
    logLevel: 'silent',
  }) satisfies BuildOptions

/** Maps are for whoever reads a stack trace; they are not shipped. */
const mapPath = (path: string) => join(dirname(path), '..', '..', 'maps', `${idOf(path)}.mjs.map`)
const idOf = (path: string) => path.split(/[\\/]/).at(-2) as HandlerId

/** Writes what differs from what lies there, and says which functions did. */
async function settle({ outputFiles = [] }: BuildResult): Promise<HandlerId[]> {
  const written = await Promise.all(
    outputFiles.map(async ({ path, contents }) => {
      const target = path.endsWith('.map') ? mapPath(path) : path
      const present = await readFile(target).catch(() => undefined)
      if (present?.equals(contents)) return []
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, contents)
      return path.endsWith('.map') ? [] : [idOf(path)]
    }),
  )
  return written.flat()
}

/** Bundles all functions in one go. Answers which of them changed. */
export const bundle = async (props: BundleProps = {}): Promise<HandlerId[]> =>
  settle(await build(optionsOf(props)))

/** Bundles again whenever a source changes, until the answer is called. */
export async function keepBundled(
  props: BundleProps,
  changed: (ids: HandlerId[], errors: string[]) => void,
): Promise<() => Promise<void>> {
  const options = optionsOf(props)
  const watching = await context({
    ...options,
    plugins: [
      ...options.plugins,
      {
        name: 'report',
        setup: ({ onEnd }) =>
          onEnd(async (result) => {
            const errors = result.errors.map(({ text, location }) => `${location?.file}: ${text}`)
            changed(errors.length ? [] : await settle(result), errors)
          }),
      },
    ],
  })
  await watching.watch()
  return () => watching.dispose()
}
