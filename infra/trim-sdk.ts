import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OnLoadArgs, Plugin } from 'esbuild'

/**
 * Classes of the SDK that nobody makes: Node's own checksums are always there, retries are not adaptive, the
 * region is in the environment, and no events are signed.
 */
const unmade = [
  'Sha256Js',
  'Md5Js',
  'AdaptiveRetryStrategy',
  'DefaultRateLimiter',
  'getInstanceMetadataRegion',
  'HeaderFormatter',
]

/**
 * Functions of whose answers nobody makes anything: times in answers of AWS, streams, the names of buckets,
 * pages that nobody turns, which features of the SDK are in use, and that this Node is old.
 */
const unheard = [
  'QueryPaginator',
  'ScanPaginator',
  'check-features',
  'emitWarningIfUnsupportedVersion',
  'date-utils',
  'schema-date-utils',
  'sdk-stream-mixin',
  'sdk-stream-mixin.browser',
  's3',
]

/** Parts of the packages that no function reaches at run time, and what stands in for them. */
const unreached: Record<string, string> = {
  '@smithy/core/event-streams': 'export const EventStreamSerde = {}, eventStreamSerdeProvider = {}',
  '@aws-sdk/middleware-endpoint-discovery': `
    export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { default: false }
    export const resolveEndpointDiscoveryConfig = (config) => config`,
}

const noPlugin = (name: string, others: string[]) =>
  `export const ${name} = () => ({ applyToStack: () => undefined })
   export const ${others.map((other) => `${other} = undefined`).join(', ')}`

/**
 * Files of the SDK that do nothing for us. What it does is logged by nobody but us; nobody reads which SDK
 * asked; a function has its settings in its environment, and no files in a home.
 */
const idle: Record<string, string> = {
  loggerMiddleware: noPlugin('getLoggerPlugin', ['loggerMiddleware', 'loggerMiddlewareOptions']),
  'user-agent-middleware': noPlugin('getUserAgentPlugin', [
    'userAgentMiddleware',
    'getUserAgentMiddlewareOptions',
  ]),
  loadSharedConfigFiles: `
    export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} })
    export const CONFIG_PREFIX_SEPARATOR = '.'`,
}

/** A client reads its whole package.json to say its version in a header. */
async function versionOnly({ path }: OnLoadArgs) {
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
  return { loader: 'json' as const, contents: JSON.stringify({ version }) }
}

/** The errors that functions tell apart (functions/lib/{table,sockets}.ts), and the one they all extend. */
const told =
  /(Gone|ConditionalCheckFailed|TransactionCanceled|TransactionConflict)Exception|ServiceException/

/**
 * Lets esbuild drop the schemas of operations that are never called. Errors of SSM and SQS, and of
 * DynamoDB and sockets those that nobody tells apart, lose their classes and keep their names.
 */
async function neededSchemas({ path }: OnLoadArgs) {
  const source = await readFile(path, 'utf8')
  const keepsError = (line: string) =>
    /client-(ssm|sqs)/.test(path)
      ? false
      : !/client-(dynamodb|apigateway)/.test(path) || told.test(line)
  const kept = source.replace(/^n0_registry\.registerError\(.*$/gm, (line) =>
    keepsError(line) ? line : '',
  )
  const pure = kept.replace(
    /^((?:export )?var \w+\$? = )(\[[^;]*\]);$/gm,
    '$1/* @__PURE__ */ (() => $2)();',
  )
  return { contents: pure }
}

/**
 * Where AWS is, by the region alone: of the rules for FIPS, dual stacks and accounts of one's own no function
 * uses any. Says what the SDK says (infra/trim-sdk.test.ts).
 */
async function regionalEndpoint({ path }: OnLoadArgs) {
  const parameters = await readFile(path.replace('endpointResolver', 'EndpointParameters'), 'utf8')
  const [, service] = parameters.match(/defaultSigningName: "([\w-]+)"/) ?? []
  if (!service) throw new Error(`${path}: the SDK no longer says which service this is`)
  return {
    contents: `export const defaultEndpointResolver = ({ Endpoint, Region }) => {
      const suffix = Region?.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
      const url = new URL(Endpoint ?? \`https://${service}.\${Region}.\${suffix}\`)
      return { url, properties: {}, headers: {} }
    }`,
  }
}

/** Asking for a helper through the whole of zod's core keeps all of its helpers. */
async function directHelpers({ path }: OnLoadArgs) {
  return { contents: (await readFile(path, 'utf8')).replaceAll('core.util.', 'util.') }
}

/** Functions that are called, and of whose answer nothing is made. */
async function emptyFunctions({ path }: OnLoadArgs) {
  const source = await readFile(path, 'utf8')
  const names = [...source.matchAll(/^export (?:function|const|class) (\w+)/gm)].map(([, it]) => it)
  return { contents: names.map((name) => `export const ${name} = () => undefined`).join('\n') }
}

/** Of OpenAI's many resources the bot asks one: the others stay as empty classes. */
async function emptyClasses({ path }: OnLoadArgs) {
  if (/resources.responses|lib.ResponsesParser|lib.parser/.test(path)) return undefined
  const source = await readFile(path, 'utf8')
  const names = [...source.matchAll(/^export (?:function|const|class) (\w+)/gm)].map(([, it]) => it)
  const passedOn = source.match(/^export \{.*\} from .*$|^export \* from .*$/gm) ?? []
  return { contents: [...names.map((name) => `export class ${name} {}`), ...passedOn].join('\n') }
}

const sdk = (files: string[]) => new RegExp(`(smithy|aws-sdk).*[\\\\/](${files.join('|')})\\.js$`)

/** Takes a third off a bundle: what the packages bring along and no function uses. */
export const trimSdk: Plugin = {
  name: 'trim-sdk',
  setup(build) {
    const names = Object.keys(unreached).map((name) => name.replaceAll('/', '\\/'))
    build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'unreached',
    }))
    build.onLoad({ filter: /.*/, namespace: 'unreached' }, ({ path }) => ({
      contents: unreached[path],
    }))
    build.onLoad({ filter: /@aws-sdk.client-[\w-]+.package\.json$/ }, versionOnly)
    build.onLoad({ filter: /@aws-sdk.client-[\w-]+.dist-es.schemas.schemas_0\.js$/ }, neededSchemas)
    build.onLoad(
      { filter: /@aws-sdk.client-[\w-]+.dist-es.endpoint.endpointResolver\.js$/ },
      regionalEndpoint,
    )
    // zod can write JSON schemas; no function asks it to.
    build.onLoad(
      { filter: /zod.v4.core.(to-json-schema|json-schema-processors)\.js$/ },
      emptyFunctions,
    )
    build.onLoad({ filter: /zod.v4.mini.schemas\.js$/ }, directHelpers)
    build.onLoad({ filter: sdk(Object.keys(idle)) }, ({ path }) => ({
      contents: idle[basename(path, '.js')],
    }))
    build.onLoad({ filter: sdk(unmade) }, emptyClasses)
    build.onLoad({ filter: sdk(unheard) }, emptyFunctions)
    build.onLoad({ filter: /openai.(resources|lib|helpers).*\.m?js$/ }, emptyClasses)
  },
}
