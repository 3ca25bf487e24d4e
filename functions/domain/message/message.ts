import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { MessageStatus } from '../../../shared/message.ts'
import { table, tableName } from '../../lib/table.ts'
import { MessageState, messageKey, refKey } from '../chat/chat-state.ts'
import type { Amendment } from '../news.ts'

/** What the id of a reply of the bot starts with. */
export const botPrefix = 'bot-'

/** Where a message lies. */
export interface Place {
  chatId: string
  key: string
}

export async function find(place: Place, { consistent = false } = {}) {
  return (await findItem(place, { consistent }))?.message
}

/** The message as it is now, and the whole item it stands in. */
export async function findItem({ chatId, key }: Place, { consistent = true } = {}) {
  const { Item } = await table.send(
    new GetCommand({
      TableName: tableName(),
      Key: messageKey(chatId, key),
      ConsistentRead: consistent,
    }),
  )
  return Item && { message: MessageState.parse(Item), item: Item }
}

/** Finds the place by our own id of an outgoing message, or by channel and provider's id of any. */
export async function place(
  ref: string,
  { consistent = true } = {},
): Promise<(Partial<Place> & Early) | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: refKey(ref), ConsistentRead: consistent }),
  )
  return Item
}

/** News of a message that was faster than the message itself, kept in its ref. */
export interface Early {
  early?: MessageStatus
  amendments?: Amendment[]
  /** Rises with all that is added. */
  earlyRev?: number
}

/** The message at the other end of a ref; undefined while the ref holds only an early receipt. */
export async function findByRef(ref: string): Promise<MessageState | undefined> {
  const { chatId, key } = (await place(ref)) ?? {}
  return chatId && key ? find({ chatId, key }, { consistent: true }) : undefined
}
