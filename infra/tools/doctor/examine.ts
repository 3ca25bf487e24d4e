import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Cloud } from '../cloud/cloud.ts'
import { type Deployed, findDeployed, findSite, findStack } from '../cloud/outputs.ts'
import { releasesIn } from '../cloud/releases.ts'
import { readSecret } from '../cloud/secrets.ts'
import { visit } from '../cloud/visitor.ts'
import { nameOf } from '../deploy/rollback.ts'
import { type Channel, findChannel } from '../whapi/channel.ts'
import { drift } from '../whapi/connect.ts'
import { channelOf } from '../whapi/provider.ts'
import { ago, type Finding, fine, note, wrong } from './finding.ts'
import { onChannel, onClock, onLastNews, onOldestUnsent, onQueue, onWebhook } from './verdicts.ts'

/** A check that cannot be made says so in its own line; the others go on. */
async function each(about: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  return look().catch((error: Error) => [
    wrong(about, error.message.split('\n')[0] ?? error.name, 'Put that right, and look again.'),
  ])
}

async function stacks(cloud: Cloud): Promise<Finding[]> {
  const names = cloud.stage === 'local' ? [cloud.stacks.balas] : Object.values(cloud.stacks)
  const findings = await Promise.all(
    names.map(async (name) => {
      const { StackStatus } = (await findStack(cloud.config, name)) ?? {}
      if (!StackStatus) return wrong('stack', `${name} is not there`, 'npm run deploy')
      if (/^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus)) return fine('stack', `${name} is whole`)
      const todo = StackStatus.endsWith('IN_PROGRESS')
        ? 'Wait until that is done, and look again.'
        : 'Its events in the console of CloudFormation say why. Then npm run deploy again.'
      return wrong('stack', `${name} is ${StackStatus}`, todo)
    }),
  )
  const site = await findSite(cloud)
  const releases = site ? await releasesIn({ config: cloud.config, name: site.SiteBucket }) : []
  const [now] = releases
  return [...findings, ...(now ? [note('runs', nameOf(now))] : [])]
}

async function secrets(cloud: Cloud): Promise<Finding[]> {
  const wanted = { whapiToken: 'the WHAPI token', webhookSecret: "the webhook's secret" } as const
  const findings = await Promise.all(
    (['whapiToken', 'webhookSecret'] as const).map(async (name) =>
      (await readSecret(cloud, name))
        ? fine('secret', `${wanted[name]} is stored`)
        : wrong('secret', `${wanted[name]} is missing`, 'npm run deploy'),
    ),
  )
  const model = await readSecret(cloud, 'openaiKey')
  return [
    ...findings,
    note('bot', model ? 'asks OpenAI' : 'has prepared answers: there is no key of OpenAI'),
  ]
}

async function provider({ provider, delivery, settings }: Channel): Promise<Finding[]> {
  const { id, state } = await channelOf(provider)
  const other =
    id !== settings.channelId &&
    wrong(
      'channel',
      `the token is of ${id}, the functions take ${settings.channelId}`,
      'npm run deploy',
    )
  return [
    onChannel(state),
    ...(other ? [other] : []),
    onWebhook(delivery.url, await drift(provider, delivery)),
  ]
}

async function queues({ config }: Cloud, deployed: Deployed): Promise<Finding[]> {
  const sqs = new SQSClient(config)
  const depth = async (QueueUrl: string) => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    )
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
  }
  const { BotQueueUrl, BotDlqUrl, OutboundQueueUrl, OutboundDlqUrl } = deployed
  const of = async (name: string, jobs: string, dead: string) =>
    onQueue(name, { waiting: await depth(jobs), failed: await depth(dead) })
  return Promise.all([
    of('bot', BotQueueUrl, BotDlqUrl),
    of('outbound', OutboundQueueUrl, OutboundDlqUrl),
  ])
}

/** Where functions/domain/channel/test-delivery.ts remembers the last one. */
const testDeliveryKey = { pk: 'settings', sk: 'test-delivery' }

async function stored({ config }: Cloud, { TableName }: Deployed): Promise<Finding[]> {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(config))
  const first = async (
    IndexName: string,
    key: string,
    value: string,
    ScanIndexForward: boolean,
  ) => {
    const { Items } = await table.send(
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: `${key} = :value`,
        ExpressionAttributeValues: { ':value': value },
        ScanIndexForward,
        Limit: 1,
      }),
    )
    return Items?.[0]
  }
  const [newest, oldest, channel, test] = await Promise.all([
    first('inbox', 'inbox', 'chats', false),
    first('outbox', 'outbox', 'due', true),
    table.send(new GetCommand({ TableName, Key: { pk: 'settings', sk: 'channel' } })),
    table.send(new GetCommand({ TableName, Key: testDeliveryKey })),
  ])
  const isLinked = channel.Item?.state !== 'disconnected'
  return [
    onLastNews(newest && String(newest.updatedAt)),
    ...(test.Item ? [note('last test', `delivered ${ago(String(test.Item.at))}`)] : []),
    onOldestUnsent(oldest && String(oldest.dueAt), isLinked),
  ]
}

async function people(cloud: Cloud, deployed: Deployed, url: string): Promise<Finding[]> {
  return visit({ config: cloud.config, deployed }, url, async (visitor) => {
    await visitor.ping()
    return [fine('sign-in', `works at ${url}`), fine('socket', 'is open, and answers')]
  })
}

const clock = async (url: string) => [onClock((await fetch(url)).headers.get('date'))]

/** Looks at all that a stage needs to do its work. */
export async function examine(cloud: Cloud): Promise<Finding[]> {
  const where = cloud.engine ? `on this machine (${cloud.engine})` : `account ${cloud.account}`
  const here = fine('stage', `${cloud.stage}, ${where}, region ${cloud.region}`)
  const [deployed, channel] = await Promise.all([findDeployed(cloud), findChannel(cloud)])
  const url = channel?.settings.url
  const findings = await Promise.all([
    url ? each('clock', () => clock(url)) : [],
    each('stack', () => stacks(cloud)),
    each('secret', () => secrets(cloud)),
    channel ? each('WhatsApp', () => provider(channel)) : [],
    deployed ? each('queue', () => queues(cloud, deployed)) : [],
    deployed ? each('table', () => stored(cloud, deployed)) : [],
    deployed && url ? each('sign-in', () => people(cloud, deployed, url)) : [],
  ])
  return [here, ...findings.flat()]
}
