import { strike } from '../faults.ts'
import { chatIdOf, newMessageId, seconds } from '../ids.ts'
import { show } from '../people/bubble.ts'
import { live } from '../people/statuses.ts'
import { notFound, WhapiProblem } from '../problem.ts'
import { customer, type Message, type Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { customerOf, storedOf, type World } from '../world.ts'
import { announceChat } from './chats.ts'
import type { SendKind } from './content.ts'
import { takeMedia } from './media.ts'

const instructions = [
  'no_encode',
  'no_cache',
  'no_link_preview',
  'wide_link_preview',
  'typing_time',
]

/** The words of a send, as the content of the message it becomes. */
function contentOf(world: World, kind: SendKind, input: Record<string, unknown>) {
  const { to: _to, quoted: _quoted, edit: _edit, mentions: _mentions, ...rest } = input
  for (const name of instructions) delete rest[name]
  if (kind === 'poll') {
    const { title, options, count = 0 } = rest
    return { title, options, vote_limit: count, total: 0, results: [] }
  }
  if (typeof rest.media !== 'string') return rest
  const { media, mime_type, ...described } = rest
  return { ...takeMedia(world, media, mime_type as string | undefined), ...described }
}

/** What a reply shows of the message it answers; an unknown one is kept by its id. */
export function contextOf(world: World, quotedId: string) {
  const quoted = storedOf(world, quotedId)?.message
  if (!quoted) return { quoted_id: quotedId }
  return {
    quoted_id: quotedId,
    quoted_type: quoted.type,
    quoted_content: quoted[quoted.type],
    quoted_author: quoted.from,
  }
}

/** Whoever is written to is a person with a phone from then on. */
export function meet(world: World, chatId: string, name?: string): void {
  const [phone = '', host] = chatId.split('@')
  if (host !== 's.whatsapp.net' || customerOf(world, chatId)) return
  world.state.customers.push(customer(phone, name ?? phone))
  world.news.tell({ type: 'customers' })
}

export function keep(world: World, message: Message, tick?: Stored['tick']): Stored {
  const stored: Stored = {
    message,
    reactions: { customer: '', shop: '' },
    ...(tick && { tick }),
  }
  world.state.messages.push(stored)
  show(world, stored)
  return stored
}

/** Takes a send: kept, echoed, and its statuses follow by themselves. */
export function send(world: World, kind: SendKind, input: Record<string, unknown>): Message {
  const { to, quoted, edit } = input as { to: string; quoted?: string; edit?: string }
  const chatId = chatIdOf(to)
  const content = contentOf(world, kind, input)
  if (edit) return editOwn(world, edit, kind, content)
  meet(world, chatId)
  const stored = keep(world, {
    id: newMessageId(chatId),
    from_me: true,
    type: kind,
    chat_id: chatId,
    timestamp: seconds(),
    source: 'api',
    device_id: 11,
    status: 'pending',
    [kind]: content,
    ...(quoted && { context: contextOf(world, quoted) }),
    from: world.owner.phone,
  })
  stored.accepted = true
  if (!strike(world.faults, 'noEcho')) {
    announce(world, 'messages', 'post', chatId, { messages: [stored.message] })
  }
  announceChat(world, chatId)
  const fails = strike(world.faults, 'failAfterAccept') !== undefined
  if (!strike(world.faults, 'noStatuses')) live(world, stored, { fails })
  return structuredClone(stored.message)
}

function editOwn(world: World, id: string, kind: SendKind, content: object): Message {
  const stored = storedOf(world, id)
  if (!stored) throw notFound('message')
  if (!stored.message.from_me) throw new WhapiProblem(403, 'only own messages can be edited')
  return change(world, stored, kind, content, {
    from: world.owner.phone,
    from_me: true,
    source: 'api',
  })
}

/** An edit by either side: the old and the new message travel in one `messages.patch`. */
export function change(
  world: World,
  stored: Stored,
  kind: string,
  content: object,
  by: { from: string; from_me: boolean; source: string },
): Message {
  const before = structuredClone(stored.message)
  const { id, chat_id } = before
  Object.assign(stored.message, { type: kind, [kind]: content })
  stored.edited = true
  const trigger: Message = {
    id: newMessageId(chat_id),
    type: 'action',
    chat_id,
    timestamp: seconds(),
    action: { target: id, type: 'edit', edited_type: kind, edited_content: content },
    ...by,
  }
  announce(world, 'messages', 'patch', chat_id, {
    messages_updates: [
      { id, trigger, before_update: before, after_update: stored.message, changes: [kind] },
    ],
  })
  show(world, stored)
  return trigger
}
