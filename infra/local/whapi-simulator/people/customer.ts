import * as z from 'zod'
import { announceChat } from '../api/chats.ts'
import { MessageId } from '../api/content.ts'
import { anyFile, fileOf, storeMedia } from '../api/media.ts'
import { change, contextOf, keep } from '../api/sends.ts'
import { strike } from '../faults.ts'
import { newMessageId, seconds } from '../ids.ts'
import { check, notFound, WhapiProblem } from '../problem.ts'
import { type Customer, Message } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { storedOf, type World } from '../world.ts'
import { react, revoke } from './actions.ts'

export interface Writing {
  text?: string | undefined
  id?: string | undefined
  timestamp?: number | undefined
  kind?: string | undefined
  /** Hides the number for this message, or shows it whatever the faults say. */
  lid?: boolean | undefined
  quoted?: string | undefined
  [content: string]: unknown
}

/** WhatsApp makes a link preview of a text with an address in it. */
const kindOf = (text: string): string => (/https?:\/\/\S/.test(text) ? 'link_preview' : 'text')

function contentOf(world: World, kind: string, text: string, written: unknown): unknown {
  const given = typeof written === 'object' && written !== null ? written : {}
  if (kind === 'text') return { body: text, ...given }
  if (kind === 'link_preview') {
    return { body: text, url: text.match(/https?:\/\/\S+/)?.[0], ...given }
  }
  const file = Object.hasOwn(anyFile, kind) ? anyFile[kind] : undefined
  if (!file) return written ?? (text ? { body: text } : undefined)
  const media = storeMedia(world, file.mime, file.base64)
  const linked = world.state.settings.media.auto_download?.some((each) => each === kind) ?? false
  return { ...fileOf(world, media, linked), ...(text && { caption: text }), ...given }
}

/** A customer writes, or acts on a message: kind `action`, with an action object as WHAPI has it. */
export function writeAsCustomer(world: World, person: Customer, writing: Writing): Message {
  const { text = '', id, timestamp, kind = kindOf(text), lid, quoted, ...raw } = writing
  if (id && storedOf(world, id)) throw new WhapiProblem(409, 'a message with this id exists')
  const hides = lid ?? strike(world.faults, 'useLid') !== undefined
  const from = hides ? person.lid : person.phone
  const chatId = hides ? person.lid : `${person.phone}@s.whatsapp.net`
  if (kind === 'action') return act(world, from, raw.action)
  const content = contentOf(world, kind, text, raw[kind])
  const message = check(Message, {
    id: id ?? newMessageId(chatId),
    from_me: false,
    type: kind,
    chat_id: chatId,
    timestamp: timestamp ?? seconds(),
    source: 'mobile',
    from,
    from_name: person.name,
    chat_name: person.name,
    ...(quoted && { context: contextOf(world, quoted) }),
    ...raw,
    ...(content !== undefined && { [kind]: content }),
  })
  keep(world, message, message.from_me ? undefined : 'sent')
  announce(world, 'messages', 'post', message.chat_id, { messages: [message] })
  announceChat(world, message.chat_id)
  return message
}

const Action = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('reaction'), target: MessageId, emoji: z.string().default('') }),
  z.looseObject({ type: z.literal('delete'), target: MessageId }),
  z.looseObject({
    type: z.literal('edit'),
    target: MessageId,
    edited_content: z.record(z.string(), z.unknown()),
  }),
])

function act(world: World, from: string, given: unknown): Message {
  const action = check(z.object({ action: Action }), { action: given }).action
  const stored = storedOf(world, action.target)
  if (!stored) throw notFound('target message')
  const by = { from, from_me: false, source: 'mobile' }
  if (action.type === 'reaction') return react(world, stored, by, action.emoji)
  if (action.type === 'delete') return revoke(world, stored, by)
  return change(world, stored, stored.message.type, action.edited_content, by)
}

/** Whether somebody is online or typing, told to webhooks that want presences. */
export function announcePresence(world: World, { phone }: Customer, status: string): void {
  announce(world, 'presences', 'post', `${phone}@s.whatsapp.net`, {
    presences: [{ contact_id: phone, status, last_seen: seconds() }],
  })
}
