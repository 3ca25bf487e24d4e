import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { trimSdk } from './trim-sdk.ts'

const clients = ['dynamodb', 'sqs', 'ssm', 'cognito-identity-provider', 'apigatewaymanagementapi']

type Resolver = (where: Record<string, unknown>) => { url: URL }

/** Where a client's requests go, once as the SDK has it and once as it is shipped. */
async function resolversOf(client: string): Promise<{ sdk: Resolver; shipped: Resolver }> {
  const installed = createRequire(import.meta.url).resolve(`@aws-sdk/client-${client}/package.json`)
  const entry = join(dirname(installed), 'dist-es/endpoint/endpointResolver.js')
  const dir = await mkdtemp(join(tmpdir(), 'balas-'))
  const resolverOf = async (name: string, plugins: (typeof trimSdk)[]) => {
    const outfile = join(dir, `${name}.mjs`)
    await build({
      entryPoints: [entry],
      outfile,
      plugins,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      banner: {
        js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      },
    })
    return ((await import(outfile)) as { defaultEndpointResolver: Resolver })
      .defaultEndpointResolver
  }
  return { sdk: await resolverOf('sdk', []), shipped: await resolverOf('shipped', [trimSdk]) }
}

test.each(clients)('requests of %s go where the SDK would send them', async (client) => {
  const { sdk, shipped } = await resolversOf(client)
  const places = [
    { Region: 'ap-southeast-3' },
    { Region: 'ap-southeast-1' },
    { Region: 'us-east-1' },
    { Region: 'eu-central-1' },
    { Region: 'sa-east-1' },
    { Region: 'cn-north-1' },
    { Region: 'us-east-1', Endpoint: 'http://127.0.0.1:4566' },
    { Region: 'us-east-1', Endpoint: 'https://abc.execute-api.us-east-1.amazonaws.com/live' },
  ].map((place) => ({ UseFIPS: false, UseDualStack: false, ...place }))
  expect(places.map((it) => shipped(it).url.href)).toEqual(places.map((it) => sdk(it).url.href))
})
