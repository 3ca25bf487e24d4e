const card = (name: string, phone: string) => ({
  name,
  vcard: [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${name}`,
    `TEL;type=CELL;waid=${phone}:+${phone}`,
    'END:VCARD',
  ].join('\n'),
})

const link = (body: string, title: string, more: object = {}) => ({
  body,
  title,
  url: 'https://example.com/katalog',
  description: 'Katalog bulan ini',
  ...more,
})

export const poll = (title: string, options: string[], limit = 1) => ({
  title,
  options,
  vote_limit: limit,
  total: 0,
  results: options.map((name, index) => ({
    id: `option-${index + 1}`,
    name,
    count: 0,
    voters: [],
  })),
})

/**
 * What each kind carries when a test does not care (support.whapi.cloud, "Incoming webhooks format").
 * Files are not here: they come with what they are.
 */
const samples: Record<string, (text: string) => object> = {
  link_preview: (text) => link(text || 'Lihat https://example.com/katalog', 'Katalog'),
  location: (text) => ({
    latitude: -6.1754,
    longitude: 106.8272,
    name: text || 'Monas',
    address: 'Gambir, Jakarta Pusat',
  }),
  live_location: (text) => ({
    latitude: -6.1754,
    longitude: 106.8272,
    accuracy: 12,
    sequence_number: 1,
    caption: text || 'Saya di jalan',
  }),
  contact: (text) => card(text || 'Budi Santoso', '6281200000002'),
  contact_list: () => ({
    list: [card('Budi Santoso', '6281200000002'), card('Rina', '6281200000003')],
  }),
  poll: (text) => poll(text || 'Warna apa?', ['Merah', 'Biru', 'Hijau']),
  reply: (text) => ({
    type: 'buttons_reply',
    buttons_reply: { id: 'ButtonsV3:yes', title: text || 'Ya' },
  }),
  interactive: (text) => ({
    header: { text: 'Pilihan' },
    body: { text: text || 'Mau yang mana?' },
    footer: { text: 'Toko Contoh' },
    type: 'button',
    action: { buttons: [{ type: 'quick_reply', title: 'Ya', id: 'yes' }] },
  }),
  buttons: (text) => ({
    text: text || 'Jadi pesan?',
    footer: 'Toko Contoh',
    buttons: [
      { id: 'yes', text: 'Ya', type: 'RESPONSE' },
      { id: 'no', text: 'Tidak', type: 'RESPONSE' },
    ],
  }),
  list: (text) => ({
    header: 'Menu',
    body: text || 'Pilih satu',
    label: 'Lihat',
    footer: 'Toko Contoh',
    sections: [{ title: 'Kaos', rows: [{ id: 'r1', title: 'Kaos L', description: 'Hitam' }] }],
  }),
  hsm: (text) => ({
    header: { type: 'text', text: { body: 'Pesanan' } },
    body: text || 'Pesanan Anda dikirim',
    footer: 'Ekspedisi',
    buttons: [{ id: 'b1', type: 'url', text: 'Lacak', url: 'https://example.com/lacak' }],
  }),
  order: (text) => ({
    order_id: '778899',
    seller: '6281200000000@s.whatsapp.net',
    title: 'Pesanan',
    text: text || 'Saya pesan ini, kak',
    token: 'token',
    item_count: 2,
    currency: 'IDR',
    total_price: 150000,
    status: 'new',
  }),
  product: () => ({ catalog_id: '6281200000000', product_id: '4455' }),
  catalog: (text) => link(text || 'Katalog kami', 'Toko Contoh', { catalog_id: '6281200000000' }),
  group_invite: (text) => link(text || 'Ikut grup ini', 'Reseller', { invite_code: 'AbCd1234' }),
  newsletter_invite: (text) =>
    link(text || 'Ikuti saluran ini', 'Promo', { newsletter_id: '120363041234567890@newsletter' }),
  admin_invite: (text) => ({
    newsletter_id: '120363041234567890@newsletter',
    newsletter_name: 'Promo',
    expiration: 1_800_000_000,
    body: text || 'Jadi admin?',
  }),
  event: (text) => ({
    name: text || 'Bazar',
    description: 'Di depan toko',
    start: 1_800_000_000,
    join_link: 'https://example.com/bazar',
    is_canceled: false,
    responses: [],
  }),
  system: (text) => ({ body: text || 'Kode keamanan berubah' }),
}

export const kindsWithSamples = Object.keys(samples)

/** The content of this kind; undefined for those that come without: `unknown`, `call`, and new ones. */
export const sampleOf = (kind: string, text: string): object | undefined =>
  Object.hasOwn(samples, kind) ? samples[kind]?.(text) : undefined
