import {
  AddTagsToResourceCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, test } from 'vitest'
import { currentSecret, renewWebhookSecret, webhookSecret } from './secrets.ts'

const ssm = mockClient(SSMClient)
const stage = { config: {}, stage: 'prod' }
let kept: string | undefined

beforeEach(() => {
  kept = undefined
  ssm.reset()
  ssm.on(AddTagsToResourceCommand).resolves({})
  ssm.on(PutParameterCommand).callsFake(async ({ Value }) => {
    kept = Value
    return {}
  })
  ssm.on(GetParameterCommand).callsFake(async () => {
    if (kept === undefined) throw Object.assign(new Error('x'), { name: 'ParameterNotFound' })
    return { Parameter: { Value: kept } }
  })
})

test('the webhook’s secret is made once, stored encrypted, and found by the stage’s tag', async () => {
  const made = await webhookSecret(stage)
  expect(made.length).toBeGreaterThanOrEqual(32)
  expect(await webhookSecret(stage)).toBe(made)
  const [put] = ssm.commandCalls(PutParameterCommand)
  expect(put?.args[0].input).toMatchObject({
    Name: '/balas/prod/webhook-secret',
    Type: 'SecureString',
  })
  const [tagged] = ssm.commandCalls(AddTagsToResourceCommand)
  expect(tagged?.args[0].input.Tags).toEqual([{ Key: 'balas:stage', Value: 'prod' }])
})

test('while it changes, the one before is kept with its end; the one before that is not', async () => {
  const now = Date.UTC(2026, 10, 21, 9)
  const first = await webhookSecret(stage)
  const second = await renewWebhookSecret(stage, now)
  expect(kept?.split('\n')).toEqual([second, `${first} 2026-11-22T09:00:00.000Z`])
  const third = await renewWebhookSecret(stage, now)
  expect(kept?.split('\n')).toEqual([third, `${second} 2026-11-22T09:00:00.000Z`])
  expect(currentSecret(kept ?? '')).toBe(third)
})
