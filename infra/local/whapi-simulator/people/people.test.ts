import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anyFile } from '../files/files.ts'
import { type Json, sari, startInbox, startTalk } from '../harness.ts'
import { kindsWithSamples } from './samples.ts'

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

/** All that was posted under this name. */
async function told(name: string): Promise<Json[]> {
  await talk.idle()
  return inbox.received.flatMap(({ body }) => body[name] ?? [])
}

const written = async (fields: object = {}) =>
  (await talk.call('POST /sim/messages', { from: sari, text: 'Halo', ...fields })).body.message

test.each([...Object.keys(anyFile), ...kindsWithSamples])(
  'a customer can write a %s without saying what is in it',
  async (kind) => {
    const message = await written({ kind, text: undefined })
    expect(message).toMatchObject({ type: kind, [kind]: expect.any(Object) })
    expect(await told('messages')).toHaveLength(1)
  },
)

test('what could not be read comes again, readable', async () => {
  const { id } = await written({ kind: 'unknown', text: undefined })
  await talk.call(`PUT /sim/messages/${id}`, { type: 'text', text: { body: 'Halo' } })
  expect(await told('messages')).toMatchObject([
    { id, type: 'unknown' },
    { id, type: 'text', text: { body: 'Halo' } },
  ])
  expect(inbox.received[1]?.body.event).toEqual({ type: 'messages', event: 'put' })
})

test('what gathered while the phone was away comes in one delivery', async () => {
  const messages = ['satu', 'dua'].map((text) => ({ from: sari, text, timestamp: 1_700_000_000 }))
  await talk.call('POST /sim/backlog', { messages })
  await talk.idle()
  expect(inbox.received.map(({ body }) => body.messages.length)).toEqual([2])
})

test('stories and newsletters are in places of their own', async () => {
  await written({ chat: 'stories', kind: 'story' })
  await written({ chat: 'newsletter' })
  const places = (await told('messages')).map(({ chat_id }) => chat_id)
  expect(places).toEqual(['stories', expect.stringContaining('@newsletter')])
})

describe('what is done to a message', () => {
  const act = (fields: object) => talk.call('POST /sim/actions', { from: sari, ...fields })

  test.each([
    ['action', ['action']],
    ['patch', ['patch']],
    ['both', ['action', 'patch']],
  ])('is told as %s', async (as, ways) => {
    await talk.call('PUT /sim/settings', { editsAs: as, reactionsAs: as })
    const { id: target } = await written()
    await act({ type: 'edit', target, text: 'Halo kak' })
    await act({ type: 'reaction', target, emoji: '🙏' })
    await talk.idle()
    const seen = inbox.received.slice(1).map(({ body }) => {
      if (body.messages) return 'action'
      expect(body.messages_updates[0]).toMatchObject({ id: target, changes: [expect.any(String)] })
      return 'patch'
    })
    expect(seen).toEqual([...ways, ...ways])
  })

  test('deleted for everyone is told in three ways', async () => {
    await talk.call('PUT /sim/settings', { deletionsAs: 'all' })
    const { id: target } = await written()
    await act({ type: 'delete', target })
    expect((await told('messages')).at(-1)).toMatchObject({ action: { type: 'delete', target } })
    expect(await told('messages_removed')).toEqual([target])
    expect(await told('statuses')).toMatchObject([{ id: target, status: 'deleted' }])
  })

  test('a vote takes the place of the one before', async () => {
    const { id: target } = await written({ kind: 'poll' })
    await act({ type: 'vote', target, options: ['Merah'] })
    await act({ type: 'vote', target, options: ['Biru'] })
    const { poll } = (await told('messages_updates')).at(-1).after_update
    expect(poll).toMatchObject({ total: 1 })
    expect(poll.results.map(({ count }: Json) => count)).toEqual([0, 1, 0])
  })

  test('history shows the reactions', async () => {
    const { id: target } = await written()
    await act({ type: 'reaction', target, emoji: '🙏' })
    const [message] = (await talk.call('GET /messages/list')).body.messages
    expect(message.reactions).toMatchObject([{ emoji: '🙏' }])
  })
})

describe('a group', () => {
  const group = async () =>
    (await talk.call('POST /sim/groups', { subject: 'Reseller', participants: [sari] })).body

  test('is told with who is in it, and its changes as well', async () => {
    const { id } = await group()
    await talk.call(`PATCH /sim/groups/${id}`, { subject: 'Reseller Jabar' })
    const change = { action: 'add', participants: ['6281200000002'] }
    await talk.call(`POST /sim/groups/${id}/participants`, change)
    expect(await told('groups')).toMatchObject([
      { id, name: 'Reseller', participants: [{ rank: 'creator' }, { id: sari, rank: 'member' }] },
    ])
    expect(await told('groups_updates')).toMatchObject([
      { after_update: { name: 'Reseller Jabar' } },
    ])
    expect(await told('groups_participants')).toEqual([{ group_id: id, ...change }])
    expect((await talk.call(`GET /groups/${id}`)).body.participants_count).toBe(3)
  })

  test('shows who writes in it', async () => {
    const { id } = await group()
    await written({ chat: id })
    expect(await told('messages')).toMatchObject([
      { chat_id: id, chat_name: 'Reseller', from: sari, from_name: 'Sari W' },
    ])
    const { bubbles } = (await talk.call(`GET /sim/chats/${id}`)).body
    expect(bubbles).toMatchObject([{ name: 'Sari W', text: 'Halo' }])
  })
})

test('who hides the number writes by a lid, until it is shown', async () => {
  await talk.call(`PATCH /sim/customers/${sari}`, { hidden: true, secret: true })
  const { from: lid } = await written()
  expect(lid).toMatch(/^\d+@lid$/)
  expect((await talk.call(`GET /contacts/ids/${lid}`)).status).toBe(404)
  await talk.call(`PATCH /sim/customers/${sari}`, { hidden: false, secret: false })
  const { body } = await talk.call(`GET /contacts/ids/${lid}`)
  expect(body).toEqual({ id: `${sari}@s.whatsapp.net` })
  expect((await written()).from).toBe(sari)
  expect((await talk.call(`GET /sim/chats/${sari}`)).body.bubbles).toHaveLength(2)
})

test('a new name, a picture, labels and calls are told', async () => {
  const avatar = 'https://example.com/sari.jpg'
  await talk.call(`PATCH /sim/customers/${sari}`, { name: 'Sari Wulan', avatar })
  await talk.call(`PATCH /sim/chats/${sari}`, { unread: 0, labels: [{ id: '5', name: 'Lunas' }] })
  await talk.call('POST /sim/phone-calls', { from: sari, video: true })
  expect(await told('contacts')).toMatchObject([{ id: sari, name: 'Sari Wulan' }])
  expect(await told('contacts_updates')).toMatchObject([{ changes: ['profile_pic'] }])
  expect(await told('chats_updates')).toMatchObject([
    { after_update: { unread: 0 }, changes: ['unread', 'labels'] },
  ])
  expect(await told('calls')).toMatchObject([{ status: 'missed', video_call: true }])
})

test('typing is told of those the inbox follows, if so set', async () => {
  await talk.call('PUT /sim/settings', { presences: 'subscribed' })
  await talk.call('POST /sim/presences', { from: sari, status: 'typing' })
  await talk.call(`POST /presences/${sari}`)
  await talk.call('POST /sim/presences', { from: sari, status: 'online' })
  expect(await told('presences')).toMatchObject([{ contact_id: sari, status: 'online' }])
})

describe('the channel', () => {
  test('tells that it was logged out, shows a QR code, and tells that it is back', async () => {
    await talk.call('PUT /sim/channel', { status: 'QR' })
    expect((await talk.call('GET /messages/list')).status).toBe(401)
    expect((await talk.call('GET /users/login')).body.base64).toMatch(/^data:image\/png;base64,/)
    await talk.call('PUT /sim/channel', { status: 'AUTH' })
    expect((await told('health')).map(({ status }) => status.text)).toEqual(['QR', 'AUTH'])
    expect(await told('qr')).toMatchObject([{ status: 'OK', expire: 20 }])
    expect(await told('user')).toHaveLength(2)
  })

  test('can be lost without a word, unpaid, or gone', async () => {
    await talk.call('PUT /sim/channel', { status: 'QR', silent: true })
    expect(await told('health')).toEqual([])
    await talk.call('PUT /sim/channel', { status: 'AUTH', silent: true, account: 'unpaid' })
    expect((await talk.call('GET /chats')).status).toBe(402)
    await talk.call('PUT /sim/channel', { account: 'gone' })
    expect((await talk.call('GET /health')).body.error.message).toBe('Channel not found')
  })
})
