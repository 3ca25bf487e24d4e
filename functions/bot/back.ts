import type { Reply } from '../../shared/answering/texts.ts'

/** What brings the bot back, where the shop has nothing of its own; apart, since each message is looked at for it. */
export const usualBack: Reply = {
  keywords: {
    id: ['bot', 'kembali ke bot', 'ke bot', 'pakai bot'],
    en: ['back to bot', 'back to the bot', 'talk to the bot', 'use the bot'],
  },
  text: {
    id: 'Asisten otomatis aktif kembali. Ada yang bisa dibantu?',
    en: 'The automatic assistant is back. How can I help?',
  },
}
