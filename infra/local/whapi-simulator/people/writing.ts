import { strike } from '../faults.ts'
import { anyFile, fileOf, storeMedia } from '../files/files.ts'
import { newMessageId, seconds } from '../ids.ts'
import { check, WhapiProblem } from '../problem.ts'
import { type Customer, Message } from '../state.ts'
import { groupOf, storedOf, type World } from '../world.ts'
import { contextOf } from './keeping.ts'
import { sampleOf } from './samples.ts'

export interface Writing {
  text?: string | undefined
  id?: string | undefined
  timestamp?: number | undefined
  kind?: string | undefined
  /** A group's id, or one of the places that are no conversations. */
  chat?: string | undefined
  /** Hides the number for this message, or shows it whatever else is set. */
  lid?: boolean | undefined
  quoted?: string | undefined
  [content: string]: unknown
}

/** Where WhatsApp shows what nobody writes to a shop. */
export const elsewhere: Record<string, string> = {
  stories: 'stories',
  status: 'status@broadcast',
  broadcast: '1795219200@broadcast',
  newsletter: '120363041234567890@newsletter',
}

/** WhatsApp makes a link preview of a text with an address in it. */
const kindOf = (text: string): string => (/https?:\/\/\S/.test(text) ? 'link_preview' : 'text')

export function contentOf(world: World, kind: string, text: string, written: unknown): unknown {
  const given = typeof written === 'object' && written !== null ? written : {}
  if (kind === 'text') return { body: text, ...given }
  if (kind === 'link_preview' && text) {
    return { body: text, url: text.match(/https?:\/\/\S+/)?.[0], ...given }
  }
  const file = Object.hasOwn(anyFile, kind) ? anyFile[kind] : undefined
  if (!file) return written ?? sampleOf(kind, text) ?? (text ? { body: text } : undefined)
  const media = storeMedia(world, file.mime, file.base64)
  const linked = world.state.settings.media.auto_download?.some((each) => each === kind) ?? false
  return { ...fileOf(world, media, linked), ...file.more, ...(text && { caption: text }), ...given }
}

/** The message that a customer's writing becomes on the way to the shop. */
export function composed(world: World, person: Customer, writing: Writing): Message {
  const { text = '', id, timestamp, kind = kindOf(text), chat, lid, quoted, ...raw } = writing
  if (id && storedOf(world, id)) throw new WhapiProblem(409, 'a message with this id exists')
  const hides = lid ?? person.hidden ?? strike(world.faults, 'useLid') !== undefined
  const from = hides ? person.lid : person.phone
  const group = chat ? groupOf(world, chat) : undefined
  const chatId = chat ? (elsewhere[chat] ?? chat) : hides ? from : `${from}@s.whatsapp.net`
  const content = contentOf(world, kind, text, raw[kind])
  return check(Message, {
    id: id ?? newMessageId(chatId),
    from_me: false,
    type: kind,
    chat_id: chatId,
    timestamp: timestamp ?? seconds(),
    source: 'mobile',
    from,
    from_name: person.name,
    chat_name: group?.subject ?? person.name,
    ...(quoted && { context: contextOf(world, quoted) }),
    ...raw,
    ...(content !== undefined && { [kind]: content }),
  })
}
