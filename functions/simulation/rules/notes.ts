import { isDeepStrictEqual } from 'node:util'
import { world } from '../world.ts'
import { type ChatItem, type Item, isMessage, type MessageItem, type Send } from './records.ts'

export const isNote = ({ kind }: Item): boolean => kind === 'note'

/** A note is for the team: it never waits to be sent, and is never told from what WhatsApp knows. */
export function checkNote(key: string, note: MessageItem) {
  const { violate } = world()
  if (note.status !== 'received') violate('note', `${key}: a note is ${note.status}`)
  if (note.providerId) violate('note', `${key}: a note is known to WhatsApp as ${note.providerId}`)
  if (note.outbox) violate('note', `${key}: a note stands in the outbox`)
}

/** Nothing was said: what the list shows, and what is unread, stay as they are. */
export function checkQuiet(key: string, before: ChatItem, after: ChatItem) {
  const { violate } = world()
  const shown = ({ lastMessage, lastSeq, readSeq }: ChatItem) => [lastMessage, lastSeq - readSeq]
  if (!isDeepStrictEqual(shown(before), shown(after)))
    violate('note', `${key}: a note changed what the list shows`)
}

/** Nobody asks the provider to send one, under whatever lease. */
export function checkNoNoteSent({ key, body }: Send) {
  const { violate, records } = world()
  const leased = records.items.get(key ?? '')
  if (isMessage(leased) && isNote(leased)) violate('note', `${key} is sent: "${body}"`)
  const own = records.messages().filter(({ text }) => text.trim() === body.trim())
  if (own.length > 0 && own.every(isNote))
    violate('note', `the words of a note are sent: "${body}"`)
}
