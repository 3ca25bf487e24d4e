import { describe, expect, test } from 'vitest'
import { changesOf, driftOf, keptOthers, Settings, withoutOurs } from './settings.ts'

const wanted = { url: 'https://chat.example.com/webhook/whapi', secret: 'ours' }
const other = {
  url: 'https://books.example.com/hook',
  mode: 'path',
  headers: { 'X-Key': 'theirs' },
}
const settings = (fields: object = {}) => Settings.parse(fields)

/** As WHAPI would have it afterwards. */
const connectedAs = (before: Settings) => settings({ ...before, ...changesOf(before, wanted) })

describe('a channel that was never connected', () => {
  const before = settings({
    webhooks: [other],
    media: { auto_download: ['image'], init_avatars: true },
  })

  test('is set up, and what others have set up stays', () => {
    const now = connectedAs(before)
    expect(driftOf(now, wanted)).toEqual([])
    expect(now.webhooks?.[0]).toEqual(other)
    expect(now.webhooks?.[1]).toMatchObject({
      url: wanted.url,
      mode: 'body',
      headers: { 'X-Webhook-Secret': 'ours' },
    })
    expect(now.media).toMatchObject({ init_avatars: true })
    expect(keptOthers(before, now, wanted)).toBe(true)
  })

  test('is told what is missing in words', () => {
    expect(driftOf(before, wanted)).toEqual([
      'it does not deliver to us',
      'it forgets what was not delivered when it restarts',
      'it does not keep these files: audio, voice, video, document, sticker',
    ])
  })
})

test('nothing is asked of a channel that is as it should be', () => {
  expect(changesOf(connectedAs(settings()), wanted)).toEqual({})
})

describe('a channel that somebody has changed', () => {
  const [ours] = connectedAs(settings()).webhooks ?? []
  const changed = (fields: object) =>
    settings({ ...connectedAs(settings()), webhooks: [{ ...ours, ...fields }, other] })

  test.each([
    [
      'does not tell of all',
      { events: [{ type: 'messages', method: 'post' }] },
      /does not tell of .*statuses.post/,
    ],
    ['drops what is old', { webhook_max_age_seconds: 60 }, /drops what is older than 60 s/],
    ['delivers in another mode', { mode: 'method' }, /mode is method/],
    ['carries another secret', { headers: { 'X-Webhook-Secret': 'other' } }, /secret is not ours/],
    [
      'delivers to an old address',
      { url: 'https://old.cloudfront.net/webhook/whapi' },
      /delivers to https:..old/,
    ],
  ])('%s: that is found, and put right', (_, fields, words) => {
    const before = changed(fields)
    expect(driftOf(before, wanted).join()).toMatch(words)
    const now = connectedAs(before)
    expect(driftOf(now, wanted)).toEqual([])
    expect(now.webhooks).toHaveLength(2)
    expect(now.webhooks).toContainEqual(other)
    expect(now.webhooks?.at(-1)).not.toHaveProperty('webhook_max_age_seconds')
  })

  test('delivers to us twice: one of them goes', () => {
    const twice = settings({ ...connectedAs(settings()), webhooks: [ours, ours] })
    expect(driftOf(twice, wanted)).toEqual(['it delivers to us more than once'])
    expect(connectedAs(twice).webhooks).toHaveLength(1)
  })
})

test('a webhook without a list of events tells all', () => {
  const { webhooks, ...rest } = connectedAs(settings())
  const all = settings({ ...rest, webhooks: webhooks?.map(({ events: _, ...it }) => it) })
  expect(driftOf(all, wanted)).toEqual([])
})

test('what a plan cannot tell is not asked for', () => {
  const available = [{ type: 'messages', method: 'post' }]
  expect(changesOf(settings(), { ...wanted, available }).webhooks?.[0]?.events).toEqual(available)
})

test('whoever leaves takes only their own', () => {
  const connected = connectedAs(settings({ webhooks: [other] }))
  expect(withoutOurs(connected, wanted)).toEqual({ webhooks: [other] })
  expect(withoutOurs(settings({ webhooks: [other] }), wanted)).toEqual({})
})
