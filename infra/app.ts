import { App, Tags } from 'aws-cdk-lib/core'
import { Balas } from './balas-stack.ts'
import { bundle } from './bundle.ts'
import { usualLimits, usualTokensADay } from './limits.ts'
import { stackNames, stageTag } from './names.ts'
import { BalasSite } from './site-stack.ts'

/** Where stages differ, and nowhere else. Each option is a context value: `cdk deploy -c stage=trial`. */
const app = new App()
const option = (name: string): string | undefined => app.node.tryGetContext(name)
const stage = option('stage') ?? 'prod'
/** The local engine's address; set by infra/local only. */
const localEngine = option('localEngine')

/** News of a message may come, and be delivered again, for weeks: until then it must be there. */
function keptDays(wanted: string | undefined): string | undefined {
  if (wanted && !(Number(wanted) >= 31))
    throw new Error('messagesKeptDays is a number of days, and 31 at least')
  return wanted
}

const settings = {
  WHAPI_URL: option('whapiUrl') ?? 'https://gate.whapi.cloud',
  WHAPI_CHANNEL_ID: option('whapiChannelId'),
  WHAPI_ADMINS: option('whapiAdmins'),
  PROVIDER_CALLS_A_DAY: option('providerCallsADay'),
  OPENAI_BASE_URL: option('openaiBaseUrl'),
  MESSAGES_KEPT_DAYS: keptDays(option('messagesKeptDays')),
  BOT_TOKENS_A_DAY: option('botTokensADay') ?? String(usualTokensADay),
  OPENAI_MODEL: option('openaiModel') ?? 'gpt-4.1-mini',
}

const calls = (name: 'api' | 'session' | 'webhook' | 'frames' | 'connect') => ({
  rate: localEngine ? 10_000 : Number(option(`${name}Rate`) ?? usualLimits[name].rate),
  burst: localEngine ? 5_000 : Number(option(`${name}Burst`) ?? usualLimits[name].burst),
})

await bundle({ localEngine, outdir: option('code'), version: process.env.BALAS_VERSION })

const names = stackNames(stage)
// Whoever takes it all down again finds it by this.
Tags.of(app).add(stageTag, stage)

const balas = new Balas(app, 'Balas', {
  stackName: names.balas,
  stage,
  keepData: stage === 'prod',
  settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value)) as Record<
    string,
    string
  >,
  sockets: localEngine
    ? { socketsUrl: `${localEngine}/_aws/execute-api/{apiId}/ws`, responses: false }
    : {},
  alarms: { email: option('alarmEmail'), budgetUsd: Number(option('budgetUsd') ?? 150) },
  limits: {
    api: calls('api'),
    session: calls('session'),
    webhook: calls('webhook'),
    frames: calls('frames'),
    connect: calls('connect'),
    tableUnitsPerSecond: Number(option('tableUnitsPerSecond') ?? usualLimits.tableUnitsPerSecond),
    // A young account has ten executions in all and can reserve none: -c reserveConcurrency=false
    concurrency:
      localEngine || option('reserveConcurrency') === 'false' ? {} : usualLimits.concurrency,
  },
})

const [domain, certificateArn] = [option('domain'), option('certificateArn')]
new BalasSite(app, 'BalasSite', {
  stackName: names.site,
  balas,
  enforceSSL: !localEngine,
  domain: domain && certificateArn ? { name: domain, certificateArn } : undefined,
})
