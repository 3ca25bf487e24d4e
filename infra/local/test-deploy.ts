import './deploy-test/own-place.ts'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings } from '../tools/cloud/settings.ts'
import { awsVariables } from './aws.ts'
import { runs } from './deploy-test/function-state.ts'
import { allThereIs } from './deploy-test/left.ts'
import { startRig } from './deploy-test/rig.ts'
import * as stream from './deploy-test/stream.ts'
import { enterTeam, tellStories } from './deploy-test/team.ts'
import { place } from './place.ts'
import { vitest } from './testing/suites.ts'

const help = `npm run test:deploy [-- --short]: the way of a deployment from beginning to end

An empty local AWS; npm run deploy; the story tests; an upgrade under 500 deliveries; npm run rollback; npm run
destroy; and nothing is left. --short leaves the stories out: npm test tells them on a stack like it.
`
if (process.argv.includes('--help')) {
  console.log(help)
  process.exit(0)
}

const short = process.argv.includes('--short')
/** Its commands manage chats. */
const owner = '6281200009999'
const other = {
  url: 'https://accounting.example.com/hook',
  mode: 'body',
  headers: { 'X-Key': 'theirs' },
  events: [{ type: 'labels', method: 'post' }],
}

async function step<Done>(title: string, work: () => Promise<Done>): Promise<Done> {
  const startedAt = performance.now()
  const done = await work()
  console.log(`✓ ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
  return done
}

const rig = await startRig()
const { cloud, url, whapiUrl, whapiToken } = rig

async function settingsAtWhapi(change?: object) {
  const headers = { authorization: `Bearer ${whapiToken}`, 'content-type': 'application/json' }
  const method = change ? 'PATCH' : 'GET'
  const answer = await fetch(`${whapiUrl}/settings`, {
    method,
    headers,
    body: JSON.stringify(change),
  })
  return (await answer.json()) as { webhooks: { url: string; headers: object }[] }
}

async function stories(tableName: string) {
  const env = {
    ...awsVariables(cloud.engine ?? ''),
    BALAS_OUTPUTS: place.outputs,
    TABLE_NAME: tableName,
  }
  const { passed, failed } = await vitest(['story'], env)
  assert.deepEqual(failed, [], 'the stories hold')
  assert.ok(passed > 0, 'stories were told')
}

async function wholeWay() {
  assert.deepEqual(await allThereIs(cloud), [], 'the AWS is empty')
  await settingsAtWhapi({ webhooks: [other] })
  const passwordFile = join(place.dir, 'first-password')
  const first = { BALAS_VERSION: 'first', WHAPI_TOKEN: whapiToken, OPENAI_API_KEY: 'simulated' }

  await step('npm run deploy, on an empty AWS', () =>
    rig.npm(
      'deploy',
      [
        ...['--yes', '--admin', 'pertama', '--password-file', passwordFile, '--owners', owner],
        ...['--site-url', url, '--whapi-url', whapiUrl],
        ...['--set', `openaiBaseUrl=${whapiUrl}/openai/v1`],
      ],
      { env: first },
    ),
  )
  const password = await enterTeam(rig, 'pertama', passwordFile)
  const atFirst = await runs(rig)
  assert.equal(atFirst.page, 'first')
  const connected = await settingsAtWhapi()
  assert.deepEqual(connected.webhooks[0], other, 'the webhook of another program is as it was')
  assert.equal(connected.webhooks[1]?.url, `${url}/webhook/whapi`)

  if (!short) {
    const tableName = await tellStories(rig, owner)
    await step('the stories hold on what was deployed', () => stories(tableName))
  }

  await step('customers are there', () => stream.prepare(rig))
  const tally = await step(`npm run deploy again, under ${stream.count} deliveries`, async () => {
    let writing: Promise<void> | undefined
    await rig.npm('deploy', ['--yes', '--set', 'providerCallsADay=29'], {
      env: { BALAS_VERSION: 'second' },
      // From when the old functions are replaced.
      heard: (chunk) => {
        if (chunk.includes('✓ Building')) writing = stream.write(rig)
      },
    })
    assert.ok(writing, 'they wrote meanwhile')
    await writing
    return stream.tally(rig)
  })
  assert.deepEqual(tally, { lost: [], doubled: [] }, 'none was lost, none doubled')
  const upgraded = await runs(rig)
  assert.equal(upgraded.page, 'second')
  assert.equal(upgraded.callsADay, '29')
  assert.notEqual(upgraded.code, atFirst.code)
  await step('npm run doctor finds all well', () => rig.npm('doctor', ['--stage', 'prod']))

  await step('npm run rollback', () => rig.npm('rollback', ['--yes']))
  assert.deepEqual(await runs(rig), atFirst, 'what runs is what ran at first')
  assert.equal((await readSettings(cloud))?.context.providerCallsADay, undefined)
  await step('npm run send-test-delivery', () => rig.npm('send-test-delivery', ['--stage', 'prod']))
  assert.deepEqual(await stream.tally(rig), tally, 'all that was written is still there')

  assert.deepEqual(await stream.visitors(rig), [], 'of those who only tried it, nobody is left')

  const file = join(place.dir, 'export.jsonl')
  await step('npm run destroy', () => rig.npm('destroy', ['--yes', 'prod', '--export', file]))
  const items = (await readFile(file, 'utf8')).trim().split('\n')
  assert.ok(
    items.filter((line) => line.includes('"Pesan ')).length >= stream.count,
    'exported first',
  )
  assert.deepEqual(await allThereIs(cloud), [], 'nothing is left')
  assert.deepEqual((await settingsAtWhapi()).webhooks, [other], 'WHAPI delivers to us no more')
  const said = await rig.said()
  for (const secret of [whapiToken, password])
    assert.ok(!said.includes(secret), 'no secret was said or logged')
}

const startedAt = performance.now()
try {
  await wholeWay()
  console.log(`\nAll of it holds (${((performance.now() - startedAt) / 1000).toFixed(0)} s).`)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await rig.end()
}
process.exit()
