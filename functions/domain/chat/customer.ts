import type { ChatNews } from '../news.ts'
import { type ChatState, chatIdOf } from './chat-state.ts'
import * as Person from './person.ts'
import { changeChat, findChat } from './store.ts'

/**
 * What WhatsApp says of a customer or a group: name, picture, labels. A name somebody of the team chose
 * stays. Undefined when it is no news, or of somebody who never wrote.
 */
export async function update(news: ChatNews): Promise<ChatState | undefined> {
  const id = chatIdOf(news.channelId, news.providerChatId)
  const known = await findChat(id)
  // Who never wrote may still be somebody in a group.
  if (!known && news.name && !news.providerChatId.endsWith('@g.us'))
    await Person.remember(news.channelId, news.providerChatId, news.name)
  if (!known || !isNews(known, news)) return undefined
  const { chat } = await changeChat(id, (before = known) => ({
    chat: isNews(before, news)
      ? { ...before, ...told(before, news), updatedAt: new Date().toISOString() }
      : before,
    result: undefined,
  }))
  return chat
}

/** What the chat would be like after the news. */
function told(chat: ChatState, { name, avatar, labels }: ChatNews) {
  const isName = name && !chat.namedByUs
  return {
    customer: {
      ...chat.customer,
      ...(isName ? { name } : {}),
      ...(avatar === undefined ? {} : { avatar: avatar || undefined }),
    },
    labels: labels ?? chat.labels,
  }
}

const isNews = (chat: ChatState, news: ChatNews) => {
  const { customer, labels } = told(chat, news)
  return (
    customer.name !== chat.customer.name ||
    customer.avatar !== chat.customer.avatar ||
    JSON.stringify(labels ?? []) !== JSON.stringify(chat.labels ?? [])
  )
}
