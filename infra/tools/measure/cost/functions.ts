import { symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const workers = ['webhook', 'api', 'bot', 'outbound'] as const
export type Worker = (typeof workers)[number]

/** The functions that take part in what is counted, and what of them enters people, their browsers and chats. */
const entryPoints = [
  ...workers.map((id) => ({ in: `functions/${id}.ts`, out: id })),
  { in: 'functions/domain/team/user.ts', out: 'user' },
  { in: 'functions/domain/team/connection.ts', out: 'connection' },
  { in: 'functions/domain/chat/counters.ts', out: 'counters' },
]

/**
 * Each function with all its own code, so that each has a memory of its own as on AWS; packages stay
 * outside, so that whoever stands in for AWS stands in for it everywhere.
 */
export async function bundleForCounting(outdir: string) {
  await build({
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
  })
  await symlink(resolve('node_modules'), join(outdir, 'node_modules'), 'junction')
}

type Handler = (event: unknown, context: object) => Promise<{ statusCode: number; body: string }>
export type Functions = (id: Worker) => Promise<Handler>

let starts = 0

/** Functions that have just been started, and remember nothing of what was before. */
export function startFunctions(dir: string): Functions {
  const start = ++starts
  return async (id) => (await import(`${join(dir, id)}.mjs?${start}`)).handler
}
