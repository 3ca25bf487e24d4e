import * as z from 'zod/mini'
import type { Content } from '../../../../shared/content.ts'
import { contacts } from './cards.ts'
import { file, mediaIn } from './files.ts'
import { reply, template } from './templates.ts'
import { happening, link, location, order, poll } from './things.ts'
import { compact, Flag, fieldsOf, Spoken, words } from './values.ts'
import { wordsIn } from './wording.ts'

/** What a message says and carries. */
export interface Said {
  text: string
  content?: Content
}

const groupInvite = 'https://chat.whatsapp.com/'
const newsletterInvite = 'https://whatsapp.com/channel/'

const Text = z.object({ body: Spoken })
const Call = z.object({ status: words(40), video: Flag, video_call: Flag })

const text = (content: unknown): Said => {
  const { body = '' } = fieldsOf(Text, content)
  return { ...template(content), text: body || wordsIn(content) }
}

const call = (content: unknown): Said => {
  const { status, video, video_call } = fieldsOf(Call, content)
  const told = status ? { status, video: (video ?? video_call) === true } : undefined
  return { text: wordsIn(content), content: compact({ call: told }) }
}

/** How each kind is read (support.whapi.cloud, "Incoming message"). */
const kinds = new Map<string, (content: unknown) => Said>([
  ['text', text],
  ...['image', 'video', 'gif', 'short', 'audio', 'voice', 'document', 'sticker'].map(
    (kind) => [kind, file] as const,
  ),
  ...['interactive', 'buttons', 'list', 'hsm', 'carousel'].map((kind) => [kind, template] as const),
  ['location', (content) => location(content)],
  ['live_location', (content) => location(content, true)],
  ['contact', contacts],
  ['contact_list', contacts],
  ['poll', poll],
  ['reply', reply],
  ['order', order],
  ['event', happening],
  ['link_preview', (content) => link(content)],
  ['catalog', (content) => link(content)],
  ['group_invite', (content) => link(content, groupInvite)],
  ['newsletter_invite', (content) => link(content, newsletterInvite)],
  ['call', call],
])

/** Names that older builds gave, or that mean the same to a reader. */
const sameAs = new Map([
  ['ptt', 'voice'],
  ['documentWithCaption', 'document'],
])

/** Words, and a file if there is one: so are kinds read that nobody has seen yet. */
const anything = (content: unknown): Said => {
  const media = mediaIn(content)
  return {
    text: wordsIn(content),
    content: compact({ media: media?.mimeType ? media : undefined }),
  }
}

/** What we call a kind, and what a message of it says. A text with a link in it is a text. */
export function saidIn(type: string, content: unknown): Said & { kind: string } {
  const kind = sameAs.get(type) ?? type
  const said = (kinds.get(kind) ?? anything)(content)
  return { kind: kind === 'link_preview' && fieldsOf(Text, content).body ? 'text' : kind, ...said }
}
