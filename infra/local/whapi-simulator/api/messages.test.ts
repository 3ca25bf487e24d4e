import { afterEach, beforeEach, expect, test } from 'vitest'
import { sari, startInbox, startTalk } from '../harness.ts'
import { messageIdPattern } from '../ids.ts'

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

test('a sent text is answered, echoed and then sent, delivered and read', async () => {
  const { status, body } = await talk.call('POST /messages/text', { to: sari, body: 'Halo kak' })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    sent: true,
    message: { from_me: true, source: 'api', status: 'pending', text: { body: 'Halo kak' } },
  })
  expect(body.message.id).toMatch(messageIdPattern)
  await talk.idle()
  const [echo, ...statuses] = inbox.received.map(({ body }) => body)
  expect(echo.messages[0]).toEqual(body.message)
  expect(statuses.map(({ statuses }) => statuses[0].status)).toEqual(['sent', 'delivered', 'read'])
  expect(statuses[0].statuses[0]).toMatchObject({
    id: body.message.id,
    recipient_id: `${sari}@s.whatsapp.net`,
    timestamp: expect.stringMatching(/^\d{10}$/),
  })
})

test('a reply carries what it answers', async () => {
  const { message } = (await talk.call('POST /sim/messages', { from: sari, text: 'Ada?' })).body
  const send = { to: sari, body: 'Ada', quoted: message.id }
  const { body } = await talk.call('POST /messages/text', send)
  expect(body.message.context).toEqual({
    quoted_id: message.id,
    quoted_type: 'text',
    quoted_content: { body: 'Ada?' },
    quoted_author: sari,
  })
})

test('an own message can be edited, and the inbox hears of it', async () => {
  const sent = await talk.call('POST /messages/text', { to: sari, body: 'Ada 5' })
  const { id } = sent.body.message
  await talk.call('POST /messages/text', { to: sari, body: 'Ada 6', edit: id })
  await talk.idle()
  const { body } = await talk.call(`GET /messages/${id}`)
  expect(body.text.body).toBe('Ada 6')
  const patch = inbox.received.find(({ body }) => body.event.event === 'patch')
  expect(patch?.body.messages_updates[0].before_update.text.body).toBe('Ada 5')
})

test.each([
  ['a name in place of a number', { to: 'Sari', body: 'Halo' }],
  ['a number with its plus', { to: '+6281200000001', body: 'Halo' }],
  ['null for what is absent', { to: sari, body: 'Halo', quoted: null }],
  ['an unknown field', { to: sari, body: 'Halo', text: 'Halo' }],
  ['no words', { to: sari }],
  ['no JSON', '{'],
])('%s is refused with a reason', async (_, body) => {
  const answer = await talk.call('POST /messages/text', body)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 400 } } })
  expect((await talk.call('GET /sim/sent')).body.count).toBe(0)
})

test.each([
  ['image', { media: 'data:image/png;base64,iVBORw0KGgo=', caption: 'Ini kak' }],
  ['document', { media: 'https://example.com/a.pdf', filename: 'a.pdf' }],
  ['location', { latitude: -6.2, longitude: 106.8, name: 'Toko' }],
  ['contact', { name: 'Budi', vcard: 'BEGIN:VCARD\nEND:VCARD' }],
  ['poll', { title: 'Warna?', options: ['Merah', 'Biru'] }],
])('a %s can be sent', async (kind, content) => {
  const { body } = await talk.call(`POST /messages/${kind}`, { to: sari, ...content })
  expect(body.message).toMatchObject({ type: kind, [kind]: expect.any(Object) })
})

test('without the token nothing is answered', async () => {
  const answer = await talk.call('GET /chats', undefined, { authorization: 'Bearer guess' })
  expect(answer).toEqual({
    status: 401,
    body: { error: { code: 401, message: 'missing or wrong token' } },
  })
})

test('an unknown address is a 404 in their words', async () => {
  expect(await talk.call('GET /nowhere')).toMatchObject({
    status: 404,
    body: { error: { code: 404 } },
  })
})

test('marking a message read turns the ticks blue, up to it', async () => {
  const first = await talk.call('POST /sim/messages', { from: sari, text: 'Satu' })
  const second = await talk.call('POST /sim/messages', { from: sari, text: 'Dua' })
  await talk.call('POST /sim/messages', { from: sari, text: 'Tiga' })
  await talk.idle()
  await talk.call(`PUT /messages/${second.body.message.id}`)
  const { bubbles } = (await talk.call(`GET /sim/chats/${sari}`)).body
  expect(bubbles.map(({ status }: { status: string }) => status)).toEqual([
    'read',
    'read',
    'delivered',
  ])
  expect((await talk.call(`GET /statuses/${first.body.message.id}`)).status).toBe(403)
})

test('a reaction of the shop is seen by the customer and echoed', async () => {
  const { message } = (await talk.call('POST /sim/messages', { from: sari, text: 'Makasih' })).body
  await talk.call(`PUT /messages/${message.id}/reaction`, { emoji: '🙏' })
  const before = (await talk.call(`GET /sim/chats/${sari}`)).body.bubbles[0]
  await talk.call(`DELETE /messages/${message.id}/reaction`)
  const after = (await talk.call(`GET /sim/chats/${sari}`)).body.bubbles[0]
  expect([before.reactions, after.reactions]).toEqual([['🙏'], []])
  await talk.idle()
  const actions = inbox.received.flatMap(({ body }) => body.messages).slice(1)
  expect(actions.map(({ action, from_me }) => [action.type, action.emoji, from_me])).toEqual([
    ['reaction', '🙏', true],
    ['reaction', '', true],
  ])
})

test('the shop deletes its own message for everyone, and a customer’s only for itself', async () => {
  const theirs = (await talk.call('POST /sim/messages', { from: sari, text: 'Halo' })).body.message
  const ours = (await talk.call('POST /messages/text', { to: sari, body: 'Siap' })).body.message
  await talk.call(`DELETE /messages/${theirs.id}`)
  await talk.call(`DELETE /messages/${ours.id}`)
  const { bubbles } = (await talk.call(`GET /sim/chats/${sari}`)).body
  expect(bubbles.map(({ deleted }: { deleted: boolean }) => deleted)).toEqual([false, true])
  expect((await talk.call('GET /messages/list')).body.messages).toEqual([])
  await talk.idle()
  const told = inbox.received.map(({ body }) => body)
  expect(told).toContainEqual(expect.objectContaining({ messages_removed: [theirs.id] }))
})

test('a call that is no send can be refused as often as asked', async () => {
  await talk.call('PUT /sim/faults', { refuse: { code: 500, times: 1, path: '/messages/list' } })
  expect((await talk.call('GET /health')).status).toBe(200)
  expect((await talk.call('GET /messages/list')).status).toBe(500)
  expect((await talk.call('GET /messages/list')).status).toBe(200)
  const { calls } = (await talk.call('GET /sim/calls?sends=false')).body
  expect(calls.map(({ path, status }: { path: string; status: number }) => [path, status])).toEqual(
    [
      ['/health', 200],
      ['/messages/list', 500],
      ['/messages/list', 200],
    ],
  )
})
