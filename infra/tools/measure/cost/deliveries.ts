import { lastSent, variables } from './stand-ins.ts'

export const customer = { phone: '6281200000001', name: 'Sari Wulandari' }
const chat_id = `${customer.phone}@s.whatsapp.net`

/** As long as texts to a shop are; the preview in the list is full. */
export const text =
  'Halo kak, selamat siang. Mau tanya, stok kaos hitam lengan pendek ukuran L masih ada? Kalau ada saya pesan dua, kirim ke Bandung ya.'

let said = 0
const nextId = () => `QmT5yL0pVzR7${String(++said).padStart(4, '0')}.aS3J-gCcount`
const now = () => Math.floor(Date.now() / 1000)

const delivery = (field: 'messages' | 'statuses', item: object) =>
  JSON.stringify({
    [field]: [item],
    event: { type: field, event: 'post' },
    channel_id: variables.WHAPI_CHANNEL_ID,
  })

/** Each time a little else: who says the same again and again is a machine to the bot. */
const textNow = () => text.replace('dua', String(100 + (said % 900)))

/** The customer writes. */
export const written = () =>
  delivery('messages', {
    id: nextId(),
    from_me: false,
    type: 'text',
    chat_id,
    timestamp: now(),
    source: 'mobile',
    text: { body: textNow() },
    from: customer.phone,
    from_name: customer.name,
    chat_name: customer.name,
  })

/** What we sent last comes back to us. */
export const echo = () =>
  delivery('messages', {
    id: lastSent.id,
    from_me: true,
    type: 'text',
    chat_id,
    timestamp: now(),
    source: 'api',
    device_id: 11,
    status: 'pending',
    text: { body: lastSent.body },
    from: '6281200000000',
  })

/** A tick of what we sent last. */
export const tick = (status: 'sent' | 'delivered' | 'read') =>
  delivery('statuses', {
    id: lastSent.id,
    code: { sent: 2, delivered: 3, read: 4 }[status],
    status,
    recipient_id: chat_id,
    timestamp: String(now()),
  })
