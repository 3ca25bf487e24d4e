import type { FirstRunWords } from './en.ts'

export const words: FirstRunWords = {
  title: 'Belum ada chat',
  agent:
    'Chat muncul sendiri di sini saat pelanggan menulis, atau saat admin memberikannya kepada Anda.',
  admin: 'Beberapa langkah saja, lalu chat pertama muncul sendiri di sini.',
  connected: 'WhatsApp sudah tersambung.',
  connect: 'Sambungkan WhatsApp',
  write: 'Tulis ke nomor toko dari ponsel lain. Bot langsung menjawab.',
  settings: 'Atur teks bot dan jam buka',
  team: 'Ajak tim Anda',
}
