import * as z from 'zod/mini'
import type { IgnoredName } from '../../../../shared/ignored.ts'
import type { Amendment } from '../../../domain/news.ts'
import { saidIn } from './content.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import type { Message } from './message.ts'
import { personOf, placeOf } from './place.ts'
import { odd } from './unreadable.ts'
import { Anything, fieldsOf, Id, isoOf, maybe, Spoken, words } from './values.ts'

export const Action = z.object({
  type: words(40),
  target: maybe(Id),
  /** Empty or missing: taken back. */
  emoji: z.optional(z.nullable(z.string())),
  edited_type: words(50),
  edited_content: Anything,
})

/** How builds without actions told a reaction. */
const OldReaction = z.object({
  target: maybe(Id),
  id: maybe(Id),
  msg_id: maybe(Id),
  emoji: Spoken,
  text: Spoken,
})

/** Actions that change nothing we show, by what they are. */
const unused = new Map<string, IgnoredName>([
  ['vote', 'votes'],
  ['pin', 'pins'],
  ['unpin', 'pins'],
  ['comment', 'comments'],
  ['event_response', 'event responses'],
  ['ephemeral', 'disappearing messages'],
  ['media_notify', 'media notices'],
])

/** Longer than any emoji, even one of a family with four skin colours. */
const longestEmoji = 64

/** Who did it, to which conversation, and when: what every amendment says. */
export function amendmentOf(
  message: Pick<Message, 'chat_id' | 'from_me' | 'from' | 'from_name' | 'timestamp'>,
  targetId: string,
  change: Amendment['change'],
  channelId: string,
): Amendment {
  const { providerChatId, isGroup } = placeOf(message.chat_id)
  const person = (isGroup && personOf(message.from)?.providerChatId) || 'customer'
  return {
    channelId,
    providerChatId,
    targetId,
    at: isoOf(message.timestamp),
    by: message.from_me
      ? { sender: 'phone', person: 'us' }
      : { sender: 'customer', person, name: message.from_name },
    change,
  }
}

/** What an action makes of the message it is about; the name of the action if nothing. */
export function changeIn(action: z.infer<typeof Action>): Amendment['change'] | IgnoredName {
  switch (action.type) {
    case 'reaction': {
      const emoji = Spoken.parse(action.emoji) ?? ''
      if (emoji.length > longestEmoji) throw odd('action', 'malformed', 'this is no emoji')
      return { kind: 'reaction', emoji }
    }
    case 'edit':
    case 'edited': {
      const said = saidIn(action.edited_type ?? 'text', action.edited_content)
      if (!said.text) throw odd('action', 'incomplete', 'an edit without words')
      return { kind: 'edit', text: said.text, content: said.content }
    }
    case 'delete':
      return { kind: 'deletion' }
    default: {
      const name = unused.get(action.type ?? '')
      if (!name) throw odd('action', 'unknown_kind', 'of an unknown type')
      return name
    }
  }
}

/** A reaction, an edit, a deletion. It is never a line of its own. */
export function readAction(message: Message, reaction: unknown, { channelId }: Occasion): Found {
  const action = message.action ?? (message.type === 'reaction' ? oldAction(reaction) : undefined)
  if (!action) throw odd('action', 'incomplete', 'it does not say which')
  const change = changeIn(action)
  if (typeof change === 'string') return ignored(change)
  if (!action.target) throw odd('action', 'incomplete', 'it does not say on which message')
  return { amendments: [amendmentOf(message, action.target, change, channelId)] }
}

function oldAction(reaction: unknown): z.infer<typeof Action> {
  const { target, msg_id, id, emoji, text } = fieldsOf(OldReaction, reaction)
  return {
    type: 'reaction',
    target: target ?? msg_id ?? id,
    emoji: emoji ?? text,
    edited_content: undefined,
  }
}
