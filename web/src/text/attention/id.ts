import type { AttentionWords } from './en.ts'

export const words: AttentionWords = {
  offline: 'Tidak ada koneksi.',
  asOf: (ago) => `Ini keadaan ${ago} yang lalu.`,
  nothing: 'Belum ada yang diketahui.',
  keeps: 'Yang Anda tulis menunggu di sini dan terkirim sendiri.',
  waiting: (count) => `${count} pesan menunggu.`,
  ask: 'Beri tahu Anda lewat perangkat ini saat pelanggan menulis dan Anda sedang tidak melihat?',
  yes: 'Beri tahu saya',
  no: 'Tidak',
  update: 'Versi baru Balas sudah siap.',
  reload: 'Pakai sekarang',
  later: 'Nanti',
  attention: 'Pesan baru',
  sound: 'Suara',
  notify: 'Notifikasi',
  denied: 'Notifikasi diblokir di pengaturan peramban ini.',
}
