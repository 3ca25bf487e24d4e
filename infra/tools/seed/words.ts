import type { Random } from '../../../functions/simulation/time/random.ts'

export type Who = 'customer' | 'bot' | 'agent' | 'phone'
export type Line = [who: Who, text: string]

const items = [
  'kaos polos',
  'kemeja flanel',
  'gamis',
  'hijab segi empat',
  'jaket bomber',
  'celana kulot',
  'sarung batik',
  'tas kanvas',
]
const sizes = ['S', 'M', 'L', 'XL', 'XXL']
const colours = ['hitam', 'navy', 'maroon', 'putih', 'sage', 'abu tua']
const cities = [
  'Bandung',
  'Surabaya',
  'Medan',
  'Makassar',
  'Denpasar',
  'Semarang',
  'Palembang',
  'Yogyakarta',
]
const prices = ['65.000', '89.000', '120.000', '149.000', '185.000']
const days = ['Senin', 'Rabu', 'Jumat', 'Sabtu']

/** What is said in a small clothes shop. A chat takes one of these, as far as it has come. */
const conversations: Line[][] = [
  [
    ['customer', 'Halo kak, {item} ukuran {size} masih ada?'],
    ['bot', 'Halo kak! 👋 Stok hari ini: {item} tersedia ukuran S sampai XXL. Mau warna apa?'],
    ['customer', 'Yang {colour} ada?'],
    ['agent', 'Ada kak, {colour} tinggal 3. Mau saya simpankan?'],
    ['customer', 'Boleh kak, kirim ke {city} ya'],
    ['agent', 'Siap kak. Totalnya Rp{price} belum ongkir, boleh minta alamat lengkapnya?'],
    ['customer', 'Sebentar ya kak saya ketik dulu'],
  ],
  [
    ['customer', 'Kak, pesanan saya kok belum sampai ya? Sudah 5 hari'],
    ['bot', 'Mohon maaf ya kak 🙏 Saya panggilkan admin supaya dicek.'],
    ['agent', 'Halo kak, saya cek dulu nomor resinya ya'],
    ['customer', 'Baik kak, ditunggu'],
    ['agent', 'Paketnya sudah di {city}, kurirnya antar hari {day}. Mohon ditunggu ya kak'],
    ['customer', 'Oke makasih infonya 🙏'],
  ],
  [
    ['customer', 'Buka jam berapa hari {day}?'],
    ['bot', 'Kami buka {day} jam 09.00–17.00 WIB, kak 😊'],
    ['customer', 'Oke, makasih'],
  ],
  [
    ['customer', 'Min, *{item}* harganya berapa?'],
    ['bot', 'Harga {item} mulai Rp{price}, kak. Ada potongan 10% untuk pembelian 3 potong.'],
    ['customer', 'Kalau ambil lusinan bisa lebih murah?'],
    [
      'agent',
      'Bisa kak, untuk 12 potong jadi Rp{price} per potong, sudah termasuk sablon satu sisi',
    ],
    ['customer', 'Wah menarik. Saya tanya teman dulu ya'],
    ['agent', 'Siap kak, kabari saja ya 😊'],
  ],
  [
    ['customer', 'Barangnya sudah sampai kak, bagus banget!! 😍'],
    ['customer', 'Makasih banyak ya'],
    ['agent', 'Alhamdulillah, terima kasih kembali kak. Ditunggu order berikutnya 🙏'],
    ['customer', '🙏'],
  ],
  [
    ['customer', 'Kak saya mau tukar ukuran, kekecilan'],
    ['customer', 'Bisa tukar ke {size}?'],
    ['bot', 'Bisa ditukar dalam 3 hari, kak. Saya panggilkan admin ya.'],
    [
      'agent',
      'Bisa kak, ongkir tukarnya ditanggung bersama. Kirim ke alamat toko ya, nanti saya kabari kalau sudah sampai',
    ],
    ['customer', 'Alamat tokonya di mana kak?'],
  ],
  [
    ['customer', 'Sudah transfer ya kak Rp{price} atas nama saya sendiri'],
    ['phone', 'Sudah masuk kak, terima kasih. Pesanan dikirim sore ini'],
    ['customer', 'Resinya minta dikirim ke sini ya'],
    ['agent', 'Siap, nanti malam saya kirim resinya kak'],
    ['customer', 'Oke ditunggu kak, jangan lupa ya soalnya mau dipakai hari {day}'],
  ],
  [
    ['customer', 'Hello, do you ship to Singapore?'],
    ['bot', 'Hi! Yes, we ship to Singapore. It takes 4 to 6 days.'],
    ['customer', 'Great. How much for two of the {item}, size {size}?'],
    ['agent', 'Two would be Rp{price} each, and shipping is Rp95.000 for both'],
    ['customer', 'OK, let me think about it'],
  ],
  [
    ['customer', 'P'],
    ['customer', 'Assalamualaikum'],
    ['customer', 'Ada promo gak kak?'],
    ['bot', 'Waalaikumsalam kak! Minggu ini beli 2 {item} gratis ongkir ke {city} 🎉'],
    ['customer', 'Katalognya mana kak'],
    ['bot', 'Katalog lengkap ada di https://toko.example.com/katalog ya kak'],
    ['customer', 'Oke saya lihat dulu'],
  ],
  [
    ['customer', 'Saya mau jadi reseller, syaratnya apa?'],
    [
      'agent',
      'Halo kak! Syaratnya mudah:\n1. Pembelian pertama minimal 6 potong\n2. Isi formulir\n3. Dapat harga khusus mulai Rp{price}',
    ],
    ['customer', 'Boleh campur model kak?'],
    ['agent', 'Boleh campur, kak. Mau saya kirim formulirnya?'],
    ['customer', 'Boleh kak, saya di {city}'],
  ],
  [
    ['customer', 'Kak ini warnanya beda sama di foto 😕 saya pesan {colour} yang datang {colour2}'],
    ['agent', 'Waduh, mohon maaf sekali kak 🙏 Boleh dikirim fotonya?'],
    ['customer', 'Nanti sore saya foto ya'],
    ['agent', 'Baik kak, nanti langsung kami ganti tanpa biaya'],
  ],
  [
    ['customer', 'COD bisa kak?'],
    ['bot', 'Bisa COD untuk {city} dan sekitarnya, kak.'],
    ['customer', 'Mau 1 {item} {colour} ukuran {size}, COD ya'],
    ['agent', 'Siap kak, boleh minta nama dan alamatnya?'],
    ['customer', 'Jl. Contoh No. 12, dekat pasar, {city}'],
    ['agent', 'Sudah saya catat, kurir datang besok ya kak'],
    ['customer', 'Sip 👍'],
  ],
]

/** One of the conversations, with goods, places and prices of its own. */
export function conversation(random: Random): Line[] {
  const fields: Record<string, string> = {
    item: random.pick(items),
    size: random.pick(sizes),
    colour: random.pick(colours),
    colour2: random.pick(colours),
    city: random.pick(cities),
    price: random.pick(prices),
    day: random.pick(days),
  }
  return random
    .pick(conversations)
    .map(([who, text]) => [who, text.replace(/\{(\w+)\}/g, (_, name) => fields[name] ?? '')])
}
