import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stackNames } from '../../names.ts'
import { type Cloud, localCloud } from '../../tools/cloud/cloud.ts'
import { awsVariables } from '../aws.ts'
import { channelId } from '../channel.ts'
import { startEngine } from '../engine/engine.ts'
import { place } from '../place.ts'
import { firstFree, type Ports, portsFrom } from '../ports.ts'
import { run } from '../run.ts'
import { startSimulator } from '../whapi-simulator/simulator.ts'
import { openDoor } from './door.ts'

/** All there is before the first deployment, and the commands of whoever deploys. */
export interface Rig {
  cloud: Cloud
  ports: Ports
  url: string
  whapiUrl: string
  whapiToken: string
  /** Runs `npm run <tool>` as in CI. Answers what it said. */
  npm(tool: string, args?: string[], options?: NpmOptions): Promise<string>
  /** Everything that was ever said or logged. */
  said(): Promise<string>
  end(): Promise<void>
}

export interface NpmOptions {
  env?: NodeJS.ProcessEnv
  heard?: (chunk: string) => void
}

/** An empty AWS, WhatsApp's provider, and the network between. */
export async function startRig(): Promise<Rig> {
  await rm(place.dir, { recursive: true, force: true })
  await mkdir(place.dir, { recursive: true })
  // Beside whatever runs there already.
  const ports = portsFrom(String(await firstFree(Number(process.env.PORT ?? 3400))))
  const whapiToken = randomBytes(24).toString('base64url')
  const engine = await startEngine(ports.engine)
  const options = {
    port: ports.simulator,
    token: whapiToken,
    channelId,
    ownNumber: '6281200000000',
  }
  const simulator = await startSimulator(options)
  const cloud = { ...localCloud(engine.url), stage: 'prod', stacks: stackNames('prod') }
  const door = await openDoor(ports.web, cloud)
  const outputs: string[] = []
  return {
    cloud,
    ports,
    url: door.url,
    whapiUrl: simulator.url,
    whapiToken,
    async npm(tool, args = [], { env = {}, heard } = {}) {
      const said = await run(process.execPath, [`infra/tools/${tool}.ts`, ...args], {
        env: { ...awsVariables(engine.url), CI: '1', ...env },
        heard: (chunk) => {
          outputs.push(chunk)
          heard?.(chunk)
        },
      })
      return said
    },
    async said() {
      const logs = (await readdir(place.dir)).filter((name) => name.startsWith('cdk-'))
      const texts = await Promise.all(logs.map((name) => readFile(join(place.dir, name), 'utf8')))
      return [...outputs, ...texts].join('\n')
    },
    async end() {
      await door.close()
      await simulator.close()
      await engine.close()
    },
  }
}
