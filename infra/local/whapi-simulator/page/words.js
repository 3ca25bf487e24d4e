const english = {
  title: 'Customers’ phones',
  toShop: 'Message to the shop',
  toCustomer: 'Message from the shop',
  empty: 'Nothing yet. Say hello to the shop.',
  none: 'No messages yet',
  phoneOf: 'on the phone of',
  typing: 'typing…',
  deleted: 'This message was deleted',
  edited: 'edited',
  you: 'You',
  group: 'group',
  acts: 'What to do with this message',
  react: 'React with',
  reply: 'Reply',
  edit: 'Edit',
  remove: 'Delete',
  badNumber: 'This is not a phone number.',
  offline: 'Not sent: the simulator does not answer.',
  pending: 'waiting',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'played',
  failed: 'not sent',
}

const indonesian = {
  title: 'Ponsel pelanggan',
  intro: 'WhatsApp tiruan. Pilih pelanggan, lalu tulis ke toko.',
  add: 'Tambah pelanggan',
  name: 'Nama',
  phone: 'Nomor telepon',
  save: 'Tambah',
  back: 'Kembali ke daftar pelanggan',
  conversation: 'Percakapan',
  asOwner: 'Tulis sebagai toko, dari ponselnya',
  send: 'Kirim',
  toShop: 'Pesan ke toko',
  toCustomer: 'Pesan dari toko',
  nobody: 'Ponsel siapa ini? Pilih pelanggan.',
  empty: 'Belum ada apa-apa. Sapa tokonya.',
  none: 'Belum ada pesan',
  phoneOf: 'di ponsel',
  typing: 'mengetik…',
  deleted: 'Pesan ini telah dihapus',
  edited: 'diedit',
  you: 'Anda',
  group: 'grup',
  acts: 'Tindakan untuk pesan ini',
  react: 'Beri reaksi',
  reply: 'Balas',
  edit: 'Edit',
  remove: 'Hapus',
  attach: 'Kirim yang lain',
  picture: 'Gambar',
  video: 'Video',
  voice: 'Pesan suara',
  document: 'Dokumen',
  sticker: 'Stiker',
  location: 'Lokasi',
  contact: 'Kontak',
  poll: 'Polling',
  order: 'Pesanan',
  unknown: 'Yang tidak bisa dibaca',
  member: 'Menulis sebagai',
  hide: 'Sembunyikan nomor',
  call: 'Telepon toko',
  stop: 'Batal',
  unlinked: 'Ponsel toko tidak tertaut: tidak ada yang sampai ke kotak masuk.',
  link: 'Tautkan lagi',
  unlink: 'Putuskan ponsel toko',
  badNumber: 'Ini bukan nomor telepon.',
  offline: 'Tidak terkirim: simulator tidak menjawab.',
  pending: 'menunggu',
  sent: 'terkirim',
  delivered: 'sampai',
  read: 'dibaca',
  played: 'diputar',
  failed: 'gagal',
}

export const language = navigator.language.startsWith('id') ? 'id' : 'en'
export const words = language === 'id' ? indonesian : english

/** The page is written in English; another language takes its words' places. */
export function translate(root) {
  root.lang = language
  for (const each of root.querySelectorAll('[data-word]')) {
    each.textContent = words[each.dataset.word] ?? each.textContent
  }
  for (const each of root.querySelectorAll('[data-label]')) {
    each.ariaLabel = words[each.dataset.label] ?? each.ariaLabel
  }
}
