import { navigate } from 'wouter/use-browser-location'
import type { Chat } from '../../../shared/chat.ts'
import { listKey } from '../inbox/filter.ts'
import { useLists } from '../inbox/lists.ts'
import { chatsOf } from '../inbox/select.ts'
import { useInbox } from '../inbox/store.ts'
import { hrefOf, placeNow } from '../place.ts'
import { arriveByKey } from './arrival.ts'
import { inField } from './listen.ts'

/** Goes to another chat of the list; where nothing is being written, the keys go on working there. */
function goTo(chat: Chat | undefined) {
  if (!chat) return
  arriveByKey(!inField(document.activeElement))
  navigate(hrefOf({ ...placeNow(), chatId: chat.id, customer: false }))
}

function listed(userId: string): { chats: Chat[]; at: number } {
  const { filter, chatId } = placeNow()
  const list = useLists.getState()[listKey(filter)]
  const chats = chatsOf(useInbox.getState(), list, filter, userId, chatId)
  return { chats, at: chats.findIndex(({ id }) => id === chatId) }
}

/** One further down or up; at the end it stays where it is. */
export function step(by: 1 | -1, userId: string): void {
  const { chats, at } = listed(userId)
  goTo(chats[at < 0 ? 0 : at + by])
}

/** The next one below with something unread, and then from the top again. */
export function stepToUnread(userId: string): void {
  const { chats, at } = listed(userId)
  const around = [...chats.slice(at + 1), ...chats.slice(0, Math.max(0, at))]
  goTo(around.find(({ unread }) => unread > 0))
}
