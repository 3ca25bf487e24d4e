import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { account, awsVariables, region } from '../aws.ts'
import { place } from '../place.ts'
import { run } from '../run.ts'
import { type Deployed, findDeployed } from './outputs.ts'

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

const cdk = (engine: string, args: string[], cwd = '.') =>
  run(process.execPath, [resolve('node_modules/aws-cdk/bin/cdk'), ...args], {
    cwd,
    env: awsVariables(engine),
    log: place.log(`cdk-${args[0]}`),
  })

/** Bootstrapping needs no app; in a folder without cdk.json it does not run ours. */
const bootstrap = (engine: string) =>
  cdk(engine, ['bootstrap', `aws://${account}/${region}`], place.dir)

/** Brings the app that AWS gets into the engine, by the tool that brings it to AWS; not if it is there already. */
export async function deploy(engine: string, options: Record<string, string>): Promise<Deployed> {
  const context = Object.entries({ ...options, localEngine: engine, code: place.functions })
    .filter(([, value]) => value)
    .flatMap(([name, value]) => ['--context', `${name}=${value}`])
  const wanted = await fingerprint(context)
  const present = await findDeployed(engine)
  if (present && (await readFile(place.deployed, 'utf8').catch(() => '')) === wanted) return present
  if (!present) await bootstrap(engine)
  await cdk(engine, [
    'deploy',
    'Balas',
    ...['--output', place.cdkOut],
    ...['--require-approval', 'never'],
    ...['--progress', 'events'],
    ...context,
  ])
  const deployed = await findDeployed(engine)
  if (!deployed) throw new Error(`The stack is not there after its deployment; see ${place.dir}`)
  await writeFile(place.deployed, wanted)
  return deployed
}
