import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Json, sari, startInbox, startTalk } from '../harness.ts'

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

const messages = () => inbox.received.flatMap(({ body }) => body.messages ?? [])

test('the control API introduces itself', async () => {
  const { body } = await talk.call('GET /sim')
  expect(Object.keys(body)).toContain('POST /sim/messages')
})

test('an unknown number that writes becomes a customer with its name', async () => {
  const written = { from: '+62 812-0000-0009', name: 'Rina', text: 'Halo' }
  await talk.call('POST /sim/messages', written)
  const { customers } = (await talk.call('GET /sim/customers')).body
  expect(customers).toContainEqual(
    expect.objectContaining({ phone: '6281200000009', name: 'Rina' }),
  )
})

test('what the owner types on the phone is told as such', async () => {
  await talk.call('POST /sim/phone-messages', { to: sari, text: 'Saya bantu' })
  await talk.idle()
  expect(messages()).toMatchObject([
    { from_me: true, source: 'mobile', status: 'sent', from: '6281200000000' },
  ])
  expect((await talk.call('GET /sim/sent')).body.count).toBe(0)
})

test('any WHAPI content can be written', async () => {
  const location = { latitude: -6.2, longitude: 106.8 }
  const context = { forwarded: true }
  await talk.call('POST /sim/messages', { from: sari, kind: 'location', location, context })
  await talk.call('POST /sim/messages', { from: sari, text: 'lihat https://example.com/a' })
  await talk.idle()
  expect(messages()).toMatchObject([
    { type: 'location', location, context },
    { type: 'link_preview', link_preview: { url: 'https://example.com/a' } },
  ])
})

test('a customer reacts, edits and deletes', async () => {
  const { message } = (await talk.call('POST /messages/text', { to: sari, body: 'Siap' })).body
  const act = (type: string, target: string, more = {}) =>
    talk.call('POST /sim/messages', {
      from: sari,
      kind: 'action',
      action: { type, target, ...more },
    })
  await act('reaction', message.id, { emoji: '👍' })
  const own = (await talk.call('POST /sim/messages', { from: sari, text: 'L' })).body.message
  await act('edit', own.id, { edited_content: { body: 'XL' } })
  await act('delete', own.id)
  const { bubbles } = (await talk.call(`GET /sim/chats/${sari}`)).body
  expect(bubbles[0].reactions).toEqual(['👍'])
  expect(bubbles[1]).toMatchObject({ edited: true, deleted: true })
  expect((await act('edit', 'Nobody.Wrote-This1')).status).toBe(404)
  expect((await act('edit', own.id)).status).toBe(400)
})

test('without reading at once, the customer reads when the phone is looked at', async () => {
  await talk.call('PUT /sim/settings', { autoRead: false })
  const { message } = (await talk.call('POST /messages/text', { to: sari, body: 'Siap' })).body
  await talk.idle()
  const statusNow = async () => (await talk.call(`GET /messages/${message.id}`)).body.status
  expect(await statusNow()).toBe('delivered')
  await talk.call(`POST /sim/chats/${sari}/read`)
  expect(await statusNow()).toBe('read')
})

test('what the owner reads on the phone is told as read', async () => {
  const { message } = (await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })).body
  await talk.idle()
  await talk.call('POST /sim/phone-reads', { from: sari })
  await talk.idle()
  const statuses = inbox.received.flatMap(({ body }) => body.statuses ?? [])
  expect(statuses).toMatchObject([{ id: message.id, status: 'read' }])
})

test('while retries go on it is not idle; a reset calls them off and keeps the webhooks', async () => {
  await talk.call('PATCH /settings', { webhooks: [{ url: 'http://127.0.0.1:1/' }] })
  await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
  expect((await talk.call('POST /sim/idle', { timeoutMs: 20 })).status).toBe(504)
  await talk.call('POST /sim/reset')
  expect((await talk.call('POST /sim/idle', { timeoutMs: 100 })).status).toBe(200)
  expect((await talk.call(`GET /sim/chats/${sari}`)).body.bubbles).toEqual([])
  expect((await talk.call('GET /settings')).body.webhooks).toHaveLength(1)
})

test('the phone page hears of new bubbles while it is open', async () => {
  const leave = new AbortController()
  const response = await fetch(`${talk.url}/sim/events`, { signal: leave.signal })
  const frames = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  await frames?.read()
  await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })
  const news = JSON.parse(String((await frames?.read())?.value).replace(/^data: /, ''))
  expect(news).toMatchObject({ type: 'bubble', phone: sari, bubble: { text: 'Halo' } })
  leave.abort()
})

test.each([
  ['POST /sim/customers', { phone: 'nobody', name: 'X' }],
  ['POST /sim/customers', { phone: sari }],
  ['POST /sim/messages', { from: 5 }],
  ['POST /sim/deliver', {}],
  ['POST /sim/idle', { timeoutMs: 'soon' }],
  ['PUT /sim/settings', { autoRead: 'yes' }],
  ['POST /sim/messages', '{'],
  ['POST /sim/messages', '[]'],
  ['POST /sim/messages', 'null'],
  ['POST /sim/messages', { from: sari, text: 'Halo', chat_id: 5 }],
  ['POST /sim/messages', { from: sari, text: 'Halo', timestamp: 1e300 }],
  ['POST /sim/messages', { from: sari, text: 'Halo', kind: 'id' }],
])('%s with %j is refused with a reason', async (line, body) => {
  const answer = await talk.call(line, body)
  expect(answer.status).toBe(400)
  expect(answer.body.error.details).toEqual(expect.any(String))
})

test('a page from elsewhere cannot steer the simulator', async () => {
  const headers = { origin: 'https://elsewhere.example' }
  expect((await talk.call('POST /sim/reset', {}, headers)).status).toBe(403)
  expect((await talk.call('POST /sim/reset', {}, { origin: talk.url })).status).toBe(200)
})

test('several at once are told apart', async () => {
  const numbers = Array.from({ length: 20 }, (_, index) => `62812000001${10 + index}`)
  await Promise.all(
    numbers.map((from) => talk.call('POST /sim/messages', { from, text: `dari ${from}` })),
  )
  await talk.idle()
  const ids = new Set(messages().map(({ id }: Json) => id))
  expect(ids.size).toBe(20)
})
