import * as z from 'zod/mini'
import type { Mention } from '../../../../shared/mention.ts'
import type { Message } from '../../../../shared/message.ts'
import { saidIn } from './content.ts'
import { ChatId, type Place, personOf } from './place.ts'
import { Anything, cut, fieldsOf, Id, list, maybe, words } from './values.ts'

const Context = z.object({
  quoted_id: maybe(Id),
  quoted_type: words(50),
  quoted_content: Anything,
  quoted_author: words(100),
  mentions: list(200),
})

interface Quoting {
  context?: unknown
  from?: string | undefined
  from_me: boolean
  from_name?: string | undefined
  chat_name?: string | undefined
}

/** Which message it answers, and what that said; it may be one we never had. */
export function quotedIn(message: Quoting, place: Place): Message['quoted'] {
  const { quoted_id, quoted_type, quoted_content, quoted_author } = fieldsOf(
    Context,
    message.context,
  )
  if (!quoted_id) return undefined
  const said = quoted_type ? saidIn(quoted_type, quoted_content) : saidIn('text', quoted_content)
  return {
    id: quoted_id,
    text: cut(said.text, 200) || undefined,
    kind: quoted_type ? said.kind : undefined,
    senderName: authorName(quoted_author, message, place),
    senderId: place.isGroup ? personOf(quoted_author)?.providerChatId : undefined,
  }
}

/** Whom it calls by name; a mention of all is words like any other. */
export function mentionsIn(context: unknown): Mention[] | undefined {
  const mentions = fieldsOf(Context, context).mentions.flatMap((written) => {
    const id = ChatId.safeParse(written).data
    const person = id === undefined ? undefined : personOf(id)
    const digits = id?.match(/^\d{5,20}(?=@|$)/)?.[0]
    return person && !person.isGroup && digits ? [{ digits, id: person.providerChatId }] : []
  })
  return mentions.length ? mentions : undefined
}

/** Known of those who quote themselves, and of the customer whom we quote. */
function authorName(author: string | undefined, message: Quoting, place: Place) {
  const person = personOf(author)?.providerChatId
  if (!person) return undefined
  if (!message.from_me && person === personOf(message.from)?.providerChatId)
    return message.from_name
  return person === place.providerChatId ? message.chat_name : undefined
}
