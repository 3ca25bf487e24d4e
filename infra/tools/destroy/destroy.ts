import type { Cloud } from '../cloud/cloud.ts'
import { removeParameter } from '../cloud/secrets.ts'
import type { Ui } from '../ui.ts'
import { findChannel } from '../whapi/channel.ts'
import { disconnect } from '../whapi/connect.ts'
import { exportTable } from './export.ts'
import { isThere, type Resource, resourcesOf } from './resources.ts'
import { deleteLogs, deletePool, deleteStack, deleteTable, emptyBucket } from './take-down.ts'

export interface DestroyProps {
  /** Where the data goes first. */
  file?: string
  keepTable: boolean
}

const isTable = ({ type, name }: Resource) =>
  type === 'AWS::DynamoDB::GlobalTable' || /^arn:[^:]+:dynamodb:/.test(name)
const isPool = ({ type, name }: Resource) =>
  type === 'AWS::Cognito::UserPool' || /^arn:[^:]+:cognito-idp:/.test(name)
const bare = ({ name }: Resource) =>
  name.startsWith('arn:') ? (name.split('/').at(-1) ?? name) : name

/** These go with what they belong to. */
const isPart = ({ type }: Resource) =>
  /::(Route|Integration|Permission|Policy|\w+Policy)$/.test(type)

function listOf(resources: Resource[]): string {
  const lines = resources
    .filter((it) => !isPart(it))
    .map(({ type, name }) => `  ${type.padEnd(36)} ${name}`)
  const parts = resources.filter(isPart).length
  return [...lines.sort(), ...(parts ? [`  and ${parts} routes, rights and the like`] : [])].join(
    '\n',
  )
}

/** Takes a stage down. Answers what is left of it, which is nothing if all went well. */
export async function destroy(
  cloud: Cloud,
  { file, keepTable }: DestroyProps,
  ui: Ui,
  agreed: () => Promise<boolean>,
): Promise<Resource[]> {
  const { config, stacks } = cloud
  const all = await resourcesOf(cloud)
  if (all.length === 0) {
    ui.tell(`Nothing of the stage "${cloud.stage}" is here.`)
    return []
  }
  ui.tell(`This is all of the stage "${cloud.stage}" (${all.length}):\n${listOf(all)}`)
  if (!(await agreed())) return all
  const tables = all.filter(isTable).map(bare)
  const pools = all.filter(isPool).map(bare)
  const named = (type: string) => all.filter((it) => it.type === type).map(({ name }) => name)

  if (file)
    for (const table of tables) {
      const count = await ui.step(`Exporting ${table}`, () => exportTable(config, table, file))
      ui.tell(`${count} items are in ${file}.`)
    }
  await ui.step('Telling WHAPI to deliver no more', () => leaveChannel(cloud, ui))
  for (const bucket of named('AWS::S3::Bucket'))
    await ui.step('Emptying the bucket of the site', () => emptyBucket(config, bucket))
  await ui.step(`Deleting ${stacks.site} (CloudFront takes minutes)`, () =>
    deleteStack(config, stacks.site),
  )
  await ui.step(`Deleting ${stacks.balas}`, () => deleteStack(config, stacks.balas))
  for (const pool of pools) await ui.step('Deleting the people', () => deletePool(config, pool))
  if (!keepTable)
    for (const table of tables) await ui.step(`Deleting ${table}`, () => deleteTable(config, table))
  await ui.step('Deleting secrets and logs', async () => {
    for (const name of named('AWS::SSM::Parameter')) await removeParameter(cloud, name)
    await deleteLogs(cloud, named('AWS::Logs::LogGroup'))
  })
  return ui
    .step('Looking for what is left', () => leftOf(cloud, keepTable))
    .then((left) => {
      if (keepTable)
        ui.tell(
          `The table stays, protected from deletion: ${tables.join(', ')}. A new deployment begins with an empty one of its own; npm run destroy, once more, deletes this one.`,
        )
      if (left.length > 0) ui.warn(`This is left; run it again in some minutes:\n${listOf(left)}`)
      else ui.tell(keepTable ? 'Nothing else is left.' : 'Nothing is left.')
      return left
    })
}

/** What comes after this would be kept by WHAPI for nobody. That it cannot be told keeps nothing standing. */
async function leaveChannel(cloud: Cloud, ui: Ui) {
  const channel = await findChannel(cloud)
  if (!channel) return
  await disconnect(channel.provider, channel.delivery).catch((error: Error) => {
    ui.warn(
      `WHAPI still delivers to ${channel.delivery.url}; delete that webhook there. (${error.message})`,
    )
  })
}

async function leftOf(cloud: Cloud, keepTable: boolean): Promise<Resource[]> {
  const found = (await resourcesOf(cloud)).filter((it) => !(keepTable && isTable(it)))
  const there = await Promise.all(found.map((it) => isThere(cloud, it)))
  return found.filter((_, i) => there[i])
}
