import { audienceOf, push, quietly } from './announce.ts'
import type { ChatState } from './chat/chat-state.ts'
import * as Viewers from './team/viewers.ts'

/** Who looks at these chats, told to those who do, and to nobody else. */
export const viewersChanged = (chats: ChatState[], listeners = Viewers.list()) =>
  quietly(async () => {
    await Promise.all(
      chats.map(async (chat) => {
        const seeing = await audienceOf(chat, listeners)
        const { audience, userIds, names } = Viewers.viewersOf(chat.id, seeing)
        await push(audience, { type: 'viewing', chatId: chat.id, userIds, names })
      }),
    )
  })
