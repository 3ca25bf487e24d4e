import type { ThreadWords } from './en.ts'

export const words: ThreadWords = {
  media: {
    notYet: 'Berkasnya belum bisa dibuka di sini.',
    viewOnce: 'Sekali lihat, hanya di HP.',
    pages: (count) => `${count} halaman`,
    noName: 'Tanpa nama',
  },
  location: { open: 'Buka peta', live: 'Tempatnya bisa sudah berubah' },
  poll: {
    votes: (count) => `${count} suara`,
    one: 'Boleh pilih satu jawaban',
    several: 'Boleh pilih beberapa jawaban',
  },
  choices: 'Yang bisa ditekan di HP',
  order: {
    items: (count) => `${count} barang`,
    number: (id) => `Pesanan ${id}`,
    status: { new: 'Baru', accepted: 'Diterima', canceled: 'Dibatalkan' },
  },
  event: { canceled: 'Dibatalkan', join: 'Ikut' },
  call: {
    missed: { voice: 'Panggilan suara tak terjawab', video: 'Panggilan video tak terjawab' },
    canceled: { voice: 'Panggilan suara, tidak dijawab', video: 'Panggilan video, tidak dijawab' },
    ringing: { voice: 'Panggilan suara berdering', video: 'Panggilan video berdering' },
    other: { voice: 'Panggilan suara', video: 'Panggilan video' },
  },
  quote: { jump: 'Ke pesan yang dikutip' },
  reactions: 'Reaksi',
  reacted: (emoji, names) => `${emoji} ${names}`,
  edited: {
    mark: 'Diubah',
    show: 'Isi sebelumnya',
    hide: 'Sembunyikan isi sebelumnya',
    until: (when) => `sampai ${when}`,
    none: 'Isi sebelumnya tidak diketahui.',
  },
  deleted: { tombstone: 'Pesan ini sudah dihapus', show: 'Isinya dulu' },
  recovered: { mark: 'Dipulihkan', hint: 'Dipulihkan dari riwayat WhatsApp' },
  pending: {
    reaction: 'Memberi reaksi…',
    unreaction: 'Menarik reaksi…',
    edit: 'Mengubah…',
    deletion: 'Menghapus…',
    by: (name) => `Diminta oleh ${name}`,
    refused: {
      reaction: (emoji) => `Reaksi ${emoji} tidak terkirim: pelanggan tidak melihatnya.`,
      unreaction: 'Reaksi tidak jadi ditarik: pelanggan masih melihatnya.',
      edit: 'Pesan tidak berubah: pelanggan masih melihat kata-kata lama.',
      deletion: 'Pesan tidak terhapus: pelanggan masih melihatnya.',
    },
    drop: 'Batalkan',
    why: {
      forbidden: 'WhatsApp tidak mengizinkannya di sini. Mungkin nomor ini diblokir pelanggan.',
      too_large: 'Terlalu panjang untuk WhatsApp.',
      rejected:
        'WhatsApp tidak menerimanya. Mungkin pesannya terlalu lama, atau jenisnya tidak bisa.',
      rate_limited:
        'Kata WhatsApp: terlalu banyak sekaligus. Tunggu beberapa menit, lalu coba lagi.',
      unreachable: 'WhatsApp tidak dapat dihubungi. Coba lagi nanti.',
      timeout: 'WhatsApp tidak menjawab tepat waktu. Coba lagi.',
      provider_error: 'WhatsApp sedang bermasalah. Coba lagi nanti.',
    },
  },
  unsent: {
    failed: (count) =>
      count === 1 ? 'Satu pesan di sini tidak terkirim.' : `${count} pesan di sini tidak terkirim.`,
    unknown: (count) =>
      count === 1
        ? 'Satu pesan belum diketahui terkirim atau tidak.'
        : `${count} pesan belum diketahui terkirim atau tidak.`,
    show: 'Tampilkan',
    notFound: 'Tidak ditemukan. Gulir ke atas untuk mencarinya.',
  },
  replace: { what: 'Pengganti pesan yang tidak terkirim', cancel: 'Jangan gantikan' },
  hiddenSender: 'Nomor tersembunyi',
  waitsForWhatsApp: 'menunggu WhatsApp',
  menu: {
    open: 'Tindakan untuk pesan ini',
    react: 'Beri reaksi',
    reactWith: (emoji) => `Beri reaksi ${emoji}`,
    unreact: 'Hapus reaksi',
    reply: 'Balas',
    edit: 'Ubah',
    copy: 'Salin teks',
    remove: 'Hapus untuk semua',
    removeSure: 'Hapus pesan ini di HP pelanggan juga?',
    details: 'Rincian',
  },
  details: {
    sent: 'Waktu',
    status: 'Status',
    kind: 'Jenis',
    writer: 'Ditulis oleh',
    edited: 'Diubah',
    deleted: 'Dihapus',
    id: 'Id',
  },
  reply: { to: (name) => `Membalas ${name}`, cancel: 'Jangan kutip' },
  group: {
    label: 'Grup',
    show: 'Rincian grup',
    participants: (count) => `${count} anggota`,
    admin: 'Admin',
    you: 'Anda',
    name: 'Nama',
    since: 'Dikenal sejak',
  },
  join: {
    ask: 'Ini pelanggan yang sama dengan …',
    search: 'Cari nama atau nomor',
    none: 'Tidak ada chat lain yang cocok.',
    sure: (name, number) =>
      `Tampilkan chat ini dan chat dengan ${name} (${number}) sebagai satu? Tidak ada yang hilang, dan admin bisa memisahkannya lagi.`,
    join: 'Gabungkan',
  },
  merged: {
    label: 'Satu orang, dua id',
    since: (when) =>
      `WhatsApp menyebut orang ini dengan dua cara. Keduanya tampil sebagai satu chat sejak ${when}.`,
    split: 'Pisahkan',
    sure: 'Pisahkan kedua chat ini? Tidak ada yang hilang; masing-masing berjalan sendiri.',
  },
  why: {
    not_on_whatsapp: 'Nomor ini tidak ada di WhatsApp. Periksa nomornya.',
    forbidden: 'WhatsApp melarang nomor ini menulis ke sana. Mungkin diblokir pelanggan.',
    too_large: 'Terlalu besar untuk WhatsApp. Persingkat atau perkecil.',
    rejected: 'WhatsApp tidak menerimanya seperti ini. Ubah lalu kirim lagi.',
    gone: 'WhatsApp tidak memiliki pesan ini lagi.',
    rate_limited: 'Kata WhatsApp: terlalu banyak pesan. Tunggu beberapa menit, lalu kirim lagi.',
    unreachable: 'WhatsApp tidak dapat dihubungi. Kirim lagi nanti.',
    timeout: 'WhatsApp tidak menjawab tepat waktu. Periksa HP sebelum mengirim lagi.',
    provider_error: 'WhatsApp sedang bermasalah. Periksa HP sebelum mengirim lagi.',
    unnamed: 'WhatsApp menjawab, tetapi tidak jelas. Periksa HP sebelum mengirim lagi.',
    interrupted: 'Pengiriman terputus. Periksa HP sebelum mengirim lagi.',
    taken_over: 'Sudah diambil alih oleh tim.',
  },
  botProblem: {
    answered: (status) => `OpenAI menjawab ${status}.`,
    slow: 'OpenAI terlalu lama menjawab.',
    unreachable: 'OpenAI tidak dapat dihubungi.',
  },
}
