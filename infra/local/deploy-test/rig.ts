import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stackNames } from '../../names.ts'
import { localCloud } from '../../tools/cloud/cloud.ts'
import { awsVariables } from '../aws.ts'
import { channelId } from '../channel.ts'
import { startEngine } from '../engine/engine.ts'
import { place } from '../place.ts'
import { firstFree, portsFrom } from '../ports.ts'
import { startSimulator } from '../whapi-simulator/simulator.ts'
import { openDoor } from './door.ts'

/** The shop's owner, whose commands the bot follows. */
export const owner = '6281200009999'

/** An empty AWS, WhatsApp's provider, and the network between: all there is before the first deployment. */
export async function startRig() {
  await rm(place.dir, { recursive: true, force: true })
  await mkdir(place.dir, { recursive: true })
  const ports = portsFrom(process.env.PORT ?? String(await firstFree(3400)))
  const whapiToken = randomBytes(24).toString('base64url')
  const endings: (() => Promise<unknown> | unknown)[] = []
  const engine = await startEngine(ports.engine)
  endings.push(() => engine.close())
  const simulator = await startSimulator({
    port: ports.simulator,
    token: whapiToken,
    channelId,
    ownNumber: '6281200000000',
  })
  endings.push(() => simulator.close())
  const cloud = { ...localCloud(engine.url), stage: 'prod', stacks: stackNames('prod') }
  const door = await openDoor(ports.web, cloud)
  endings.push(() => door.close())
  return {
    cloud,
    door,
    whapiUrl: simulator.url,
    whapiToken,
    passwordFile: join(place.dir, 'first-password'),
    env: { ...awsVariables(engine.url), BALAS_DIR: place.dir, CI: '1' },
    async end() {
      for (const ending of endings.reverse()) await ending()
    },
  }
}
export type Rig = Awaited<ReturnType<typeof startRig>>
