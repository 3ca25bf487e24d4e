import { mkdir, rm, writeFile } from 'node:fs/promises'
import { localCloud } from '../../tools/cloud/cloud.ts'
import { keepSettings } from '../../tools/cloud/settings.ts'
import { channelId } from '../channel.ts'
import { bringCode, followCode } from '../deployment/code.ts'
import { createDemoUsers } from '../deployment/demo-users.ts'
import { deploy } from '../deployment/deploy.ts'
import { answerPings } from '../deployment/pong.ts'
import { keepSecrets, localSecrets } from '../deployment/secrets.ts'
import { foreignEngine, startEngine } from '../engine/engine.ts'
import { openFrontDoor } from '../front-door.ts'
import { startPhone } from '../phone.ts'
import { data, place } from '../place.ts'
import { expectFree, portsFrom } from '../ports.ts'
import { addressesOf, type Ready, readyOf } from '../ready.ts'
import { listen } from './control.ts'

export interface SuperviseProps {
  fresh: boolean
  /** The site as it is deployed, and the code as it is now; else both follow their sources. */
  built: boolean
  say: (line: string) => void
  /** Something has ended that must not, or somebody asked us to end. */
  over: (reason?: Error) => void
}

export interface Running extends Ready {
  end(): Promise<void>
}

/** Writes as the shop's owner: its commands manage chats (functions/bot). */
const defaultAdmins = '6281200009999'

/** `OPENAI=simulated` lets the phone's page script the model; `OPENAI=<key>` asks the real one; else answers are canned. */
function openai(phoneUrl: string, { OPENAI } = process.env) {
  const real = OPENAI && OPENAI !== 'simulated'
  return { key: OPENAI, baseUrl: real ? '' : `${phoneUrl}/openai/v1` }
}

/** Brings up everything, in order, and takes it down again in the opposite one. */
export async function supervise(props: SuperviseProps): Promise<Running> {
  const endings: (() => Promise<unknown> | unknown)[] = []
  async function end() {
    for (const ending of endings.splice(0).reverse()) await ending()
  }
  try {
    const ready = await bringUp(props, endings)
    return { ...ready, end }
  } catch (error) {
    await end()
    throw error
  }
}

async function bringUp({ fresh, built, say, over }: SuperviseProps, endings: (() => unknown)[]) {
  const ports = portsFrom()
  const foreign = await foreignEngine()
  await expectFree(foreign ? { web: ports.web, simulator: ports.simulator } : ports)
  if (fresh) await Promise.all(data.map((path) => rm(path, { recursive: true, force: true })))
  await mkdir(place.dir, { recursive: true })
  await rm(place.outputs, { force: true })
  endings.push(await listen(() => over()))
  endings.push(() => rm(place.outputs, { force: true }))

  const addresses = addressesOf(ports)
  const admins = process.env.WHAPI_ADMINS ?? defaultAdmins
  const { key, baseUrl } = openai(addresses.phoneUrl)
  const engine = foreign ?? (await startEngine(ports.engine))
  endings.push(() => engine.close())
  void engine.ended.then(() => {
    if (endings.length) over(new Error(`The local AWS ended; see ${place.log('engine')}`))
  })
  say(`local AWS on ${engine.url}`)

  const cloud = localCloud(engine.url)
  const deployed = await deploy(cloud, {
    stage: cloud.stage,
    whapiUrl: addresses.whapiUrl,
    whapiChannelId: channelId,
    whapiAdmins: admins,
    openaiBaseUrl: baseUrl,
  })
  await bringCode(engine.url, deployed)
  say('stack deployed')

  const secrets = await localSecrets()
  await keepSecrets(cloud, secrets, key)
  await keepSettings(cloud, {
    whapiUrl: addresses.whapiUrl,
    channelId,
    url: addresses.url,
    context: {},
  })
  await answerPings(engine.url, deployed.SocketApiId)
  await createDemoUsers({ config: cloud.config, deployed })
  say('secrets and demo users')

  const phone = await startPhone({
    port: ports.simulator,
    token: secrets.whapiToken,
    webhookUrl: addresses.webhookUrl,
    webhookSecret: secrets.webhookSecret,
  })
  endings.push(() => phone.close())
  say('simulated phone')

  const door = await openFrontDoor(ports.web, engine.url, deployed, built)
  endings.push(() => door.close())
  if (!built) endings.push(await followCode(engine.url, deployed, say))
  say('dashboard')

  const ready = readyOf(ports, secrets, admins, engine.url, deployed)
  await writeFile(place.outputs, `${JSON.stringify(ready, null, 2)}\n`)
  return ready
}
