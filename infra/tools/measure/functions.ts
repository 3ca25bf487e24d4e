import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundle, type HandlerId, handlerIds } from '../../bundle.ts'
import { kb, percentile, round } from './figures.ts'
import { importMs } from './import-ms.ts'

export interface FunctionSize {
  kb: number
  importMs: number
  /** The same source by the CDK's default. */
  byDefault: { kb: number; importMs: number }
  /** Our import time as a part of that. Of all times, this one means something on any machine. */
  importRatio: number
}

const runs = 5

/** What NodejsFunction makes of the same sources when told nothing, but for the SDK, which is let in. */
const bundleByDefault = (outdir: string) =>
  build({
    entryPoints: handlerIds.map((id) => ({ in: `functions/${id}.ts`, out: id })),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    logLevel: 'error',
  })

async function measureFunction(ours: string, theirs: string): Promise<FunctionSize> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  // Turn by turn, so that whatever else the machine does hits both alike.
  for (let run = 0; run < runs; run++) {
    times.ours.push(await importMs(ours))
    times.theirs.push(await importMs(theirs))
  }
  const median = { ours: percentile(times.ours, 50), theirs: percentile(times.theirs, 50) }
  return {
    kb: kb((await stat(ours)).size),
    importMs: round(median.ours),
    byDefault: { kb: kb((await stat(theirs)).size), importMs: round(median.theirs) },
    importRatio: round(median.ours / median.theirs, 2),
  }
}

/** Each function as AWS gets it, beside what it would be without our care. */
export async function measureFunctions(
  outdir: string,
  defaultOutdir: string,
): Promise<Record<HandlerId, FunctionSize>> {
  await Promise.all([bundle({ outdir }), bundleByDefault(defaultOutdir)])
  const measured = {} as Record<HandlerId, FunctionSize>
  for (const id of handlerIds)
    measured[id] = await measureFunction(
      join(outdir, id, 'index.mjs'),
      join(defaultOutdir, `${id}.cjs`),
    )
  return measured
}
