import { afterEach, beforeEach, expect, test } from 'vitest'
import { startInbox, startTalk } from '../harness.ts'

let inbox: Awaited<ReturnType<typeof startInbox>>
let talk: Awaited<ReturnType<typeof startTalk>>

beforeEach(async () => {
  inbox = await startInbox()
  talk = await startTalk(inbox.url)
})
afterEach(async () => {
  await talk.close()
  inbox.close()
})

test('webhooks are replaced as a whole, what is not named stays', async () => {
  const before = (await talk.call('GET /settings')).body
  const webhooks = [{ url: 'https://app.example.id/webhook/whapi', mode: 'method' }]
  const { body } = await talk.call('PATCH /settings', { webhooks })
  expect(body).toEqual({
    before_update: before,
    after_update: { ...before, webhooks },
    changes: ['webhooks'],
  })
  expect((await talk.call('GET /settings')).body).toEqual(body.after_update)
})

test.each([
  ['six headers', { webhooks: [{ url: 'https://a.id', headers: headers(6) }] }],
  ['an address that is none', { webhooks: [{ url: 'app.example.id' }] }],
  ['an unknown mode', { webhooks: [{ url: 'https://a.id', mode: 'fax' }] }],
  ['a retry step below theirs', { callback_backoff_delay_ms: 10 }],
  ['an unknown setting', { webhook: 'https://a.id' }],
])('%s is refused and changes nothing', async (_, change) => {
  const before = (await talk.call('GET /settings')).body
  expect((await talk.call('PATCH /settings', change)).status).toBe(400)
  expect((await talk.call('GET /settings')).body).toEqual(before)
})

test('a webhook can be tried out', async () => {
  const headers = { 'X-Webhook-Secret': 'one' }
  const { body } = await talk.call('POST /settings/webhook_test', { url: inbox.url, headers })
  expect(body).toEqual({ success: true })
  expect(inbox.received).toMatchObject([{ headers: { 'x-webhook-secret': 'one' } }])
  const nowhere = await talk.call('POST /settings/webhook_test', { url: 'http://127.0.0.1:1/' })
  expect(nowhere.status).toBe(400)
})

test('the events there are can be listed', async () => {
  const { body } = await talk.call('GET /settings/events')
  expect(body).toContainEqual({ type: 'messages', method: 'patch' })
})

test('health shows the channel and its number; wakeup is a word, not a digit', async () => {
  const { body } = await talk.call('GET /health?wakeup=false')
  expect(body).toMatchObject({
    channel_id: 'MANTIS-M72HC',
    status: { text: 'AUTH' },
    user: { id: '6281200000000' },
  })
  expect((await talk.call('GET /health?wakeup=0')).status).toBe(400)
  expect((await talk.call('GET /users/login')).status).toBe(409)
})

function headers(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-${index}`, 'x']))
}
