import { App, Tags } from 'aws-cdk-lib/core'
import { Balas } from './balas-stack.ts'
import { bundle } from './bundle.ts'
import { stackNames, stageTag } from './names.ts'
import { BalasSite } from './site-stack.ts'

/** Where stages differ, and nowhere else. Each option is a context value: `cdk deploy -c stage=trial`. */
const app = new App()
const option = (name: string): string | undefined => app.node.tryGetContext(name)
const stage = option('stage') ?? 'prod'
/** The local engine's address; set by infra/local only. */
const localEngine = option('localEngine')

const settings = {
  WHAPI_URL: option('whapiUrl') ?? 'https://gate.whapi.cloud',
  WHAPI_CHANNEL_ID: option('whapiChannelId'),
  WHAPI_ADMINS: option('whapiAdmins'),
  PROVIDER_CALLS_A_DAY: option('providerCallsADay'),
  OPENAI_BASE_URL: option('openaiBaseUrl'),
  OPENAI_MODEL: option('openaiModel') ?? 'gpt-4.1-mini',
}

const calls = (name: string, rate: number, burst: number) => ({
  rate: localEngine ? 10_000 : Number(option(`${name}Rate`) ?? rate),
  burst: localEngine ? 5_000 : Number(option(`${name}Burst`) ?? burst),
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
  limits: {
    api: calls('api', 20, 40),
    webhook: calls('webhook', 10, 50),
    frames: calls('frames', 50, 100),
    connect: calls('connect', 10, 20),
    tableUnitsPerSecond: Number(option('tableUnitsPerSecond') ?? 1000),
    // A young account has ten executions in all and can reserve none: -c reserveConcurrency=false
    concurrency:
      localEngine || option('reserveConcurrency') === 'false'
        ? {}
        : { webhook: 20, bot: 5, outbound: 5 },
  },
})

const [domain, certificateArn] = [option('domain'), option('certificateArn')]
new BalasSite(app, 'BalasSite', {
  stackName: names.site,
  balas,
  enforceSSL: !localEngine,
  domain: domain && certificateArn ? { name: domain, certificateArn } : undefined,
})
