import * as z from 'zod/mini'
import type { Message } from '../../../../shared/message.ts'
import { saidIn } from './content.ts'
import { type Place, personOf } from './place.ts'
import { Anything, cut, fieldsOf, Id, maybe, words } from './values.ts'

const Context = z.object({
  quoted_id: maybe(Id),
  quoted_type: words(50),
  quoted_content: Anything,
  quoted_author: words(100),
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
  }
}

/** Known of those who quote themselves, and of the customer whom we quote. */
function authorName(author: string | undefined, message: Quoting, place: Place) {
  const person = personOf(author)?.providerChatId
  if (!person) return undefined
  if (!message.from_me && person === personOf(message.from)?.providerChatId)
    return message.from_name
  return person === place.providerChatId ? message.chat_name : undefined
}
