/** What WHAPI delivers (support.whapi.cloud, "Incoming webhooks format"), for tests. All of it is made up. */

export const channelId = 'MANTIS-M72HC'
export const customer = '6281200000001@s.whatsapp.net'
export const group = '120363012345678901@g.us'
export const hidden = '250388305424512@lid'
export const ours = 'Tg5rF3eD1wS9qA7.zX6cVA-wB4nM2kJhG0'
export const theirs = 'PkX2vR9sTqLw8Zb.dY1HcA-gB4TwQ0sVnE'

/** Friday, 20 November 2026, 16:00 UTC. */
export const time = 1795190400

export type Fields = Record<string, unknown>

export const message = (fields: Fields = {}): Fields => ({
  id: theirs,
  from_me: false,
  type: 'text',
  chat_id: customer,
  timestamp: time,
  source: 'mobile',
  text: { body: 'Halo kak' },
  from: '6281200000001',
  from_name: 'Sari W',
  ...fields,
})

export const kind = (type: string, content?: unknown, fields: Fields = {}): Fields => {
  const { text: _, ...rest } = message()
  return { ...rest, type, ...(content === undefined ? {} : { [type]: content }), ...fields }
}

export const action = (fields: Fields, around: Fields = {}): Fields => ({
  ...kind('action', { target: ours, ...fields }),
  id: 'Uj8iK6oL4pZ2xC0.vB9nMA-gQ7wE5rTyU3',
  ...around,
})

export const preview = 'data:image/jpeg;base64,/9j/4AAQSkZJRg=='

const card = {
  name: 'Budi Santoso',
  vcard:
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Budi Santoso\r\nitem1.TEL;waid=6281200000002;\r\n type=CELL:+62 812-0000-0002\r\nTEL:0812 3456 7890\r\nEND:VCARD',
}

const picture = {
  id: 'jpeg-9a3b5c7d1e2f-8c01d2e3f4a5b6',
  mime_type: 'image/jpeg',
  file_size: 84211,
  link: 'https://files.example.com/in-files/jpeg-9a3b5c7d1e2f.jpeg',
  caption: 'Yang seperti ini kak',
  preview,
  width: 1080,
  height: 1350,
}

const linked = {
  body: 'Lihat https://example.com/katalog',
  url: 'https://example.com/katalog',
  title: 'Katalog',
  description: 'Katalog bulan ini',
  preview,
}

const rows = [{ title: 'Kaos', rows: [{ id: 'r1', title: 'Kaos L', description: 'Hitam' }] }]

/** What a message of each kind carries. */
export const contents: Record<string, unknown> = {
  text: { body: 'Halo kak' },
  image: picture,
  video: { ...picture, mime_type: 'video/mp4', seconds: 12, view_once: true },
  gif: { ...picture, mime_type: 'video/mp4', autoplay: true },
  short: { mime_type: 'video/mp4', seconds: 9 },
  audio: { mime_type: 'audio/mpeg', seconds: 180, file_name: 'lagu.mp3' },
  voice: { id: 'media_init', mime_type: 'audio/ogg; codecs=opus', file_size: 15890, seconds: 6 },
  ptt: { mime_type: 'audio/ogg; codecs=opus', seconds: 6 },
  document: { mime_type: 'application/pdf', filename: 'nota.pdf', file_name: 'x', page_count: 2 },
  documentWithCaption: { mime_type: 'application/pdf', file_name: 'nota.pdf', caption: 'Notanya' },
  sticker: { mime_type: 'image/webp', animated: true, width: 512, height: 512 },
  link_preview: linked,
  location: { latitude: -6.1754, longitude: 106.8272, name: 'Monas', address: 'Jakarta Pusat' },
  live_location: { latitude: -6.1754, longitude: 106.8272, caption: 'Di jalan' },
  contact: card,
  contact_list: { list: [card, { name: 'Rina', vcard: 'TEL:+6281200000003' }] },
  poll: {
    title: 'Warna?',
    options: ['Merah', 'Biru'],
    vote_limit: 1,
    total: 2,
    results: [{ id: 'x', name: 'Merah', count: 2, voters: ['6281200000001'] }],
  },
  reply: { type: 'buttons_reply', buttons_reply: { id: 'ButtonsV3:yes', title: 'Ya' } },
  interactive: {
    header: { text: 'Pilihan' },
    body: { text: 'Mau yang mana?' },
    footer: { text: 'Toko Contoh' },
    type: 'list',
    action: { list: { label: 'Lihat', sections: rows } },
  },
  buttons: { text: 'Jadi pesan?', footer: 'Toko', buttons: [{ id: 'yes', text: 'Ya' }] },
  list: { header: 'Menu', body: 'Pilih satu', label: 'Lihat', sections: rows },
  hsm: {
    header: { type: 'text', text: { body: 'Pesanan' } },
    body: 'Pesanan dikirim',
    footer: 'Ekspedisi',
    buttons: [{ id: 'b1', type: 'url', text: 'Lacak', url: 'https://example.com/lacak' }],
  },
  carousel: { body: 'Promo', cards: [{ body: 'Kaos', buttons: [{ title: 'Beli' }] }] },
  order: {
    order_id: '778899',
    text: 'Saya pesan ini, kak',
    title: 'Pesanan',
    item_count: 2,
    currency: 'IDR',
    total_price: 150000,
    status: 'new',
  },
  product: { catalog_id: '6281200000000', product_id: '4455' },
  catalog: linked,
  event: { name: 'Bazar', description: 'Di depan toko', start: time, is_canceled: false },
  group_invite: { body: 'Ikut grup ini', title: 'Reseller', invite_code: 'AbCd1234' },
  newsletter_invite: { body: 'Ikuti kami', title: 'Promo', invite_code: 'AbCd1234' },
  admin_invite: { newsletter_id: '1@newsletter', newsletter_name: 'Promo', body: 'Jadi admin?' },
  system: { body: 'Kode keamanan berubah' },
  call: { status: 'missed', video_call: true },
  something_new: { title: 'Baru', mime_type: 'image/png', id: 'png-1' },
}

const chat = {
  id: customer,
  type: 'contact',
  name: 'Sari Wulandari',
  chat_pic: 'https://pps.example.com/v/sari.jpg?oe=67',
  unread: 0,
  mute_until: 18446744073709552000,
  labels: [{ id: '5', name: 'Lunas', color: 'gold', count: 3 }],
}

const wholeGroup = {
  id: group,
  type: 'group',
  name: 'Reseller Jabar',
  participants: [
    { id: '6281200000001', rank: 'creator' },
    { id: hidden, rank: 'member' },
  ],
}

const health = {
  start_at: time,
  uptime: 19700,
  version: '1.8.7-0',
  status: { code: 3, text: 'QR' },
}

/** One item for each field that a delivery can have; each brings something of its own. */
export const fields: Record<string, unknown[]> = {
  messages: [
    ...Object.entries(contents).map(([type, content]) => kind(type, content)),
    message({ from_me: true, source: 'api', id: ours }),
    message({ chat_id: group, chat_name: 'Reseller Jabar', from: hidden }),
    message({ chat_id: 'status@broadcast' }),
    action({ type: 'reaction', emoji: '👍' }),
    action({ type: 'edit', edited_type: 'text', edited_content: { body: 'Halo!' } }),
    action({ type: 'delete' }),
    action({ type: 'vote', votes: ['x'] }),
  ],
  messages_updates: [
    {
      id: theirs,
      trigger: action({ type: 'edit', target: theirs, edited_content: { body: 'Halo!' } }),
      before_update: message(),
      after_update: message({ text: { body: 'Halo!' } }),
      changes: ['text'],
    },
  ],
  messages_removed: [theirs],
  messages_removed_all: [customer],
  statuses: [
    { id: ours, code: 3, status: 'delivered', recipient_id: customer, timestamp: `${time}` },
    { id: ours, code: 6, status: 'deleted', recipient_id: customer, timestamp: `${time}` },
  ],
  chats: [chat],
  chats_updates: [{ before_update: chat, after_update: chat, changes: ['unread', 'labels'] }],
  chats_removed: [customer],
  contacts: [{ id: '6281200000001', name: 'Sari', profile_pic: 'https://pps.example.com/s.jpg' }],
  contacts_updates: [{ after_update: { id: '6281200000001', name: 'Sari' }, changes: ['name'] }],
  groups: [wholeGroup],
  groups_updates: [{ after_update: { ...wholeGroup, name: 'Reseller' }, changes: ['name'] }],
  groups_participants: [{ group_id: group, participants: ['6281200000002'], action: 'add' }],
  presences: [{ contact_id: '6281200000001', status: 'typing', last_seen: time }],
  calls: [
    { id: 'C4LL1', from: customer, chat_id: customer, status: 'missed', timestamp: time * 1000 },
  ],
  labels: [{ id: '5', name: 'Lunas', color: 'gold' }],
  labels_removed: ['5'],
  health: [health],
  qr: [{ status: 'OK', base64: 'data:image/png;base64,iVBORw0KGgo=', expire: 20 }],
  user: [{ id: '6281200000000', name: 'Toko Contoh' }],
  service: [{ anything: true }],
  errors: [{ code: 500, message: 'internal' }],
}
