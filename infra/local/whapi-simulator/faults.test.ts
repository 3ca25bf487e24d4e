import { afterEach, beforeEach, expect, test } from 'vitest'
import { sari, startInbox, startTalk } from './harness.ts'

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

const send = (body = 'Halo') => talk.call('POST /messages/text', { to: sari, body })
const write = (text: string) => talk.call('POST /sim/messages', { from: sari, text })
const texts = () =>
  inbox.received
    .flatMap(({ body }) => body.messages ?? [])
    .map((message) => message[message.type].body)
const faults = (body: object) => talk.call('PUT /sim/faults', body)
const calls = async () => (await talk.call('GET /sim/calls?sends=true')).body.calls
const sentCount = async () => (await talk.call('GET /sim/sent')).body.count

test('a doubled delivery arrives twice, only as often as asked', async () => {
  await faults({ double: 1 })
  await write('1')
  await talk.idle()
  await write('2')
  await talk.idle()
  expect(texts()).toEqual(['1', '1', '2'])
})

test('reordered deliveries arrive the last first', async () => {
  await faults({ reorder: { windowMs: 40 } })
  await write('1')
  await write('2')
  await talk.idle()
  expect(texts()).toEqual(['2', '1'])
})

test('a dropped delivery never arrives, a late one does', async () => {
  await faults({ drop: 1, delayMs: 20 })
  await write('1')
  await write('2')
  await talk.idle()
  expect(texts()).toEqual(['2'])
})

test.each(['close', 'hang'])(
  'a send is taken although its answer never comes (%s)',
  async (how) => {
    await faults({ timeoutAfterAccept: { how, times: 1 } })
    const signal = AbortSignal.timeout(how === 'hang' ? 100 : 800)
    const lost = fetch(`${talk.url}/messages/text`, {
      method: 'POST',
      headers: { authorization: 'Bearer token-of-the-channel' },
      body: JSON.stringify({ to: sari, body: 'Halo' }),
      signal,
    })
    await expect(lost).rejects.toThrow()
    await talk.idle()
    expect(await sentCount()).toBe(1)
    expect(texts()).toEqual(['Halo'])
    expect(await calls()).toMatchObject([{ status: null, body: { body: 'Halo' } }])
    expect((await send()).status).toBe(200)
  },
)

test('a send refused before it is read is counted, and not taken', async () => {
  await faults({ refuseBefore: 1 })
  await expect(send()).rejects.toThrow()
  expect(await calls()).toMatchObject([{ method: 'POST', path: '/messages/text', status: null }])
  expect(await sentCount()).toBe(0)
})

test.each([401, 402, 403, 429, 500])('sends can be answered %i', async (code) => {
  await faults({ status: { code, times: 1 } })
  expect(await send()).toMatchObject({ status: code, body: { error: { code } } })
  expect((await send()).status).toBe(200)
  expect(await sentCount()).toBe(1)
})

test('a 500 may hide that the message was taken', async () => {
  await faults({ status: { code: 500, accepted: true } })
  expect((await send()).status).toBe(500)
  expect(await sentCount()).toBe(1)
})

test('an echo can stay away, and so can statuses', async () => {
  await faults({ noEcho: true, noStatuses: 1 })
  await send()
  await talk.idle()
  expect(inbox.received).toEqual([])
})

test('an accepted message can turn out failed, and stays so', async () => {
  await faults({ failAfterAccept: true })
  const { message } = (await send()).body
  await talk.idle()
  const { statuses } = (await talk.call(`GET /statuses/${message.id}`)).body
  expect(statuses[0].status).toBe('failed')
})

test('a hidden number writes under its lid, in the same conversation', async () => {
  await faults({ useLid: { times: 1, resolvable: true } })
  const { message } = (await write('Halo')).body
  expect(message.chat_id).toMatch(/^\d+@lid$/)
  expect(message.from).toBe(message.chat_id)
  const known = await talk.call(`GET /contacts/ids/${message.chat_id}`)
  expect(known.body).toEqual({ id: `${sari}@s.whatsapp.net` })
  expect((await talk.call(`GET /contacts/lids/${sari}`)).body).toEqual({ lid: message.chat_id })
  await talk.call('POST /messages/text', { to: message.chat_id, body: 'Ya' })
  const { bubbles } = (await talk.call(`GET /sim/chats/${sari}`)).body
  expect(bubbles.map(({ text }: { text: string }) => text)).toEqual(['Halo', 'Ya'])
})

test('a number can be hidden for good', async () => {
  await faults({ useLid: { resolvable: false } })
  const { message } = (await write('Halo')).body
  expect((await talk.call(`GET /contacts/ids/${message.chat_id}`)).status).toBe(404)
})

test('a logged-out number says so, and answers nothing but health, settings and login', async () => {
  await faults({ loggedOut: true })
  expect(await send()).toMatchObject({
    status: 401,
    body: { error: { message: 'need channel authorization' } },
  })
  expect((await talk.call('GET /health?wakeup=false')).body.status.text).toBe('QR')
  expect((await talk.call('GET /settings')).status).toBe(200)
  expect((await talk.call('GET /users/login')).body.base64).toMatch(/^data:image\/png/)
  await talk.call('DELETE /sim/faults')
  await talk.idle()
  expect((await send()).status).toBe(200)
  const health = inbox.received.flatMap(({ body }) => body.health ?? [])
  expect(health.map(({ status }) => status.text)).toEqual(['QR', 'AUTH'])
})

test('media can expire', async () => {
  const written = await talk.call('POST /sim/messages', { from: sari, kind: 'image', text: 'Ini' })
  const { image } = written.body.message
  expect(image).toMatchObject({ caption: 'Ini', mime_type: 'image/png' })
  expect((await talk.call(`GET /media/${image.id}`)).status).toBe(200)
  await faults({ mediaExpired: 1 })
  expect((await talk.call(`GET /media/${image.id}`)).status).toBe(404)
})

test('an unknown fault is refused with a reason', async () => {
  const answer = await faults({ gremlins: true })
  expect(answer.status).toBe(400)
  expect(answer.body.error.details).toContain('gremlins')
})
