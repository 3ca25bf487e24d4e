import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { place } from '../../local/place.ts'
import { cdk, contextArgs } from '../cloud/cdk.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { Folders } from '../cloud/releases.ts'
import { buildSite } from '../cloud/site-build.ts'

/** Builds all that is deployed: the templates, the functions and the site. */
export async function build(cloud: Cloud, context: Record<string, string>): Promise<Folders> {
  const dir = place.stage(cloud.stage)
  await rm(dir, { recursive: true, force: true })
  const [assembly, site] = [join(dir, 'assembly'), resolve(dir, 'site')]
  const { stage, engine: localEngine } = cloud
  const args = contextArgs({ ...context, stage, localEngine, code: join(dir, 'code', 'functions') })
  await Promise.all([
    buildSite(site),
    cdk(cloud, ['synth', '--all', '--quiet', '--output', assembly, ...args]),
  ])
  return { assembly, site }
}
