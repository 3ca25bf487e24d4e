import type { ProfileWords } from './en.ts'

export const words: ProfileWords = {
  title: 'Profil Anda',
  about: 'Berlaku di semua perangkat tempat Anda masuk.',
  you: 'Anda',
  name: 'Nama',
  username: 'Nama pengguna',
  role: 'Peran',
  nameHint: 'Admin bisa mengubah nama Anda.',
  looks: 'Bahasa dan tampilan',
  attention: 'Perhatian',
  sound: 'Bunyi saat ada yang memerlukan Anda',
  notify: 'Notifikasi di layar ini',
  blocked: 'Peramban ini tidak mengizinkannya. Izinkan dulu notifikasi untuk halaman ini.',
  password: 'Kata sandi',
  current: 'Kata sandi sekarang',
  next: 'Kata sandi baru',
  nextHint: 'Paling sedikit 8 karakter.',
  change: 'Ganti kata sandi',
  changed: 'Kata sandi Anda sudah diganti.',
  problem: {
    wrong_password: 'Itu bukan kata sandi Anda.',
    weak_password: 'Kata sandi itu terlalu lemah.',
    invalid_input: 'Pakai paling sedikit 8 karakter.',
  },
}
