import { statusRank } from '../../../shared/message.ts'
import * as announce from '../../domain/announce.ts'
import * as Chat from '../../domain/chat/chat.ts'
import { chatIdOf, type MessageState, seqIn } from '../../domain/chat/chat-state.ts'
import * as Customer from '../../domain/chat/customer.ts'
import * as Hidden from '../../domain/chat/hidden.ts'
import { isHidden } from '../../domain/chat/identity.ts'
import { findChat } from '../../domain/chat/store.ts'
import { amend, amended, change } from '../../domain/message/amendment.ts'
import * as Message from '../../domain/message/message.ts'
import { advance, placeOf, type Receipt } from '../../domain/message/receipt.ts'
import type { Amendment, ChatNews, PresenceNews } from '../../domain/news.ts'
import { keepDue } from '../../domain/sending/asked.ts'
import type { Listeners } from './arrival.ts'

/** A tick of one of ours; a customer's message that was read on the shop's phone is read here as well. */
export async function takeReceipt(receipt: Receipt, listeners: Listeners) {
  const place = await placeOf(receipt)
  if (!place) return
  // A crash may have kept the message from learning its name, and what was heard of it before.
  const { early = 'received', amendments } = place
  const { error, providerId: foundBy } = receipt
  const moved =
    statusRank(early) > statusRank(receipt.status)
      ? await advance(place, early, { foundBy })
      : await advance(place, receipt.status, { error, foundBy })
  const changed = amendments && (await change(place, (known) => amendments.reduce(amended, known)))
  const message = changed ?? moved
  if (!message) return takenBefore(place, receipt)
  const chat = await findChat(place.chatId)
  if (chat) await announce.messageChanged(await Chat.ticked(chat, message), message, listeners())
}

/** A crash may have taken what was asked of the message out of the outbox. */
async function takenBefore(place: Message.Place, { status }: Receipt) {
  const message = await Message.find(place, { consistent: true })
  if (message && message.sender !== 'customer') return void (await keepDue(message))
  if (message && (status === 'read' || status === 'played')) await readOnPhone(message)
}

async function readOnPhone(message: MessageState) {
  const chat = await findChat(message.chatId, { consistent: true })
  if (!chat) return
  const { chat: after, result: moved } = await Chat.markRead(chat.id, seqIn(chat, message))
  if (moved) await announce.chatChanged(after)
}

/** A reaction, an edit, a deletion, the votes of a poll. */
export async function takeAmendment(amendment: Amendment, listeners: Listeners) {
  const amended = await amend(amendment)
  if (amended) await announce.messageChanged(amended.chat, amended.message, listeners())
}

/** A name, a picture, labels; or that all of it was read on the shop's phone. */
export async function takeChatNews(news: ChatNews) {
  const chat = await Customer.update(news)
  if (chat) await announce.chatChanged(chat)
  const chatId = chatIdOf(news.channelId, news.providerChatId)
  if (news.readUpTo) await allRead(chatId, news.readUpTo)
  // Who is written down in the phone's contacts is one whose number WhatsApp knows.
  const hidden = isHidden(news.providerChatId) ? await findChat(chatId) : undefined
  if (hidden) await Hidden.askAgain(hidden)
}

/** What came after it was read stays unread. */
async function allRead(chatId: string, upTo: string) {
  const chat = await findChat(chatId, { consistent: true })
  if (!chat?.lastMessage || chat.readSeq === chat.lastSeq || chat.lastMessage.sentAt > upTo) return
  const { chat: after, result: moved } = await Chat.markRead(chat.id, chat.lastSeq)
  if (moved) await announce.chatChanged(after)
}

/** Passing news: told to whoever may see the chat, and stored nowhere. */
export async function takePresence({ channelId, providerChatId, state, lastSeen }: PresenceNews) {
  const chat = await findChat(chatIdOf(channelId, providerChatId))
  if (!chat) return
  if (state === 'typing' || state === 'recording') await announce.customerTyping(chat)
  else await announce.presence(chat, state === 'online', lastSeen)
}
