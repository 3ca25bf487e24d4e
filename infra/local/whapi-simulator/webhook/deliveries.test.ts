import { afterEach, expect, test } from 'vitest'
import { type Json, sari, startInbox, startTalk } from '../harness.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function start(answer?: Parameters<typeof startInbox>[0]) {
  const inbox = await startInbox(answer)
  const talk = await startTalk(inbox.url)
  open.push(talk.close, inbox.close)
  return { inbox, talk }
}
const textsOf = ({ received }: Awaited<ReturnType<typeof startInbox>>) =>
  received.flatMap(({ body }) => (body.messages ?? []).map((each: Json) => each.text.body))

test('what a customer writes arrives with the envelope, and gets its second tick', async () => {
  const { inbox, talk } = await start()
  const { body } = await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
  await talk.idle()
  expect(inbox.received).toMatchObject([
    {
      method: 'POST',
      path: '/webhook/whapi',
      body: {
        messages: [{ id: body.message.id, from_me: false, from: sari, from_name: 'Sari W' }],
        event: { type: 'messages', event: 'post' },
        channel_id: 'MANTIS-M72HC',
      },
    },
  ])
  const { bubbles } = (await talk.call(`GET /sim/chats/${sari}`)).body
  expect(bubbles[0].status).toBe('delivered')
})

test.each([500, 404, 201, 204, 302])(
  'an answer of %i is no 200: it is tried again',
  async (code) => {
    const { inbox, talk } = await start((count) => (count < 3 ? code : 200))
    await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
    await talk.idle()
    expect(textsOf(inbox)).toEqual(['Halo', 'Halo', 'Halo'])
    const { deliveries } = (await talk.call('GET /sim/deliveries')).body
    expect(deliveries[0].state).toBe('delivered')
    expect(deliveries[0].attempts.map(({ status }: Json) => status)).toEqual([code, code, 200])
  },
)

test('a chat waits for its failed delivery, another chat does not', async () => {
  let broken = true
  const { inbox, talk } = await start(() => (broken ? 500 : 200))
  await talk.call('POST /sim/messages', { from: sari, text: '1' })
  await talk.call('POST /sim/messages', { from: sari, text: '2' })
  await talk.call('POST /sim/messages', { from: '6281200000002', text: 'B' })
  broken = false
  await talk.idle()
  const texts = textsOf(inbox)
  expect(texts.lastIndexOf('1')).toBeLessThan(texts.indexOf('2'))
  expect(new Set(texts)).toEqual(new Set(['1', '2', 'B']))
})

test.each([
  ['body', 'POST', '/webhook/whapi'],
  ['path', 'POST', '/webhook/whapi/messages/post'],
  ['method', 'POST', '/webhook/whapi/messages'],
])('in mode %s it is a %s to %s', async (mode, method, path) => {
  const { inbox, talk } = await start()
  await talk.call('PUT /sim/settings', { mode })
  await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
  await talk.idle()
  expect(inbox.received).toMatchObject([{ method, path }])
})

test('in mode method an edit is a PATCH', async () => {
  const { inbox, talk } = await start()
  await talk.call('PUT /sim/settings', { mode: 'method' })
  const { message } = (await talk.call('POST /sim/messages', { from: sari, text: 'L' })).body
  await talk.call('POST /sim/messages', {
    from: sari,
    kind: 'action',
    action: { type: 'edit', target: message.id, edited_content: { body: 'XL' } },
  })
  await talk.idle()
  expect(inbox.received[1]).toMatchObject({ method: 'PATCH', path: '/webhook/whapi/messages' })
})

test('every webhook gets the events it wants, with its own headers', async () => {
  const { inbox, talk } = await start()
  const other = await startInbox()
  open.push(other.close)
  const { body } = await talk.call('PATCH /settings', {
    webhooks: [
      { url: inbox.url, headers: { 'X-Webhook-Secret': 'one' } },
      { url: other.url, events: [{ type: 'statuses', method: 'post' }] },
    ],
  })
  expect(body.changes).toEqual(['webhooks'])
  await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
  await talk.call('POST /messages/text', { to: sari, body: 'Ya' })
  await talk.idle()
  expect(inbox.received.every(({ headers }) => headers['x-webhook-secret'] === 'one')).toBe(true)
  expect(textsOf(inbox)).toEqual(['Halo', 'Ya'])
  expect(new Set(other.received.map(({ body }) => body.event.type))).toEqual(new Set(['statuses']))
})

test('within the window, messages travel together', async () => {
  const { inbox, talk } = await start()
  await talk.call('PUT /sim/settings', { batchMs: 60 })
  await talk.call('POST /sim/messages', { from: sari, text: '1' })
  await talk.call('POST /sim/messages', { from: sari, text: '2' })
  await talk.idle()
  expect(inbox.received).toHaveLength(1)
  expect(textsOf(inbox)).toEqual(['1', '2'])
})

test('any body can be posted through the webhook, often and at once', async () => {
  const { inbox, talk } = await start((count) => (count === 1 ? 500 : 200))
  const once = await talk.call('POST /sim/deliver', { rawBody: '{', path: '/messages' })
  expect(once.body.statuses).toEqual([500])
  const many = await talk.call('POST /sim/deliver', { payload: {}, times: 3, concurrent: true })
  expect(many.body.statuses).toEqual([200, 200, 200])
  expect(inbox.received.map(({ body }) => body)).toEqual(['{', {}, {}, {}])
})

test('a message can be delivered again, as it was', async () => {
  const { inbox, talk } = await start()
  const { message } = (await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })).body
  await talk.idle()
  await talk.call('POST /sim/redeliver', { messageId: message.id, times: 2 })
  const [first, ...again] = inbox.received.map(({ body }) => body)
  expect(again).toEqual([first, first])
})
