import * as z from 'zod/mini'
import type { ChatNews } from '../../../domain/news.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import { participantsIn } from './groups.ts'
import { own, readMessage } from './message.ts'
import { ChatId, nameIn, noiseIn, placeOf } from './place.ts'
import { mustBe } from './unreadable.ts'
import { Anything, Count, compact, fieldsOf, isoOf, list, Seconds, Url, words } from './values.ts'

/** A chat, a contact or a group: of all three these are what we use. */
const Chat = z.object({
  id: ChatId,
  type: words(20),
  name: words(200),
  pushname: words(200),
  chat_pic: Url,
  chat_pic_full: Url,
  profile_pic: Url,
  profile_pic_full: Url,
  unread: Count,
  labels: Anything,
})

const Label = z.object({ name: words(100), color: words(30) })

const labelsIn = (labels: unknown): ChatNews['labels'] =>
  list(100)
    .parse(labels)
    .flatMap((label) => {
      const { name, color } = fieldsOf(Label, label)
      return name ? [{ name, ...(color ? { color } : {}) }] : []
    })

/** What is told of a chat besides its messages. `changes` names what is new; without it, all of it may be. */
function newsIn(item: unknown, occasion: Occasion, changes?: unknown[]): Found {
  const chat = mustBe(Chat, item, 'chat')
  if (chat.type === 'newsletter' || chat.type === 'broadcast') return ignored(`${chat.type}s`)
  const noise = noiseIn(chat.id)
  if (noise) return ignored(noise)
  const { providerChatId } = placeOf(chat.id)
  const news = compact({
    name: nameIn(chat.name) ?? nameIn(chat.pushname),
    avatar: chat.chat_pic ?? chat.profile_pic ?? chat.chat_pic_full ?? chat.profile_pic_full,
    labels:
      Array.isArray(chat.labels) || changes?.includes('labels') ? labelsIn(chat.labels) : undefined,
    readUpTo: changes?.includes('unread') && chat.unread === 0 ? newestIn(item) : undefined,
  })
  const { channelId } = occasion
  const found: Found = {
    ...(news ? { chatNews: [{ channelId, providerChatId, ...news }] } : {}),
    ...participantsIn(item, providerChatId, channelId),
    ...(!changes || changes.includes('last_message') ? lastMessage(item, occasion) : {}),
  }
  return Object.keys(found).length ? found : ignored('chats without news')
}

/** When the newest of its messages was sent, as far as the provider tells. */
function newestIn(chat: unknown): string | undefined {
  const at = own(chat, 'timestamp') ?? own(own(chat, 'last_message'), 'timestamp')
  const seconds = Seconds.safeParse(at).data
  return seconds === undefined ? undefined : isoOf(seconds)
}

export const readChat = (item: unknown, occasion: Occasion): Found => newsIn(item, occasion)

/**
 * Some builds tell what is typed in the Business app only here. What has come as a message as well is found
 * stored.
 */
function lastMessage(chat: unknown, occasion: Occasion): Found {
  const last = own(chat, 'last_message')
  // A summary is no message, and there is none in an empty chat.
  if (own(last, 'id') === undefined || own(last, 'timestamp') === undefined) return {}
  const { ignored: _, ...found } = readMessage(
    { chat_id: own(chat, 'id'), ...Object(last) },
    occasion,
  )
  return found
}

const Changed = z.object({ after_update: Anything, changes: list(50) })

/** What has changed of a chat, a contact or a group. */
export function readChanged(item: unknown, occasion: Occasion): Found {
  const { after_update, changes } = mustBe(Changed, item, 'update')
  return newsIn(after_update, occasion, changes.length ? changes : undefined)
}
