import * as z from 'zod/mini'
import { readable } from './phone.ts'

/** Somebody a text calls by `@` and digits. */
export const Mention = z.object({
  /** As they stand in the text. */
  digits: z.string(),
  /** As the participants of a group are named. */
  id: z.string(),
  name: z.optional(z.string()),
})
export type Mention = z.infer<typeof Mention>

/** What somebody without a name is called: by the number, if the id is one. */
export const numberIn = (id: string): string | undefined =>
  /^\d{7,15}@s\.whatsapp\.net$/.test(id) ? readable(`+${id.split('@')[0]}`) : undefined

/** A text cut at its mentions, which stand at the odd places. */
export function cutAtMentions(text: string, mentions: Mention[]): (string | Mention)[] {
  if (mentions.length === 0) return [text]
  const known = new Map(mentions.map((mention) => [mention.digits, mention]))
  return text.split(/(@\d{5,20})/).map((part, at) => (at % 2 && known.get(part.slice(1))) || part)
}

/** A text with its mentions by name, as far as names are known. */
export const withNames = (text: string, mentions: Mention[] = []): string =>
  cutAtMentions(text, mentions)
    .map((part) => (typeof part === 'string' ? part : `@${part.name ?? numberIn(part.id) ?? '…'}`))
    .join('')
