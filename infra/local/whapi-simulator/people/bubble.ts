import type { Message, Stored } from '../state.ts'
import { addressesOf, customerOf, groupOf, storedOf, type World } from '../world.ts'

/** A message as the customer's phone shows it. */
export interface Bubble {
  id: string
  from: 'customer' | 'shop'
  kind: string
  text: string
  /** UNIX seconds. */
  timestamp: number
  status: string
  /** In a group: who wrote it. */
  name?: string
  poll?: { name: string; votes: number }[]
  quoted?: string
  /** Where its picture is. */
  picture?: string
  reactions: string[]
  edited: boolean
  deleted: boolean
}

const textKeys = ['body', 'caption', 'title', 'text', 'name', 'filename', 'address']

/** What a message says: its words, or the caption, or the name of what it carries. */
export function textOf(message: Message): string {
  const content = message[message.type]
  if (typeof content !== 'object' || content === null) return ''
  const said = content as Record<string, unknown>
  const { buttons_reply, list_reply } = said as Record<string, Record<string, unknown>>
  const words = textKeys.map((key) => said[key] ?? (buttons_reply ?? list_reply)?.[key])
  return words.find((word): word is string => typeof word === 'string') ?? ''
}

function pictureOf(world: World, message: Message): string | undefined {
  const { type } = message
  if (type !== 'image' && type !== 'sticker') return undefined
  const { id } = (message[type] ?? {}) as { id?: string }
  return world.state.media.some((media) => media.id === id) ? `/files/${id}` : undefined
}

function pollOf({ poll }: Message): Bubble['poll'] {
  const { results } = (poll ?? {}) as { results?: { name: string; count: number }[] }
  return results?.map(({ name, count }) => ({ name, votes: count }))
}

export function bubbleOf(world: World, stored: Stored): Bubble {
  const { message, tick, edited = false, deleted = false, reactions } = stored
  const quotedId = (message.context as { quoted_id?: string } | undefined)?.quoted_id
  const picture = deleted ? undefined : pictureOf(world, message)
  const quoted = quotedId && storedOf(world, quotedId)
  const poll = deleted ? undefined : pollOf(message)
  return {
    id: message.id,
    from: message.from_me ? 'shop' : 'customer',
    kind: message.type,
    text: deleted ? '' : textOf(message),
    timestamp: message.timestamp,
    status: (message.from_me ? message.status : tick) ?? 'sent',
    ...(groupOf(world, message.chat_id) && { name: String(message.from_name ?? '') }),
    ...(quoted && { quoted: textOf(quoted.message) }),
    ...(picture && { picture }),
    ...(poll && { poll }),
    reactions: Object.values(reactions).filter((emoji) => emoji !== ''),
    edited,
    deleted,
  }
}

/** The phone page hears of a new or changed message. */
export function show(world: World, stored: Stored): void {
  world.changed()
  const { chat_id } = stored.message
  const person = customerOf(world, chat_id)
  const phone = person?.phone ?? groupOf(world, chat_id)?.id
  if (!phone) return
  const addresses = person ? addressesOf(person) : [chat_id]
  const last = world.state.messages.findLast(({ message }) => addresses.includes(message.chat_id))
  world.news.tell({
    type: 'bubble',
    phone,
    bubble: bubbleOf(world, stored),
    latest: last === stored,
  })
}
