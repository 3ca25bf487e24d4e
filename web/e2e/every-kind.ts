import { sim } from './sim.ts'

interface Written {
  message: { id: string }
}

const kinds = [
  'image',
  'video',
  'gif',
  'short',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'live_location',
  'contact',
  'contact_list',
  'poll',
  'link_preview',
  'buttons',
  'list',
  'hsm',
  'interactive',
  'reply',
  'order',
  'product',
  'event',
  'group_invite',
  'newsletter_invite',
  'system',
  'unknown',
  'hologram',
]

/** A customer writes one message of every kind, changes some, and calls. */
export async function everyKind(from: string, name: string): Promise<void> {
  const write = (fields: object) => sim<Written>('messages', { from, name, ...fields })
  const act = (fields: object) => sim('actions', { from, ...fields })

  const first = await write({ text: 'Halo kak, lihat https://toko.example.com/kaos ya' })
  for (const kind of kinds) await write({ kind })
  await write({ text: 'Yang ini kak', quoted: first.message.id })
  await act({ type: 'reaction', target: first.message.id, emoji: '👍' })
  const changed = await write({ text: 'Kaos ukuran M' })
  await act({ type: 'edit', target: changed.message.id, text: 'Kaos ukuran L' })
  const gone = await write({ text: 'Salah kirim' })
  await act({ type: 'delete', target: gone.message.id })
  await sim('phone-calls', { from })
  await write({ text: 'Sudah semuanya' })
}

/** A delivery that nobody can read. */
export const unreadable = () =>
  sim('deliver', { payload: { messages: [{ id: 1, type: 'text' }], channel_id: 'MANTIS-M72HC' } })
