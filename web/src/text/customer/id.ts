import type { CustomerWords } from './en.ts'

export const words: CustomerWords = {
  notes: 'Catatan',
  notesHint: 'Untuk tim; pelanggan tidak pernah melihatnya.',
  addName: 'Tambah nama',
  addEmail: 'Tambah email',
  addAddress: 'Tambah alamat',
  addNotes: 'Tambah catatan',
  firstSeen: 'Pertama terlihat',
  labels: 'Label',
  topics: 'Topik sebelumnya',
  saved: 'Tersimpan',
  changed: (value) => `Sementara itu ada yang mengubahnya menjadi “${value}”.`,
  emptied: 'Sementara itu ada yang mengosongkannya.',
  mine: 'Pakai punya saya',
  theirs: 'Pakai yang itu',
  email: 'Itu bukan alamat email.',
  tooLong: 'Itu terlalu panjang.',
  topic: 'Selesai. Tentang apa chat ini?',
  topicPlaceholder: 'mis. Pengiriman pesanan',
  keepTopic: 'Simpan',
  noTopic: 'Lewati',
}
