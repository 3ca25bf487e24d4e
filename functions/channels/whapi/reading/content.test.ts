import { describe, expect, test } from 'vitest'
import { read } from '../delivery.ts'
import { channelId, contents, kind, message, preview } from './samples.ts'

const arrival = (type: string, content: unknown, fields = {}) => {
  const { arrivals, unreadable } = read(
    JSON.stringify({ messages: [kind(type, content, fields)] }),
    channelId,
  )
  expect(unreadable).toEqual([])
  const { kind: as, text, content: carried } = arrivals[0] ?? {}
  return [as, text, carried]
}

const link = {
  url: 'https://example.com/katalog',
  title: 'Katalog',
  description: 'Katalog bulan ini',
  preview,
}
const budi = { name: 'Budi Santoso', phones: ['+6281200000002', '+6281234567890'] }
const picture = {
  id: 'jpeg-9a3b5c7d1e2f-8c01d2e3f4a5b6',
  mimeType: 'image/jpeg',
  size: 84211,
  width: 1080,
  height: 1350,
  preview,
}
const film = { ...picture, mimeType: 'video/mp4' }

test.each<[type: string, as: unknown[]]>([
  ['text', ['text', 'Halo kak', undefined]],
  ['image', ['image', 'Yang seperti ini kak', { media: picture }]],
  ['video', ['video', 'Yang seperti ini kak', { media: { ...film, seconds: 12, viewOnce: true } }]],
  ['gif', ['gif', 'Yang seperti ini kak', { media: film }]],
  ['short', ['short', '', { media: { mimeType: 'video/mp4', seconds: 9 } }]],
  ['audio', ['audio', '', { media: { name: 'lagu.mp3', mimeType: 'audio/mpeg', seconds: 180 } }]],
  ['voice', ['voice', '', { media: { mimeType: 'audio/ogg', size: 15890, seconds: 6 } }]],
  ['ptt', ['voice', '', { media: { mimeType: 'audio/ogg', seconds: 6 } }]],
  [
    'document',
    ['document', '', { media: { name: 'nota.pdf', mimeType: 'application/pdf', pages: 2 } }],
  ],
  [
    'documentWithCaption',
    ['document', 'Notanya', { media: { name: 'nota.pdf', mimeType: 'application/pdf' } }],
  ],
  [
    'sticker',
    ['sticker', '', { media: { mimeType: 'image/webp', width: 512, height: 512, animated: true } }],
  ],
  ['link_preview', ['text', 'Lihat https://example.com/katalog', { link }]],
  [
    'location',
    [
      'location',
      'Monas',
      {
        location: {
          latitude: -6.1754,
          longitude: 106.8272,
          name: 'Monas',
          address: 'Jakarta Pusat',
        },
      },
    ],
  ],
  [
    'live_location',
    [
      'live_location',
      'Di jalan',
      { location: { latitude: -6.1754, longitude: 106.8272, live: true } },
    ],
  ],
  ['contact', ['contact', 'Budi Santoso', { contacts: [budi] }]],
  [
    'contact_list',
    [
      'contact_list',
      'Budi Santoso, Rina',
      { contacts: [budi, { name: 'Rina', phones: ['+6281200000003'] }] },
    ],
  ],
  [
    'poll',
    [
      'poll',
      'Warna?',
      {
        poll: {
          options: [
            { name: 'Merah', votes: 2 },
            { name: 'Biru', votes: 0 },
          ],
          limit: 1,
        },
      },
    ],
  ],
  ['reply', ['reply', 'Ya', undefined]],
  [
    'interactive',
    ['interactive', 'Pilihan\nMau yang mana?', { choices: ['Kaos L'], footer: 'Toko Contoh' }],
  ],
  ['buttons', ['buttons', 'Jadi pesan?', { choices: ['Ya'], footer: 'Toko' }]],
  ['list', ['list', 'Menu\nPilih satu', { choices: ['Kaos L'] }]],
  ['hsm', ['hsm', 'Pesanan\nPesanan dikirim', { choices: ['Lacak'], footer: 'Ekspedisi' }]],
  ['carousel', ['carousel', 'Promo', { choices: ['Beli'] }]],
  [
    'order',
    [
      'order',
      'Saya pesan ini, kak',
      { order: { id: '778899', items: 2, total: 150000, currency: 'IDR', status: 'new' } },
    ],
  ],
  ['product', ['product', '', undefined]],
  ['catalog', ['catalog', 'Lihat https://example.com/katalog', { link }]],
  [
    'event',
    [
      'event',
      'Bazar',
      { event: { startsAt: '2026-11-20T16:00:00.000Z', description: 'Di depan toko' } },
    ],
  ],
  [
    'group_invite',
    [
      'group_invite',
      'Ikut grup ini',
      { link: { url: 'https://chat.whatsapp.com/AbCd1234', title: 'Reseller' } },
    ],
  ],
  [
    'newsletter_invite',
    [
      'newsletter_invite',
      'Ikuti kami',
      { link: { url: 'https://whatsapp.com/channel/AbCd1234', title: 'Promo' } },
    ],
  ],
  ['admin_invite', ['admin_invite', 'Jadi admin?', undefined]],
  ['system', ['system', 'Kode keamanan berubah', undefined]],
  ['call', ['call', '', { call: { status: 'missed', video: true } }]],
  ['something_new', ['something_new', 'Baru', { media: { id: 'png-1', mimeType: 'image/png' } }]],
])('a message of kind %s says and carries what can be shown', (type, as) => {
  expect(arrival(type, contents[type])).toEqual(as)
})

test('every sample is spoken of here', () => {
  for (const type of Object.keys(contents)) expect(arrival(type, contents[type])[0]).toBeTruthy()
})

describe('of what is odd', () => {
  test.each(Object.keys(contents))('a message of kind %s without its content is kept', (type) => {
    expect(arrival(type, undefined).slice(1)).toEqual(['', undefined])
  })

  test.each([
    ['a caption beside the file', 'image', {}, { caption: 'Ini' }, 'Ini'],
    ['a list’s reply', 'reply', { list_reply: { id: 'ListV3:r1', title: 'Kaos' } }, {}, 'Kaos'],
    ['a reply without a title', 'reply', { buttons_reply: { id: 'ButtonsV3:yes' } }, {}, 'yes'],
    ['a location without a name', 'location', { address: 'Gambir' }, {}, 'Gambir'],
  ])('%s is read', (_, type, content, fields, text) => {
    expect(arrival(type, content, fields)[1]).toBe(text)
  })

  test('pictures that are too large, or none at all, are left out', () => {
    for (const odd of [
      `data:image/png;base64,${'A'.repeat(24_000)}`,
      'data:text/html,x',
      'http://x',
      5,
    ])
      expect(arrival('image', { preview: odd, file_size: -1, width: 'wide' })[2]).toBeUndefined()
  })

  test('addresses that a browser must not open are left out', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', '//x', 'x'])
      expect(arrival('link_preview', { body: 'Lihat', url })).toEqual(['text', 'Lihat', undefined])
  })

  test('places that are not on earth are left out', () => {
    expect(arrival('location', { latitude: 91, longitude: 0, name: 'x' })[2]).toBeUndefined()
    expect(arrival('location', { latitude: '1', name: 'x' })[2]).toBeUndefined()
  })

  test('what a name hides in an object’s own workings is not looked at', () => {
    for (const type of ['__proto__', 'constructor', 'toString'])
      expect(arrival(type, undefined)).toEqual([type, '', undefined])
  })

  test('what no store takes is gone from a text', () => {
    expect(arrival('text', { body: 'a\0b\ud800c' })[1]).toBe('ab\ufffdc')
  })

  test('a text longer than WhatsApp allows is parked, and the longest is not', () => {
    const body = (length: number) =>
      read(
        JSON.stringify({ messages: [message({ text: { body: 'x'.repeat(length) } })] }),
        channelId,
      )
    expect(body(65_536).arrivals).toHaveLength(1)
    expect(body(65_537)).toMatchObject({ arrivals: [], unreadable: [{}] })
  })
})

describe('a quote', () => {
  const quoted = (context: object, fields = {}) =>
    read(JSON.stringify({ messages: [message({ context, ...fields })] }), channelId).arrivals[0]
      ?.quoted

  test('shows what it is about', () => {
    const context = { quoted_id: 'a-1', quoted_type: 'text', quoted_content: { body: 'Boleh?' } }
    expect(quoted(context)).toEqual({ id: 'a-1', text: 'Boleh?', kind: 'text' })
  })

  test('names its author where that can be told', () => {
    const context = { quoted_id: 'a-1', quoted_author: '6281200000001' }
    expect(quoted(context)?.senderName).toBe('Sari W')
    expect(quoted({ ...context, quoted_author: '6281200000000' })?.senderName).toBeUndefined()
    expect(quoted(context, { from_me: true, chat_name: 'Sari' })?.senderName).toBe('Sari')
  })

  test.each([{}, { quoted_id: 7 }, { ad: { title: 'Promo' }, mentions: ['1'] }])(
    'of nothing is none',
    (context) => {
      expect(quoted(context)).toBeUndefined()
    },
  )
})
