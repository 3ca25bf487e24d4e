import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Json, sari, startTalk } from '../harness.ts'

let talk: Awaited<ReturnType<typeof startTalk>>
beforeAll(async () => {
  talk = await startTalk()
  for (const [index, text] of ['satu', 'dua', 'tiga'].entries()) {
    await talk.call('POST /sim/messages', { from: sari, text, timestamp: 1_700_000_000 + index })
  }
  await talk.call('POST /sim/messages', { from: '6281200000002', text: 'Budi di sini' })
  await talk.call('POST /messages/text', { to: sari, body: 'empat' })
})
afterAll(() => talk.close())

const textsAt = async (path: string) =>
  (await talk.call(`GET ${path}`)).body.messages.map(({ text }: Json) => text.body)
const chat = `/messages/list/${sari}@s.whatsapp.net`

test.each([
  ['the newest first', chat, ['empat', 'tiga', 'dua', 'satu']],
  ['oldest first when asked', `${chat}?sort=asc&from_me=false`, ['satu', 'dua', 'tiga']],
  ['one page', `${chat}?count=1&offset=1&from_me=false`, ['dua']],
  ['a span of time', `${chat}?time_from=1700000001&time_to=1700000001`, ['dua']],
  ['what the shop sent', `${chat}?from_me=true`, ['empat']],
])('history gives %s', async (_, path, texts) => {
  expect(await textsAt(path)).toEqual(texts)
})

test('history counts what there is', async () => {
  const { body } = await talk.call('GET /messages/list?count=2')
  expect(body).toMatchObject({ count: 2, total: 5, offset: 0 })
})

test.each(['count=0', 'count=501', 'from_me=1', 'sort=up', 'time_from=now'])(
  'history refuses %s',
  async (query) => {
    expect((await talk.call(`GET ${chat}?${query}`)).status).toBe(400)
  },
)

test('chats and contacts are listed and found', async () => {
  const { chats } = (await talk.call('GET /chats')).body
  expect(chats.map(({ name }: Json) => name).toSorted()).toEqual(['Budi', 'Sari W'])
  expect((await talk.call(`GET /chats/${sari}@s.whatsapp.net`)).body.unread).toBe(3)
  expect((await talk.call(`GET /contacts/${sari}`)).body.name).toBe('Sari W')
  expect((await talk.call(`GET /contacts/${sari}/profile`)).body.name).toBe('Sari W')
  expect((await talk.call('GET /contacts/6281299999999')).status).toBe(404)
  expect((await talk.call('GET /contacts/sari')).status).toBe(400)
})

test('numbers can be checked', async () => {
  const { body } = await talk.call('POST /contacts', { contacts: ['+62 812-0000-0001', '12'] })
  expect(body.contacts).toEqual([
    { input: '+62 812-0000-0001', status: 'valid', wa_id: sari },
    { input: '12', status: 'invalid' },
  ])
})
