import type { Arrival } from '../../../functions/domain/message/arrival.ts'

type Kind = Pick<Arrival, 'kind' | 'text' | 'content'>

/** Four green pixels, to stand for the small blurred picture WhatsApp sends along. */
const preview =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGOImtYUtaWJoWlaXtOWPAAqNAYtyoVhygAAAABJRU5ErkJggg=='
const photo = { mimeType: 'image/jpeg', size: 84_213, width: 1200, height: 900, preview }
const film = { ...photo, mimeType: 'video/mp4', size: 2_400_000, seconds: 14 }

/** One of everything a customer can send. */
export const kinds: Kind[] = [
  { kind: 'image', text: 'Yang seperti ini kak', content: { media: photo } },
  { kind: 'image', text: '', content: { media: { ...photo, viewOnce: true, preview: undefined } } },
  { kind: 'video', text: 'Videonya', content: { media: film } },
  { kind: 'gif', text: '', content: { media: { ...film, animated: true } } },
  { kind: 'short', text: '', content: { media: film } },
  {
    kind: 'audio',
    text: '',
    content: { media: { mimeType: 'audio/mpeg', name: 'lagu.mp3', seconds: 181 } },
  },
  {
    kind: 'voice',
    text: '',
    content: { media: { mimeType: 'audio/ogg; codecs=opus', size: 9_120, seconds: 7 } },
  },
  {
    kind: 'document',
    text: 'Bukti transfer ya kak',
    content: {
      media: { mimeType: 'application/pdf', name: 'bukti-transfer.pdf', size: 120_331, pages: 1 },
    },
  },
  { kind: 'sticker', text: '', content: { media: { ...photo, mimeType: 'image/webp' } } },
  {
    kind: 'location',
    text: '',
    content: {
      location: {
        latitude: -6.1754,
        longitude: 106.8272,
        name: 'Monas',
        address: 'Gambir, Jakarta Pusat',
      },
    },
  },
  {
    kind: 'live_location',
    text: 'Saya di jalan',
    content: { location: { latitude: -6.9, longitude: 107.6, live: true } },
  },
  {
    kind: 'contact',
    text: '',
    content: { contacts: [{ name: 'Budi Santoso', phones: ['+6284000000001'] }] },
  },
  {
    kind: 'contact_list',
    text: '',
    content: {
      contacts: [
        { name: 'Budi Santoso', phones: ['+6284000000001'] },
        { name: 'Rina', phones: ['+6284000000002', '+6284000000003'] },
      ],
    },
  },
  {
    kind: 'poll',
    text: 'Warna apa?',
    content: {
      poll: {
        options: ['Merah', 'Biru', 'Hijau'].map((name, at) => ({ name, votes: at * 2 })),
        limit: 1,
      },
    },
  },
  {
    kind: 'link_preview',
    text: 'Lihat https://toko.example.com/katalog',
    content: {
      link: {
        url: 'https://toko.example.com/katalog',
        title: 'Katalog',
        description: 'Katalog bulan ini',
        preview,
      },
    },
  },
  {
    kind: 'interactive',
    text: 'Mau yang mana?',
    content: { choices: ['Kaos', 'Kemeja'], footer: 'Toko Contoh' },
  },
  { kind: 'reply', text: 'Ya' },
  {
    kind: 'order',
    text: 'Saya pesan ini, kak',
    content: { order: { id: '778899', items: 2, total: 150_000, currency: 'IDR', status: 'new' } },
  },
  { kind: 'product', text: 'Kaos polos hitam' },
  {
    kind: 'event',
    text: 'Bazar',
    content: {
      event: {
        startsAt: '2027-01-15T02:00:00.000Z',
        description: 'Di depan toko',
        link: 'https://example.com/bazar',
      },
    },
  },
  {
    kind: 'group_invite',
    text: 'Ikut grup ini',
    content: { link: { url: 'https://example.com/grup', title: 'Reseller' } },
  },
  { kind: 'call', text: '', content: { call: { status: 'missed', video: false } } },
  { kind: 'call', text: '', content: { call: { status: 'answered', video: true } } },
  { kind: 'system', text: 'Kode keamanan berubah' },
  { kind: 'unknown', text: '' },
  { kind: 'text', text: '🎉🎉' },
  { kind: 'text', text: 'Ini *tebal*, _miring_, ~coret~ dan `kode`, ya kak' },
  {
    kind: 'text',
    text: `Saya ceritakan dari awal ya kak. ${'Waktu itu saya pesan tiga, yang datang dua, lalu saya tanya kurirnya. '.repeat(12)}`,
  },
]
