import type { BotTexts } from '../../shared/answering/texts.ts'
import { usualBack } from './back.ts'

/** What the bot says and listens for where the shop has nothing of its own. */
export const usualTexts: BotTexts = {
  canned: [
    {
      name: 'thanks',
      keywords: {
        id: ['terima kasih', 'makasih', 'makasi', 'trims', 'thx'],
        en: ['thank you', 'thanks'],
      },
      text: {
        id: 'Sama-sama! Senang bisa membantu. 🙏',
        en: 'You are welcome! Happy to help. 🙏',
      },
    },
    {
      name: 'hours',
      keywords: {
        id: [
          'jam buka',
          'buka jam',
          'jam berapa',
          'jam operasional',
          'tutup jam',
          'hari apa',
          'buka',
        ],
        en: ['opening hours', 'open', 'close', 'hours', 'what time'],
      },
      text: {
        id: 'Kami buka Senin–Sabtu, pukul 09.00–17.00 WIB.',
        en: 'We are open Monday to Saturday, 09:00–17:00 (WIB).',
      },
    },
    {
      name: 'price',
      keywords: {
        id: ['harga', 'berapa', 'biaya', 'ongkir', 'diskon', 'promo'],
        en: ['price', 'prices', 'cost', 'how much', 'discount'],
      },
      text: {
        id: 'Untuk harga, sebutkan nama barang dan ukurannya. Tim kami segera mengirim harga terbaru.',
        en: 'For a price, tell us the product and the size. Our team will send you the current one.',
      },
    },
    {
      name: 'address',
      keywords: {
        id: ['alamat', 'lokasi', 'di mana', 'dimana', 'maps'],
        en: ['address', 'location', 'where'],
      },
      text: {
        id: 'Alamat toko kami ada di profil WhatsApp ini. Sampai jumpa!',
        en: 'Our address is on this WhatsApp profile. See you there!',
      },
    },
    {
      name: 'greeting',
      keywords: {
        id: [
          'halo',
          'hai',
          'hallo',
          'assalamualaikum',
          'permisi',
          'selamat pagi',
          'selamat siang',
          'selamat sore',
          'selamat malam',
          'pagi',
          'siang',
          'sore',
          'malam',
          'p',
        ],
        en: ['hello', 'hi', 'hey', 'good morning', 'good afternoon', 'good evening'],
      },
      text: {
        id: 'Halo! Terima kasih sudah menghubungi kami. Ada yang bisa kami bantu? Ketik "admin" kalau ingin bicara dengan orang.',
        en: 'Hello! Thank you for writing to us. How can we help? Write "human" to talk to a person.',
      },
    },
  ],
  fallback: {
    id: 'Terima kasih, pesan Anda sudah kami terima. Ketik "admin" kalau ingin bicara dengan orang.',
    en: 'Thank you, we have your message. Write "human" to talk to a person.',
  },
  handover: {
    keywords: {
      id: [
        'admin',
        'cs',
        'customer service',
        'operator',
        'agen',
        'manusia',
        'orang asli',
        'bicara dengan orang',
        'ngobrol dengan orang',
        'minta orang',
        'dengan orang',
      ],
      en: [
        'human',
        'agent',
        'person',
        'real person',
        'representative',
        'talk to someone',
        'support team',
      ],
    },
    text: {
      id: 'Baik, tim kami akan segera membalas Anda di sini.',
      en: 'Sure, a person from our team will answer you here.',
    },
  },
  back: usualBack,
  away: {
    id: 'Terima kasih sudah menghubungi kami. Toko sedang tutup; pesan Anda kami balas begitu kami buka lagi.',
    en: 'Thank you for writing to us. We are closed now and will answer you as soon as we open again.',
  },
  instructions:
    'You answer customers of a small shop on WhatsApp. Be brief, friendly and honest, in the language of the customer. Never invent prices, stock or promises; if you do not know, say that a person will help and that writing "admin" brings one.',
}

/** The shop's own texts, and the usual ones for the rest. */
export const textsOf = (own: Partial<BotTexts>): BotTexts => ({ ...usualTexts, ...own })
