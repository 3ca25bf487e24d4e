import { notFound } from '../../lib/errors.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { markOf } from '../chat/unsent.ts'
import { change } from '../message/amendment.ts'
import * as Message from '../message/message.ts'
import { type Rewrite, rewrite } from '../message/rewrite.ts'
import * as Thread from '../message/thread.ts'
import { isDue } from './asked.ts'
import { outOfOutbox } from './outgoing.ts'

/** The message once somebody let it be: it stays where it stands, and is never sent. */
const dropped = (message: MessageState): MessageState => ({
  ...message,
  droppedAt: new Date().toISOString(),
  ...(isDue(message) ? {} : outOfOutbox),
})

const isOpen = (message: MessageState) => ['failed', 'unknown'].includes(markOf(message) ?? '')

/** Lets a message be that failed, or of which nobody knows; undefined when there is nothing to let be. */
export const drop = (place: Message.Place): Promise<MessageState | undefined> =>
  change(place, (message) => (isOpen(message) ? dropped(message) : message))

/**
 * A failed message of this chat, to be dropped in the transaction that queues another one in its place;
 * undefined when it is settled already.
 */
export async function replaced(chat: ChatState, messageId: string): Promise<Rewrite | undefined> {
  const place = await Thread.findById(chat, messageId)
  const read = place && (await Message.findItem(place))
  if (!read) throw notFound('message')
  return markOf(read.message) === 'failed' ? rewrite(read, dropped(read.message)) : undefined
}
