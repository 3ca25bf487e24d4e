import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { bootstrap, cdk, contextArgs, deployArgs } from '../../tools/cloud/cdk.ts'
import type { Cloud } from '../../tools/cloud/cloud.ts'
import { type Deployed, findDeployed } from '../../tools/cloud/outputs.ts'
import { place } from '../place.ts'

/** Everything the template is made of, except the functions' code: that has a shorter way (code.ts). */
async function fingerprint(context: string[]): Promise<string> {
  const folders = await Promise.all(
    ['infra', 'infra/watch', 'shared', 'shared/contract'].map(async (folder) =>
      (await readdir(folder))
        .filter((name) => /(?<!\.test)\.ts$/.test(name))
        .map((name) => `${folder}/${name}`),
    ),
  )
  const hash = createHash('sha256').update(context.join())
  for (const file of ['cdk.json', 'package-lock.json', ...folders.flat().sort()])
    hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

/** Brings the app that AWS gets into the engine, by the tool that brings it to AWS; not if it is there already. */
export async function deploy(cloud: Cloud, options: Record<string, string>): Promise<Deployed> {
  const context = contextArgs({ ...options, localEngine: cloud.engine, code: place.functions })
  const wanted = await fingerprint(context)
  const present = await findDeployed(cloud)
  if (present && (await readFile(place.deployed, 'utf8').catch(() => '')) === wanted) return present
  if (!present) await bootstrap(cloud)
  // Where CloudFront stands on AWS, here is our own front door, which follows the sources.
  const args = ['deploy', cloud.stacks.balas, '--output', place.cdkOut, ...deployArgs, ...context]
  await cdk(cloud, args)
  const deployed = await findDeployed(cloud)
  if (!deployed) throw new Error(`The stack is not there after its deployment; see ${place.dir}`)
  await writeFile(place.deployed, wanted)
  return deployed
}
