import { fork } from 'node:child_process'
import { once } from 'node:events'
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { awsVariables, clientOf } from '../../local/aws.ts'
import type { Ready } from '../../local/ready.ts'
import { type Call, longestRow } from './calls.ts'
import { type Recorder, record } from './recorder.ts'
import { newNumber, openViewer, textFrom } from './stack.ts'

/** What a text of a known customer takes before the provider gets its 200; the worst of some. */
export interface Inbound {
  sequentialCalls: number
  row: string[]
  calls: string[]
  writeUnits: number
  /** The local engine counts a read as one of 4 kB at most; AWS counts each further 4 kB. */
  readUnits: number
}

async function variablesOf({ aws, stack }: Ready): Promise<Record<string, string>> {
  const lambda = new LambdaClient(clientOf(aws.endpoint))
  const { Environment } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: stack.WebhookFunction }),
  )
  return Environment?.Variables ?? {}
}

/** The function's own variables, with recorders in the place of AWS and the provider. */
async function environment(stack: Ready, aws: Recorder, whapi: Recorder) {
  const variables = Object.entries(await variablesOf(stack)).map(([name, value]) => [
    name,
    value.replaceAll(stack.aws.endpoint, aws.url).replaceAll(stack.whapiUrl, whapi.url),
  ])
  return { ...Object.fromEntries(variables), ...awsVariables(aws.url) }
}

const sum = (calls: Call[], unit: 'writeUnits' | 'readUnits') =>
  calls.reduce((total, call) => total + call[unit], 0)

function inboundOf(messages: Call[][]): Inbound {
  const rows = messages.map(longestRow)
  const row = rows.reduce((longest, it) => (it.length > longest.length ? it : longest))
  return {
    sequentialCalls: row.length,
    row: row.map(({ name }) => name),
    calls: (messages[0] ?? []).map(({ name }) => name),
    writeUnits: Math.max(...messages.map((calls) => sum(calls, 'writeUnits'))),
    readUnits: Math.max(...messages.map((calls) => sum(calls, 'readUnits'))),
  }
}

/** Runs the webhook's bundle before recorders, while one viewer is connected. */
export async function measureInbound(bundle: string, stack: Ready): Promise<Inbound> {
  const recorders = [await record(stack.aws.endpoint), await record(stack.whapiUrl)] as const
  const viewer = await openViewer(stack)
  const child = fork(`${import.meta.dirname}/invoked.ts`, [bundle], {
    env: await environment(stack, ...recorders),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { name, value } = stack.webhookSecretHeader
  const number = newNumber()
  async function callsOfOne() {
    for (const { calls } of recorders) calls.length = 0
    const { id, body } = textFrom(number, stack)
    const heard = viewer.hears(id)
    child.send({ headers: { [name]: value }, rawPath: '/webhook/whapi', body })
    const [status] = await Promise.race([once(child, 'message'), once(child, 'exit')])
    if (status !== 200) throw new Error(`The webhook's bundle ended with ${status}`)
    const calls = recorders.flatMap((recorder) => [...recorder.calls])
    await heard
    return calls
  }
  try {
    // Makes the chat, fills the caches, and clears away connections of browsers that are gone.
    for (let warmUp = 0; warmUp < 2; warmUp++) await callsOfOne()
    return inboundOf([await callsOfOne(), await callsOfOne(), await callsOfOne()])
  } finally {
    child.kill()
    viewer.close()
    for (const recorder of recorders) recorder.close()
  }
}
