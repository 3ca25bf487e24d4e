import type { CustomerPage } from '../../../shared/contract/customers.ts'
import { notFound } from '../../lib/errors.ts'
import { cursorOf } from '../../lib/table.ts'
import { messageView, partsOf, viewOf } from '../chat/chat-state.ts'
import { findChat, findPart } from '../chat/store.ts'
import * as Thread from '../message/thread.ts'

const atOnce = 200
const beginning = cursorOf({ key: 'message#' }) ?? ''

/** A page of all that is stored of a customer, oldest first: deleted words and earlier versions, too. */
export async function page(chatId: string, cursor: string | undefined): Promise<CustomerPage> {
  const chat = await findChat(chatId, { consistent: true })
  if (!chat) throw notFound('customer')
  const [parts, thread] = await Promise.all([
    Promise.all(partsOf(chat).map((id) => findPart(id))),
    Thread.list(chat, { after: cursor ?? beginning, limit: atOnce, consistent: true }),
  ])
  return {
    exportedAt: new Date().toISOString(),
    ids: parts.flatMap((part) => part?.providerChatId ?? []),
    chat: viewOf(chat, await Thread.tickOf(chat)),
    messages: thread.messages.map((message) => ({
      ...messageView({ ...message, deletedAt: undefined }, chat),
      deletedAt: message.deletedAt,
      versions: message.versions,
    })),
    cursor: thread.cursor,
  }
}
