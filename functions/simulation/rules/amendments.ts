import type { Held } from '../whatsapp/messages.ts'
import { world } from '../world.ts'
import { isErased } from './erased.ts'
import { byProviderId } from './heard.ts'
import type { MessageItem } from './records.ts'

/** What the newest change of a kind made of a message; undefined where a second does not tell which it is. */
function newest({ changes }: Held, is: string, fromMe?: boolean) {
  const all = changes.filter((it) => it.is === is && (fromMe ?? it.fromMe) === it.fromMe)
  const last = Math.max(...all.map(({ atS }) => atS))
  const latest = all.filter(({ atS }) => atS === last)
  const values = new Set(latest.map(({ value }) => value))
  return values.size === 1 ? latest[0] : undefined
}

interface Amended {
  deletedAt?: string
  pending?: { error?: object }[]
  reactions?: { emoji: string; sender: string }[]
}

/** What was done to a message shows on it, in whatever order we heard of it. */
export function checkAmendments(shown: Map<string, Amended & { text: string }>) {
  const { provider, violate, records, seen } = world()
  for (const held of provider.held) {
    const [stored] = byProviderId(held.id)
    const message = stored && shown.get(stored.id)
    // What was sent once more is two messages at WhatsApp and one here.
    if (
      !message ||
      isErased(held.id) ||
      seen.lives.get(`chat#${stored.chatId} ${stored.key}`)?.resends
    )
      continue
    const isDeleted = held.changes.some(({ is }) => is === 'delete')
    if (isDeleted !== Boolean(message.deletedAt))
      violate('amendment', `${held.id} is${isDeleted ? '' : ' not'} deleted, and shown otherwise`)
    const edit = newest(held, 'edit')
    if (edit && !isDeleted && message.text !== edit.value)
      violate('amendment', `${held.id} says "${edit.value}", and is shown as "${message.text}"`)
    const reaction = newest(held, 'reaction', false)
    const emoji = message.reactions?.find(({ sender }) => sender === 'customer')?.emoji ?? ''
    if (reaction && !isDeleted && emoji !== reaction.value)
      violate('amendment', `${held.id} has "${reaction.value}", and is shown with "${emoji}"`)
  }
  for (const message of records.messages() as (MessageItem & Amended)[])
    if (message.pending?.some(({ error }) => !error))
      violate('amendment', `${message.id} still waits to be changed`)
}
